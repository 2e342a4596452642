import { differenceOf } from '../../quantities/difference.ts';
import type { EntryPair } from '../alignment/align-entries.ts';
import type { Entry, PlacedQuantity } from '../entries/entry.ts';
import { headerSense, roleOfColumn } from '../words/header-sense.ts';
import type { Label } from '../words/label.ts';
import type { RowQuantities } from './quantity-pairs.ts';

/** A quantity that the new paper gives for last year and the old paper gave for its own year. */
export interface RestatedPair {
  /** The new paper's row. */
  readonly entry: Entry;
  readonly older: PlacedQuantity;
  readonly newer: PlacedQuantity;
  /** New − old in the new paper's unit. */
  readonly difference: number;
}

/**
 * Where the new paper's number for last year is not what last year's paper printed, for papers one year apart. The year
 * stands in the column (本年度 | 前年度), in the row (a row 本年度 and a row 前年度), or as a year (令和４年度 in both papers);
 * `lastYear` is the fiscal year that the old paper is of, null where it does not say.
 */
export function findRestated(
  rows: readonly EntryPair[],
  pairs: readonly Pick<RowQuantities, 'row' | 'older' | 'newer'>[],
  lastYear: number | null,
): RestatedPair[] {
  const found = [...restatedInColumns(rows), ...restatedInRows(rows)];
  const known = new Set(found.map(({ newer }) => newer));
  const ofYear = pairs.flatMap(({ row, older, newer }) => {
    if (lastYear === null || known.has(newer)) return [];
    const { entry } = row.newer;
    const isOfYear = [...newer.column, entry.label].some(({ years }) => years.length === 1 && years[0] === lastYear);
    return isOfYear ? restatedPair(entry, older, newer) : [];
  });
  return [...found, ...ofYear];
}

function restatedInColumns(rows: readonly EntryPair[]): RestatedPair[] {
  return rows.flatMap(({ older, newer }) => {
    const before = older.entry.quantities.filter((placed) => roleOfColumn(placed.column) === 'this');
    const now = newer.entry.quantities.filter((placed) => roleOfColumn(placed.column) === 'previous');
    return now.flatMap((placed) => {
      const printed = before.find((other) => withoutRole(other.column) === withoutRole(placed.column));
      return printed ? restatedPair(newer.entry, printed, placed) : [];
    });
  });
}

/** The column's words with the year's role taken out: 本年度予算額 and 前年度予算額 agree. */
function withoutRole(column: readonly Label[]): string {
  return column
    .map((label) => headerSense(label).stem)
    .filter((stem) => stem !== '')
    .join('/');
}

/** None where they are the same amount, rounding to the coarser unit apart: 23,043,587円 and 23,044千円 agree. */
function restatedPair(entry: Entry, older: PlacedQuantity, newer: PlacedQuantity): RestatedPair[] {
  const { difference } = differenceOf(
    { value: older.quantity.value, unit: older.unit },
    { value: newer.quantity.value, unit: newer.unit },
  );
  if (difference === null || difference === 0) return [];
  const [before, now] = [older.unit?.scale ?? 1, newer.unit?.scale ?? 1];
  const differ = before === now || Math.abs(difference) >= Math.max(before, now) / now;
  return differ ? [{ entry, older, newer, difference }] : [];
}

function restatedInRows(rows: readonly EntryPair[]): RestatedPair[] {
  const rowKey = (entry: Entry) =>
    [...entry.parents, entry.label].map((label) => (headerSense(label).role ? '' : label.key)).join('\n');
  const roleOfRow = (entry: Entry) => roleOfColumn([...entry.parents, entry.label]);
  const thisYear = new Map<string, Entry | null>();
  for (const { older } of rows) {
    if (roleOfRow(older.entry) !== 'this') continue;
    const key = rowKey(older.entry);
    thisYear.set(key, thisYear.has(key) ? null : older.entry);
  }
  const columnKey = (placed: PlacedQuantity) => placed.column.map((label) => label.key).join('/');
  return rows.flatMap(({ older, newer }) => {
    const printed = roleOfRow(newer.entry) === 'previous' ? thisYear.get(rowKey(older.entry)) : null;
    if (!printed) return [];
    return newer.entry.quantities.flatMap((placed) => {
      const same = printed.quantities.filter((other) => columnKey(other) === columnKey(placed));
      const [other] = same;
      return same.length === 1 && other && columnKey(placed) !== '' ? restatedPair(newer.entry, other, placed) : [];
    });
  });
}
