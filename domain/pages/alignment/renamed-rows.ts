import { roleOfColumn } from '../words/header-sense.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';

/** Amounts of less digits meet by chance. */
const TELLING_VALUE = 1000;
const SHORTEST_BEGINNING = 2;
/** Part of the shorter name. */
const BEGINNING = 0.4;

/**
 * Rows left over one for one between the same neighbours of one table: ふるさと納税 went, ふるさと応援寄附 came in its place. They may be
 * one thing under a new name where the names begin alike, or last year's amount is printed beside the new name; where another amount
 * is printed there for last year they are two.
 */
export function renamedRows(
  paired: readonly (readonly [IndexedEntry, IndexedEntry])[],
  older: readonly IndexedEntry[],
  newer: readonly IndexedEntry[],
  index: EntryIndex,
): [IndexedEntry, IndexedEntry][] {
  const counterparts = new Map(paired);
  const taken = new Set(paired.map(([, row]) => row));
  const after = rowsOf(newer);
  const free = new Map(
    after.flatMap((row, at) => (taken.has(row) ? [] : [[gapAt(after, at, (beside) => beside), row] as const])),
  );
  const before = rowsOf(older);
  return before.flatMap((row, at): [IndexedEntry, IndexedEntry][] => {
    if (counterparts.has(row)) return [];
    const other = free.get(gapAt(before, at, (beside) => counterparts.get(beside)));
    return other && other.parents === row.parents && isSameUnderNewName(row, other, index) ? [[row, other]] : [];
  });
}

const rowsOf = (entries: readonly IndexedEntry[]) =>
  entries.filter(({ entry }) => entry.kind !== 'text' && entry.quantities.length > 0);

/** The newer paper's rows above and below, as one key; only rows of the same table under the same headings count. */
function gapAt(
  rows: readonly IndexedEntry[],
  at: number,
  inNewer: (row: IndexedEntry) => IndexedEntry | undefined,
): string {
  const row = rows[at]!;
  const sides = [rows[at - 1], rows[at + 1]].map((beside) =>
    beside && beside.parents === row.parents && beside.entry.table === row.entry.table
      ? String(inNewer(beside)?.position ?? 'alone')
      : 'end',
  );
  return sides.every((side) => side === 'end') ? `by itself ${row.side}` : sides.join();
}

function isSameUnderNewName(older: IndexedEntry, newer: IndexedEntry, index: EntryIndex): boolean {
  if (older.entry.isUnnamed || newer.entry.isUnnamed || older.bound || newer.bound) return false;
  if (index.labels.areTwo(older.label, newer.label)) return false;
  if (older.entry.kind !== newer.entry.kind) return false;
  const [before, now] = [older.entry.label.key, newer.entry.label.key];
  if (older.entry.kind === 'phrase') return endAlike(before, now) && haveSameUnits(older, newer);
  if (goesOn(older, newer)) return true;
  return beginAlike(before, now) && !(index.yearShift === 1 && disagree(older, newer));
}

/** Japanese names say first what is special and last what kind it is. */
function beginAlike(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  return start > SHORTEST_BEGINNING && start >= BEGINNING * Math.min(a.length, b.length);
}

/**
 * What a sentence counts it says last: みどり県の進捗率, 県内の進捗率. Inside a word the same end is only one of its kind:
 * ごみ減量運営事業の予算額, 健康づくり運営事業の予算額.
 */
function endAlike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let end = 0;
  while (end < shorter && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return a.at(-end) === 'の' && end > SHORTEST_BEGINNING && end >= BEGINNING * shorter;
}

const haveSameUnits = (a: IndexedEntry, b: IndexedEntry) => a.columnKeys.join() === b.columnKeys.join();

/** The new name's 前年度 is the old one's 本年度. */
function goesOn(older: IndexedEntry, newer: IndexedEntry): boolean {
  const now = amountsOf(older, 'this').filter(({ of }) => of === LAST_YEAR);
  return amountsOf(newer, 'previous').some(
    ({ of, value }) => of === LAST_YEAR && value >= TELLING_VALUE && now.some((one) => one.value === value),
  );
}

/** Both say what the amount of a year was, and never the same, rounding to the coarser unit apart. */
function disagree(older: IndexedEntry, newer: IndexedEntry): boolean {
  const [then, now] = [amountsOf(older, 'this'), amountsOf(newer, 'previous')];
  const both = now.flatMap((one) => then.filter(({ of }) => of === one.of).map((other) => [one, other] as const));
  return (
    both.length > 0 &&
    both.every(([{ value, scale }, other]) => {
      return Math.abs(value * scale - other.value * other.scale) >= Math.max(scale, other.scale);
    })
  );
}

interface Amount {
  /** The year's header. */
  readonly of: string;
  readonly value: number;
  /** In units of its measure. */
  readonly scale: number;
}

const LAST_YEAR = '';

/** The amounts of a row that are of one year: of last year under the header that says so in its paper, or of one by its name. */
function amountsOf({ entry }: IndexedEntry, lastYear: 'this' | 'previous'): Amount[] {
  return entry.quantities.flatMap(({ column, quantity, unit }) => {
    const isLast = roleOfColumn(column) === lastYear;
    if (!isLast && !column.some(({ years }) => years.length === 1)) return [];
    const of = isLast ? LAST_YEAR : column.map(({ key, years }) => `${key}@${years.join()}`).join('/');
    return [{ of, value: Math.abs(quantity.value), scale: unit?.scale ?? 1 }];
  });
}
