import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readInitiatives } from '../../../domain/initiatives/read-initiatives.ts';
import { readDocument } from '../../../domain/pages/entries/read-document.ts';
import { readPageLabels } from '../../../domain/pages/page-labels/read-page-labels.ts';
import { unreadPages } from '../../../domain/pages/results/account.ts';
import type { PrintedComparison } from '../../../domain/pages/results/printed-comparison.ts';
import { markOf } from '../../../scripts/demo-city/city.ts';
import { type MadePaper, makePapers } from '../../../scripts/demo-city/make-papers.ts';
import type { truthOf } from '../../../scripts/demo-city/truth.ts';
import { readPdf } from '../../../server/pdf/process-pdf.ts';
import { compare } from '../../domain/pages/drawn-page.ts';
import { linesOf, measuresTruth, sheetsTruth } from './initiative-truth.ts';

vi.setConfig({ testTimeout: 30_000 });

type Truth = ReturnType<typeof truthOf>;
type Side = { readonly page: number; readonly value: number };

let folder: string;
let made: readonly MadePaper[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kurabe-city-'));
  made = await makePapers(folder);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

async function readPaper(file: string) {
  const { pages } = await readPdf(join(folder, file));
  return { pages, pageLabels: readPageLabels(pages) };
}

const unreadNumbers = (paper: Awaited<ReturnType<typeof readPaper>>) =>
  unreadPages(paper.pages, paper.pageLabels, readDocument(paper).entries).flatMap(({ numbers }) => numbers);

const cellKey = (cell: { readonly old: Side; readonly new: Side }) =>
  [cell.old.page, cell.new.page, cell.old.value, cell.new.value].join(' ');

/** Shares from 0 to 1; equal cells count as often as they stand there, small spill-overs of pages neither right nor wrong. */
function score({ pages, quantities }: PrintedComparison, truth: Truth) {
  const minor = new Set(truth.pageOverlap.map(([older, newer]) => `${older} ${newer}`));
  const wanted = truth.pages.map((pair) => pair.join(' ')).filter((pair) => !minor.has(pair));
  const found = pages.map((pair) => pair.join(' ')).filter((pair) => !minor.has(pair));
  const common = found.filter((pair) => wanted.includes(pair)).length;
  const labelled = new Set(truth.labelled.map((pair) => pair.join(' ')));
  const judged = quantities.filter((pair) => labelled.has(`${pair.old.page} ${pair.new.page}`));
  const left = judged.map(cellKey);
  const right = truth.cells.filter((cell) => {
    const at = left.indexOf(cellKey(cell));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return {
    pagesF1: (2 * common) / (found.length + wanted.length),
    precision: right / judged.length,
    recall: right / truth.cells.length,
  };
}

test.for(['資料１-2022-2023b', '資料１-2023-2023b', '資料２-2021-2022', '資料４-2021-2023', '参考１-2021-2023'])(
  '%s: the engine finds what the script wrote down',
  async (name) => {
    const truth = JSON.parse(await readFile(join(folder, 'truth', `${name}.json`), 'utf8')) as Truth;
    const [older, newer] = await Promise.all([readPaper(truth.old), readPaper(truth.new)]);
    const { pagesF1, precision, recall } = score(compare(older, newer), truth);
    expect(truth.cells.length).toBeGreaterThan(name.startsWith('資料１') ? 500 : 10);
    expect(pagesF1).toBe(1);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.97);
    expect([older, newer].flatMap(unreadNumbers)).toEqual([]);
  },
);

test('every initiative of every year is read with its number, name, target, result, state and effect', {
  timeout: 120_000,
}, async () => {
  const truth: Record<string, (year: number, corrected: boolean) => string[]> = {
    資料１: sheetsTruth,
    資料４: measuresTruth,
  };
  // the other papers hold none, whatever their year
  const asked = made.filter(({ document, meeting }) => markOf(document) in truth || meeting.fiscalYear === 2023);
  for (const { path, meeting, document, revision } of asked) {
    const year = meeting.fiscalYear;
    const { pages } = await readPdf(path);
    const read = readInitiatives(pages, year);
    const mark = markOf(document);
    const isLast = revision === 2 || !document.replacement;
    expect(linesOf(read), `${mark} ${year}`).toEqual(truth[mark]?.(year, isLast) ?? []);
    expect(doubted(read), `${mark} ${year}`).toEqual([]);
    expect(read.fiscalYear).toBe(year);
  }
});

const doubted = ({ initiatives }: ReturnType<typeof readInitiatives>) =>
  initiatives.filter(({ target, result, state, effect }) =>
    [target, result, state, effect].some((value) => value !== null && value.doubts.length > 0),
  );
