import type { Side } from '../../alignment/numbered-labels.ts';
import type { ComparedQuantity, Comparison, LoneQuantity } from '../../comparison/compare-documents.ts';
import { headerKey } from '../../comparison/table-columns.ts';
import type { Entry, PlacedQuantity } from '../../entries/entry.ts';
import { groupBy } from '../../sheet/group-by.ts';
import type { Label } from '../../words/label.ts';
import { columnOf } from '../compared-lines.ts';
import { type Hindrance, hindrance, isRow, type Places } from './hindrance.ts';

/** Columns whose unit is another, 円 and 千円, once for all tables that have them; without headers once for each table. */
export function changedUnits({ quantities }: Comparison, placed: Places): Hindrance[] {
  const changed = quantities.filter(
    ({ older, newer }) => older.unit && newer.unit && unitKey(older) !== unitKey(newer),
  );
  return [...groupBy(changed, measureIn).values()].map((pairs) => {
    const { row, older, newer } = pairs[0]!;
    const column = columnOf(newer);
    const path = column.length > 0 ? column : row.newer.entry.parents.map(({ printed }) => printed);
    const places = {
      older: placed.of('older', older, older.unit!.text),
      newer: placed.of('newer', newer, newer.unit!.text),
    };
    return hindrance('unit', path, places, { rows: pairs.length, detail: `${unitKey(older)} ${unitKey(newer)}` });
  });
}

const unitKey = ({ unit }: PlacedQuantity) => `${unit?.measure} ${unit?.scale}`;
const measureIn = ({ row, older, newer }: ComparedQuantity) =>
  [newer.column.length > 0 ? headerKey(newer.column) : tableOf(row.newer.entry), unitKey(older), unitKey(newer)].join();
const tableOf = ({ table, parents }: Entry) => table ?? parents.map(({ key }) => key).join('\n');

/** Columns in which most rows that both papers have hold something in one of them only; a year that came or went is none. */
export function loneColumns({ rows, unmatched }: Comparison, placed: Places): Hindrance[] {
  const sides = ['newer', 'older'] as const;
  return sides.flatMap((side) => {
    const paired = new Set(rows.map((pair) => pair[side].entry));
    const perTable = groupBy([...paired].filter(isRow), tableOf);
    const columns = groupBy(
      unmatched[side].filter(
        ({ entry, placed: { column } }) => paired.has(entry) && isRow(entry) && column.length > 0 && !isYear(column),
      ),
      ({ entry, placed: { column } }) => `${tableOf(entry)} ${headerKey(column)}`,
    );
    return [...columns.values()]
      .filter((lone) => 2 * lone.length > perTable.get(tableOf(lone[0]!.entry))!.length)
      .map((lone) => loneColumn(side, lone, placed));
  });
}

const isYear = (column: readonly Label[]) => column.some(({ years }) => years.length > 0);

function loneColumn(side: Side, lone: readonly LoneQuantity[], placed: Places): Hindrance {
  const { entry, placed: quantity } = lone[0]!;
  const column = columnOf(quantity);
  const place = placed.of(side, quantity, column.join('　'));
  const path = [...entry.parents.map(({ printed }) => printed), ...column];
  return side === 'newer'
    ? hindrance('column-added', path, { older: null, newer: place }, { rows: lone.length })
    : hindrance('column-removed', path, { older: place, newer: null }, { rows: lone.length });
}
