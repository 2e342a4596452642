import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareRead } from '../../domain/pages/comparison/compare-documents.ts';
import { type ReadDocument, readDocument } from '../../domain/pages/entries/read-document.ts';
import { readPageLabels } from '../../domain/pages/page-labels/read-page-labels.ts';
import { printedComparison } from '../../domain/pages/results/printed-comparison.ts';
import type { PageContent } from '../../domain/pages/sheet/page-content.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { readPdf } from '../../server/pdf/process-pdf.ts';
import { drawSheets } from './draw-sheets.ts';
import type { MadePair } from './made-pair.ts';
import { printWithChromium, printWithTypst, type SetPaper } from './print-sheets.ts';
import { type Score, scoreOf } from './score.ts';

export interface Measured {
  readonly pair: MadePair;
  readonly score: Score;
}

/** Prints both papers of every pair as their styles say, reads and compares them. */
export async function measurePairs(pairs: readonly MadePair[]): Promise<Measured[]> {
  const read = await readPapers(pairs.flatMap(({ older, newer }) => [older, newer]));
  return pairs.map((pair, index) => ({
    pair,
    score: scoreOf(printedComparison(compareRead(read[2 * index]!, read[2 * index + 1]!)), pair.truth),
  }));
}

/** As measurePairs, without PDFs: the papers are given to the reader as they were set. */
export function measureDrawn(pair: MadePair): Measured {
  const [older, newer] = [pair.older, pair.newer].map(({ sheets }) => readPages(drawSheets(sheets)));
  return { pair, score: scoreOf(printedComparison(compareRead(older!, newer!)), pair.truth) };
}

const readPages = (pages: readonly PageContent[]): ReadDocument =>
  readDocument({ pages, pageLabels: readPageLabels(pages) });

async function readPapers(papers: readonly SetPaper[]): Promise<ReadDocument[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-papers-'));
  try {
    const paths = await printPapers(papers, folder);
    const read: ReadDocument[] = [];
    for (const [index, paper] of papers.entries()) {
      const path = paths.get(paper);
      read[index] = readPages(path === undefined ? drawSheets(paper.sheets) : (await readPdf(path)).pages);
    }
    return read;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Prints the papers into the folder; those that are only drawn are in no file. */
export async function printPapers(papers: readonly SetPaper[], folder: string): Promise<Map<SetPaper, string>> {
  const paths = new Map<SetPaper, string>();
  const keep = async (paper: SetPaper, pdf: Uint8Array) => {
    const path = join(folder, `${papers.indexOf(paper)}.pdf`);
    await writeFile(path, pdf);
    paths.set(paper, path);
  };
  const typst = papers.filter(({ style }) => style.producer === 'typst');
  if (typst.length > 0)
    for (const [index, pdf] of (await printWithTypst(typst)).entries()) await keep(typst[index]!, pdf);
  const chromium = papers.filter(({ style }) => style.producer === 'chromium');
  if (chromium.length === 0) return paths;
  const browser = await launchBrowser();
  try {
    for (const paper of chromium) await keep(paper, await printWithChromium(browser, paper));
  } finally {
    await browser.close();
  }
  return paths;
}
