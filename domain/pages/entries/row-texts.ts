import { findQuantities } from '../../quantities/read-quantity.ts';
import type { GridCell } from '../tables/grid.ts';
import {
  type ColumnGroup,
  groupOf,
  isSentenceAcross,
  outerLabels,
  sameLabels,
} from '../tables/meaning/column-groups.ts';
import { type ColumnHeader, NO_HEADER } from '../tables/meaning/column-header.ts';
import type { TableLayout } from '../tables/meaning/table-layout.ts';
import { type Label, labelOf, NO_LABEL } from '../words/label.ts';
import { readItems } from './cell-items.ts';
import type { Entry } from './entry.ts';
import { holdsFormula } from './item-lines.ts';
import { ItemStack } from './item-stack.ts';
import { readProse } from './prose.ts';
import type { TableReading } from './table-reading.ts';

/** A text cell this long is read as a text of its own, not only as a remark. */
const LONG_TEXT = 16;

/** What a cell without numbers of its row says by itself: items with their amounts, or running text; none where it only names. */
export function textEntries(reading: TableReading, cell: GridCell, cells: readonly GridCell[]): Entry[] {
  const { table, place, groups, stacks } = reading;
  const group = groupOf(groups, cell.left);
  const kind = table.kind(cell);
  const outer = () => [...place.parents, ...outerLabels(table, cell, reading, group)];
  if (kind === 'items') return itemsIn(reading, cell, [...outer(), ...rowNamesBeside(reading, cell, group)]);
  if (kind !== 'text') return [];
  if (holdsFormula(cell) && group === groups.length - 1) return itemsIn(reading, cell, outer());
  if (!isProse(cell, groups[group]!)) return [];
  // A sentence below a row of numbers, and as wide, is about that row.
  const names = isSentenceAcross(cell, groups[group]!) ? stacks[group]!.labels : namesOf(reading, cell, cells);
  return readProse(cell.lines, [...outer(), ...names]);
}

/** Items in a column of amounts (国 14 under 国県支出金) are the row's, those behind all amounts their own. */
const rowNamesBeside = ({ groups, stacks }: TableReading, cell: GridCell, group: number) =>
  groups[group]!.numbers.includes(cell.left) ? stacks[group]!.labels : [];

/** Those of a cell beside which nothing is named go on with the ones above it, or on the page before. */
function itemsIn(reading: TableReading, cell: GridCell, parents: readonly Label[]): Entry[] {
  const { table, groups, items } = reading;
  const isNamed = groups.some((group) =>
    group.labels.some((column) => column < cell.left && isNamedIn(table, cell, column)),
  );
  const above = items.get(cell.left);
  const under = isNamed ? parents : (above?.under ?? parents);
  const stack = above && sameLabels(above.under, under) ? above.stack : new ItemStack();
  items.set(cell.left, { stack, under });
  return readItems(cell, under, headerOverItems(reading, cell), reading.unit, stack);
}

/** A name stands in a column beside a cell. */
const isNamedIn = (table: TableLayout, cell: GridCell, column: number) =>
  table.grid.cells.some(
    ({ left, top, text }) => left === column && top >= cell.top && top <= cell.bottom && text !== '',
  );

/** A cell across columns of different headers stands under none of them. */
function headerOverItems({ headers }: TableReading, { left, right }: GridCell): ColumnHeader {
  const [first, last] = [headers[left], headers[right]];
  return last && (!first || first.labels.length === 0 || sameLabels(first.labels, last.labels)) ? last : NO_HEADER;
}

/** Long, or with an amount in it, where the column does not name rows of numbers. */
function isProse(cell: GridCell, group: ColumnGroup): boolean {
  if (isSentenceAcross(cell, group)) return true;
  if (group.numbers.length > 0 && group.labels.includes(cell.left)) return false;
  return cell.text.length >= LONG_TEXT || findQuantities(cell.text).length > 0;
}

/** What a cell of running text is about: its column's header, or in a form or over numbers the short cell to its left. */
function namesOf(reading: TableReading, cell: GridCell, cells: readonly GridCell[]): readonly Label[] {
  const { labels } = reading.headers[cell.left] ?? NO_HEADER;
  if (labels.length > 0 && reading.table.columnKinds[cell.left] !== 'number') return labels;
  const beside = cells.findLast((other) => other.right < cell.left && other.text !== '');
  return beside && beside.text.length < LONG_TEXT ? [labelOf(beside.text)] : [];
}

/** A row without numbers still has words that the other paper may have too. */
export function bareLabels(reading: TableReading, cells: readonly GridCell[]): Entry[] {
  const { table, place, groups } = reading;
  return cells
    .filter((cell) => table.kind(cell) === 'text')
    .map((cell) => {
      const outer = [...place.parents, ...outerLabels(table, cell, reading, groupOf(groups, cell.left))];
      const { page } = cell.lines[0]!;
      return {
        kind: 'text',
        page,
        box: cell.box,
        parents: outer,
        label: labelOf(cell.text),
        remark: NO_LABEL,
        quantities: [],
      };
    });
}
