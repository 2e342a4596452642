import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll } from 'vitest';
import { type ProcessedPage, type ProcessOptions, processPdf } from '../../../server/pdf/process-pdf.ts';

/** A folder for the PDFs of one test file; gone when its tests are over. */
export function usePdfFolder(): (name: string, content: string | Buffer) => Promise<string> {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurabe-pdf-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return async (name, content) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
}

export async function collectPages(path: string, options: Partial<ProcessOptions> = {}): Promise<ProcessedPage[]> {
  const pages: ProcessedPage[] = [];
  await processPdf(path, {
    onDocument: async () => {},
    onPage: async (page) => {
      pages.push(page);
    },
    ...options,
  });
  return pages;
}

/** The box around what is darker than the given grey on a page's large picture, in points; null where nothing is. */
export async function findInk({ content, pictures }: ProcessedPage, darkerThan = 128) {
  const { data, info } = await sharp(pictures.large.data).greyscale().raw().toBuffer({ resolveWithObject: true });
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let at = 0; at < data.length; at++) {
    if (data[at]! >= darkerThan) continue;
    xs.push(at % info.width);
    ys.push(Math.floor(at / info.width));
  }
  if (xs.length === 0) return null;
  const scale = content.width / info.width;
  const [left, top] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b))];
  const [right, bottom] = [xs.reduce((a, b) => Math.max(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  return { pixels: xs.length, box: [left, top, right + 1, bottom + 1].map((value) => value * scale) };
}
