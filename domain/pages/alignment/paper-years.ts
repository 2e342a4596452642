import type { Entry } from '../entries/entry.ts';
import type { Label } from '../words/label.ts';

/**
 * The number of years by which the years that the new paper's headings name are later than the old paper's: headings say
 * what year a paper is of, rows and columns may name any.
 */
export function yearShiftOf(older: readonly Entry[], newer: readonly Entry[]): number {
  return shiftBetween(headingsOf(older), headingsOf(newer)) ?? shiftBetween(wordsOf(older), wordsOf(newer)) ?? 0;
}

/** The fiscal year that most of a paper's headings name; null where none does. */
export function yearOf(entries: readonly Entry[]): number | null {
  const years = [...countYears(headingsOf(entries))].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return years[0]?.[0] ?? null;
}

/** A sentence may name any year, and so may what stands in a cell: 国の令和７年度補正予算の対象となったため。 */
const isSentence = ({ printed }: Label) => /。[)）」]?$/u.test(printed);
const headingsOf = (entries: readonly Entry[]) =>
  entries
    .flatMap(({ kind, table, label, parents }) =>
      kind === 'text' && table === undefined ? [label, ...parents] : parents,
    )
    // 令和７年度と令和６年度 is of neither alone.
    .filter((label) => label.years.length === 1 && !isSentence(label));
const wordsOf = (entries: readonly Entry[]) =>
  entries.flatMap(({ label, quantities }) => [label, ...quantities.flatMap((quantity) => quantity.column)]);

function shiftBetween(older: readonly Label[], newer: readonly Label[]): number | null {
  const before = countYears(older);
  const after = countYears(newer);
  let best: { shift: number; common: number } | null = null;
  for (const shift of [0, ...Array.from({ length: 30 }, (_, i) => [i + 1, -i - 1]).flat()]) {
    let common = 0;
    for (const [year, times] of before) common += Math.min(times, after.get(year + shift) ?? 0);
    if (common > (best?.common ?? 0)) best = { shift, common };
  }
  return best?.shift ?? null;
}

function countYears(labels: readonly Label[]): Map<number, number> {
  const years = new Map<number, number>();
  for (const label of new Set(labels)) for (const year of label.years) years.set(year, (years.get(year) ?? 0) + 1);
  return years;
}

/** So many years or more under the same parents are a series. */
const SERIES = 3;

/** Whether the innermost of some labels is one of a series of years, where the year itself is the name. */
export type IsInSeries = (path: readonly Label[]) => boolean;

/**
 * Rows that name one year each are a series where a table of either paper has such rows for several years, or where more of
 * the two papers' years are the same than move with the paper.
 */
export function seriesOf(older: readonly Entry[], newer: readonly Entry[], yearShift: number): IsInSeries {
  const [before, after] = [yearsByPath(older), yearsByPath(newer)];
  const series = new Set(
    [...before.keys(), ...after.keys()].filter((path) => {
      const [own, other] = [before.get(path) ?? NO_YEARS, after.get(path) ?? NO_YEARS];
      const meeting = (shift: number) => [...own].filter((year) => other.has(year + shift)).length;
      return Math.max(own.size, other.size) >= SERIES || meeting(0) > meeting(yearShift);
    }),
  );
  return (path) => path.at(-1)?.years.length === 1 && series.has(keyOfPath(path));
}

const NO_YEARS: ReadonlySet<number> = new Set();

function yearsByPath(entries: readonly Entry[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const { label, parents, kind } of entries) {
    if (kind !== 'row' || label.years.length !== 1) continue;
    const path = keyOfPath([...parents, label]);
    found.set(path, (found.get(path) ?? new Set()).add(label.years[0]!));
  }
  return found;
}

const keyOfPath = (path: readonly Label[]) => path.map(({ key }) => key).join('\n');
