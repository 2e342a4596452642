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

const headingsOf = (entries: readonly Entry[]) =>
  entries.flatMap(({ kind, label, parents }) => (kind === 'text' ? [label, ...parents] : parents));
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

/** A series is this many years or more under the same parents. */
const SERIES = 3;

/**
 * The labels of rows that name one year each, where the year itself is the name: a table of either paper has such rows for
 * several years, or more of the two papers' years are the same than move with the paper.
 */
export function labelsInSeries(older: readonly Entry[], newer: readonly Entry[], yearShift: number): Label[] {
  const [before, after] = [groupsOfYears(older), groupsOfYears(newer)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const groups = [before.get(key) ?? NO_GROUP, after.get(key) ?? NO_GROUP] as const;
    const [old, neu] = groups;
    const meeting = (shift: number) => [...old.years].filter((year) => neu.years.has(year + shift)).length;
    const isSeries = Math.max(old.years.size, neu.years.size) >= SERIES || meeting(0) > meeting(yearShift);
    return isSeries ? groups.flatMap(({ labels }) => labels) : [];
  });
}

interface YearGroup {
  readonly labels: Label[];
  readonly years: Set<number>;
}

const NO_GROUP: YearGroup = { labels: [], years: new Set() };

function groupsOfYears(entries: readonly Entry[]): Map<string, YearGroup> {
  const groups = new Map<string, YearGroup>();
  for (const { label, parents, kind } of entries) {
    if (kind !== 'row' || label.years.length !== 1) continue;
    const key = [...parents, label].map((each) => each.key).join('\n');
    const group = groups.get(key) ?? { labels: [], years: new Set() };
    group.labels.push(label);
    group.years.add(label.years[0]!);
    groups.set(key, group);
  }
  return groups;
}
