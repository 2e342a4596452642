import type { EntryPair } from '../alignment/align-entries.ts';
import { columnKeyOf } from '../alignment/entry-keys.ts';
import type { PlacedQuantity } from '../entries/entry.ts';
import type { RowQuantities } from './quantity-pairs.ts';

/**
 * A table too wide for its page is set in bands, 本年度 with the first half of the columns and again with the second. One
 * more column moves others from band to band: what is left of rows named the same is paired by its headers alone.
 */
export function pairAcrossBands(rows: readonly EntryPair[], taken: ReadonlySet<PlacedQuantity>): RowQuantities[] {
  const bands = new Map<string, EntryPair[]>();
  for (const row of rows) {
    if (row.newer.entry.quantities.length === 0 || !haveOneName(row)) continue;
    const { parents, label, remark } = row.newer;
    const key = `${parents} ${label} ${remark}`;
    const known = bands.get(key);
    if (known) known.push(row);
    else bands.set(key, [row]);
  }
  return [...bands.values()].filter((band) => band.length > 1).flatMap((band) => pairLeft(band, taken));
}

const haveOneName = ({ older, newer }: EntryPair) =>
  older.parents === newer.parents && older.label === newer.label && older.remark === newer.remark;

function pairLeft(band: readonly EntryPair[], taken: ReadonlySet<PlacedQuantity>): RowQuantities[] {
  const left = (side: 'older' | 'newer') =>
    band.flatMap((row) =>
      row[side].entry.quantities.flatMap((placed) => {
        const isNamed = placed.column.length > 0 && placed.column.every(({ years }) => years.length === 0);
        return isNamed && !taken.has(placed) ? [{ row, placed, key: placed.column.map(columnKeyOf).join('/') }] : [];
      }),
    );
  const [before, after] = [left('older'), left('newer')];
  return after.flatMap(({ row, placed, key }) => {
    const same = before.filter((each) => each.key === key);
    const isOne = same.length === 1 && after.filter((each) => each.key === key).length === 1;
    return isOne ? [{ row, older: same[0]!.placed, newer: placed, columns: 1 }] : [];
  });
}
