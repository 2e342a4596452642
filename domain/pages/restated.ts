import { differenceOf } from '../quantities/difference.ts';
import type { EntryPair } from './alignment.ts';
import type { Entry, PlacedQuantity } from './entry.ts';
import { headerSense, type Label } from './label.ts';
import { roleOfColumn } from './quantity-pairs.ts';

/** A quantity that the new paper gives for last year and the old paper gave for its own year. */
export interface RestatedPair {
  readonly entry: Entry;
  readonly older: PlacedQuantity;
  readonly newer: PlacedQuantity;
}

/**
 * Where the new paper's 前年度 differs from the old paper's 本年度, for papers one year apart. The year stands in the
 * column (本年度 | 前年度) or in the row (職員数の本年度の行と前年度の行).
 */
export function findRestated(rows: readonly EntryPair[]): RestatedPair[] {
  const inColumns = rows.flatMap(({ older, newer }) => {
    const before = older.entry.quantities.filter((placed) => roleOfColumn(placed.column) === 'this');
    const now = newer.entry.quantities.filter((placed) => roleOfColumn(placed.column) === 'previous');
    return now.flatMap((placed) => {
      const printed = before.find((other) => withoutRole(other.column) === withoutRole(placed.column));
      return printed && differs(printed, placed) ? [{ entry: newer.entry, older: printed, newer: placed }] : [];
    });
  });
  return [...inColumns, ...restatedInRows(rows)];
}

/** The column's words with the year's role taken out: 本年度予算額 and 前年度予算額 agree. */
function withoutRole(column: readonly Label[]): string {
  return column
    .map((label) => headerSense(label).stem)
    .filter((stem) => stem !== '')
    .join('/');
}

function differs(older: PlacedQuantity, newer: PlacedQuantity): boolean {
  const { difference } = differenceOf(
    { value: older.quantity.value, unit: older.unit },
    { value: newer.quantity.value, unit: newer.unit },
  );
  return difference !== null && difference !== 0;
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
  const rowOf = new Map(rows.map((row) => [row.older.entry, row]));
  return rows.flatMap(({ older, newer }) => {
    if (roleOfRow(newer.entry) !== 'previous') return [];
    const printed = thisYear.get(rowKey(older.entry));
    if (!printed || !rowOf.has(printed)) return [];
    return newer.entry.quantities.flatMap((placed) => {
      const key = placed.column.map((label) => label.key).join('/');
      const same = printed.quantities.filter((other) => other.column.map((label) => label.key).join('/') === key);
      return same.length === 1 && key !== '' && differs(same[0]!, placed)
        ? [{ entry: newer.entry, older: same[0]!, newer: placed }]
        : [];
    });
  });
}
