import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changesBetween } from './changes.ts';
import type { Quantity } from './paper.ts';
import type { PrintedPaper } from './printed-paper.ts';

type Side = { page: number; text: string; value: number; unit: string };

/** Pairs every paper with its counterparts of later years, and a replaced revision with its replacement. */
export async function writeTruth(folder: string, papers: readonly PrintedPaper[]): Promise<void> {
  await mkdir(join(folder, 'truth'), { recursive: true });
  const index = pairsOf(papers).map(([old, neu]) => {
    const name = `${neu.mark}-${nameOf(old)}-${nameOf(neu)}`;
    return { name, labels: `truth/${name}.json`, truth: truthOf(name, old, neu) };
  });
  for (const { labels, truth } of index) await writeFile(join(folder, labels), `${JSON.stringify(truth, null, 1)}\n`);
  const absent = papersAbsent(papers);
  const pairs = index.map(({ name, labels, truth: { old, new: neu } }) => ({ name, labels, old, new: neu }));
  await writeFile(join(folder, 'truth.json'), `${JSON.stringify({ pairs, absent }, null, 1)}\n`);
}

const nameOf = ({ meeting, revision }: PrintedPaper) => `${meeting.fiscalYear}${revision === 2 ? 'b' : ''}`;

function pairsOf(papers: readonly PrintedPaper[]): [old: PrintedPaper, neu: PrintedPaper][] {
  const newest = papers.filter(
    (paper) =>
      !papers.some(
        (other) => other.mark === paper.mark && other.meeting === paper.meeting && other.revision > paper.revision,
      ),
  );
  return papers.flatMap((old) =>
    papers
      .filter((neu) => {
        if (old.mark !== neu.mark || old.mark === '次第') return false;
        if (old.meeting === neu.meeting) return neu.revision > old.revision;
        return old.meeting.fiscalYear < neu.meeting.fiscalYear && newest.includes(old) && newest.includes(neu);
      })
      .map((neu): [PrintedPaper, PrintedPaper] => [old, neu]),
  );
}

function papersAbsent(papers: readonly PrintedPaper[]) {
  const marks = [...new Set(papers.map(({ mark }) => mark))];
  const years = [...new Set(papers.map(({ meeting }) => meeting.fiscalYear))];
  return years.flatMap((fiscalYear) =>
    marks
      .filter((mark) => !papers.some((paper) => paper.mark === mark && paper.meeting.fiscalYear === fiscalYear))
      .map((mark) => ({ kind: 'document-absent', fiscalYear, document: mark })),
  );
}

/** The labels of one pair, in the form that score-comparison.mjs reads. */
export function truthOf(name: string, old: PrintedPaper, neu: PrintedPaper) {
  const [before, after] = [quantitiesOf(old), quantitiesOf(neu)];
  const shared = [...after].filter(([id]) => before.has(id));
  const cells = shared.map(([id, { of, side }]) => ({
    ...cellFacts(of),
    old: before.get(id)!.side,
    new: side,
  }));
  const weights = pageWeights(old, neu);
  const pages = weights.map(([oldPage, newPage]) => [oldPage, newPage]);
  const alone = (count: number, side: 0 | 1) =>
    Array.from({ length: count }, (_, i) => i + 1).filter((page) => !pages.some((pair) => pair[side] === page));
  return {
    name,
    old: old.file,
    new: neu.file,
    pages,
    pageOverlap: weights.filter((weight) => isSpillOver(weight, weights)),
    oldOnly: alone(old.pages, 0),
    newOnly: alone(neu.pages, 1),
    blank: { old: [], new: [] },
    printedPage: { old: printedPages(old), new: printedPages(neu) },
    labelled: pages,
    cells,
    cellsOldOnly: lonely(before, after).map(({ cell, side }) => ({ ...cell, old: side })),
    cellsNewOnly: lonely(after, before).map(({ cell, side }) => ({ ...cell, new: side })),
    changes: changesBetween(old, neu),
  };
}

function quantitiesOf({ paper, places }: PrintedPaper): Map<string, { of: Quantity; side: Side }> {
  return new Map(
    paper.quantities.map((of) => {
      const page = places.get(of.id);
      if (page === undefined) throw new Error(`printed nowhere: ${of.id}`);
      return [of.id, { of, side: { page, text: of.text, value: of.value, unit: of.unit } }];
    }),
  );
}

function lonely(mine: ReturnType<typeof quantitiesOf>, other: ReturnType<typeof quantitiesOf>) {
  return [...mine].filter(([id]) => !other.has(id)).map(([, { of, side }]) => ({ cell: cellFacts(of), side }));
}

const cellFacts = ({ label, column, unit }: Quantity) => ({ label, column, unit });

type Weight = readonly [oldPage: number, newPage: number, shared: number];

/** Pairs of pages with how many sections and quantities they share. */
function pageWeights(old: PrintedPaper, neu: PrintedPaper): Weight[] {
  const counts = new Map<string, Weight>();
  for (const [id, newPage] of neu.places) {
    const oldPage = old.places.get(id);
    if (oldPage === undefined) continue;
    const key = `${oldPage}>${newPage}`;
    counts.set(key, [oldPage, newPage, (counts.get(key)?.[2] ?? 0) + 1]);
  }
  return [...counts.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** True where three or fewer things moved across a page's edge while both pages have a better counterpart. */
const isSpillOver = ([oldPage, newPage, shared]: Weight, all: readonly Weight[]): boolean =>
  shared <= 3 &&
  all.some(([o, , s]) => o === oldPage && s > shared) &&
  all.some(([, n, s]) => n === newPage && s > shared);

function printedPages({ paper, pages }: PrintedPaper): Record<string, string> {
  const { numbers } = paper.facts;
  if (!numbers) return {};
  const numbered = Array.from({ length: pages - numbers.skipped }, (_, i) => i);
  return Object.fromEntries(numbered.map((i) => [String(i + numbers.skipped + 1), String(i + numbers.first)]));
}
