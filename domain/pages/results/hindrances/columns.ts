import type { Side } from '../../alignment/numbered-labels.ts';
import type { ComparedQuantity, Comparison, LoneQuantity } from '../../comparison/compare-documents.ts';
import { headerKey } from '../../comparison/table-columns.ts';
import type { Entry, PlacedQuantity } from '../../entries/entry.ts';
import { groupBy } from '../../sheet/group-by.ts';
import { columnOf } from '../compared-lines.ts';
import { type Hindrance, hindrance, isRow, type Places } from './hindrance.ts';

/** Columns whose unit is another: 円 and 千円, 件 and 人. */
export function changedUnits({ quantities }: Comparison, placed: Places): Hindrance[] {
  const changed = quantities.filter(
    ({ older, newer }) => older.unit && newer.unit && unitKey(older) !== unitKey(newer),
  );
  return [...groupBy(changed, columnIn).values()].map((pairs) => {
    const { row, older, newer } = pairs[0]!;
    const path = [...row.newer.entry.parents.map(({ printed }) => printed), ...columnOf(newer)];
    const places = {
      older: placed.of('older', older, older.unit!.text),
      newer: placed.of('newer', newer, newer.unit!.text),
    };
    return hindrance('unit', path, places, { rows: pairs.length, detail: unitKey(newer) });
  });
}

const unitKey = ({ unit }: PlacedQuantity) => `${unit?.measure} ${unit?.scale}`;
const columnIn = ({ row, newer }: ComparedQuantity) => `${tableOf(row.newer.entry)} ${headerKey(newer.column)}`;
const tableOf = ({ table, parents }: Entry) => table ?? parents.map(({ key }) => key).join('\n');

/** Columns in which most rows that both papers have hold something in one of them only. */
export function loneColumns({ rows, unmatched }: Comparison, placed: Places): Hindrance[] {
  const sides = ['newer', 'older'] as const;
  return sides.flatMap((side) => {
    const paired = new Set(rows.map((pair) => pair[side].entry));
    const perTable = groupBy([...paired].filter(isRow), tableOf);
    const columns = groupBy(
      unmatched[side].filter(
        ({ entry, placed: { column } }) => paired.has(entry) && entry.kind === 'row' && column.length > 0,
      ),
      ({ entry, placed: { column } }) => `${tableOf(entry)} ${headerKey(column)}`,
    );
    return [...columns.values()]
      .filter((lone) => 2 * lone.length > perTable.get(tableOf(lone[0]!.entry))!.length)
      .map((lone) => loneColumn(side, lone, placed));
  });
}

function loneColumn(side: Side, lone: readonly LoneQuantity[], placed: Places): Hindrance {
  const { entry, placed: quantity } = lone[0]!;
  const column = columnOf(quantity);
  const place = placed.of(side, quantity, column.join('　'));
  const path = [...entry.parents.map(({ printed }) => printed), ...column];
  return side === 'newer'
    ? hindrance('column-added', path, { older: null, newer: place }, { rows: lone.length })
    : hindrance('column-removed', path, { older: place, newer: null }, { rows: lone.length });
}
