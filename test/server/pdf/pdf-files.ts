import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll } from 'vitest';
import type { PageContent } from '../../../domain/pages/sheet/page-content.ts';
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

export type CollectedPage = Omit<ProcessedPage, 'content'> & { readonly content: PageContent };

/** The pages of a PDF with what they hold, in the order of the file unless another was asked for. */
export async function collectPages(path: string, options: Partial<ProcessOptions> = {}): Promise<CollectedPage[]> {
  const pages: CollectedPage[] = [];
  await processPdf(path, {
    onDocument: async () => {},
    onPage: async (page) => {
      pages.push({ ...page, content: contentOf(page) });
    },
    ...options,
  });
  return pages;
}

export function contentOf({ content }: ProcessedPage): PageContent {
  return JSON.parse(gunzipSync(content).toString()) as PageContent;
}

/** The box around what is darker than the given grey on a page's large picture, in points; null where nothing is. */
export async function findInk({ content, pictures }: CollectedPage, darkerThan = 128) {
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
