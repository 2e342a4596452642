import type { EntryPair } from '../alignment/align-entries.ts';
import { columnKeyOf } from '../alignment/entry-keys.ts';
import type { PlacedQuantity } from '../entries/entry.ts';
import type { Label } from '../words/label.ts';
import type { ColumnFrame, RowQuantities } from './quantity-pairs.ts';
import { shiftOfColumns } from './table-columns.ts';

/**
 * A table too wide for its page is set in bands, 本年度 with the first half of the columns and again with the second. One
 * more column moves others from band to band: what is left of rows named the same is paired by its headers alone.
 */
export function pairAcrossBands(
  rows: readonly EntryPair[],
  taken: ReadonlySet<PlacedQuantity>,
  frame: ColumnFrame,
): RowQuantities[] {
  const bands = new Map<string, EntryPair[]>();
  for (const row of rows) {
    if (row.newer.entry.quantities.length === 0 || !haveOneName(row)) continue;
    // What they stand under may be named a little otherwise in the other paper: a running head that is a heading there.
    const key = [row.older.parents, row.newer.parents, row.newer.label, row.newer.remark].join(' ');
    const known = bands.get(key);
    if (known) known.push(row);
    else bands.set(key, [row]);
  }
  return [...bands.values()].filter((band) => band.length > 1).flatMap((band) => pairLeft(band, taken, frame));
}

const haveOneName = ({ older, newer }: EntryPair) => older.label === newer.label && older.remark === newer.remark;

function pairLeft(
  band: readonly EntryPair[],
  taken: ReadonlySet<PlacedQuantity>,
  { columns, yearShift }: ColumnFrame,
): RowQuantities[] {
  const [{ older, newer }] = band as [EntryPair];
  const shift = shiftOfColumns(columns.older(older.entry.table), columns.newer(newer.entry.table), yearShift);
  const left = (side: 'older' | 'newer', ahead: number) =>
    band.flatMap((row) =>
      row[side].entry.quantities.flatMap((placed) => {
        const key = [placed.unit?.measure, ...placed.column.map((label) => nameOf(label, ahead))].join('/');
        return placed.column.length > 0 && !taken.has(placed) ? [{ row, placed, key }] : [];
      }),
    );
  const [before, after] = [left('older', shift), left('newer', 0)];
  return after.flatMap(({ row, placed, key }) => {
    const same = before.filter((each) => each.key === key);
    const isOne = same.length === 1 && after.filter((each) => each.key === key).length === 1;
    return isOne ? [{ row, older: same[0]!.placed, newer: placed, columns: 1 }] : [];
  });
}

/** A year is part of a column's name, brought to the newer paper's. */
const nameOf = (label: Label, ahead: number) =>
  label.years.length === 0 ? columnKeyOf(label) : `${label.key}@${label.years.map((year) => year + ahead).join(',')}`;
