import { findQuantities } from '../../quantities/read-quantity.ts';
import type { Unit } from '../../quantities/unit.ts';
import type { ReadNumber } from '../lines/line.ts';
import type { GridCell } from '../tables/grid.ts';
import type { ColumnHeader } from '../tables/meaning/column-header.ts';
import { type Label, labelOf, NO_LABEL } from '../words/label.ts';
import type { Entry, PlacedQuantity } from './entry.ts';
import { type ItemLines, itemsOf } from './item-lines.ts';
import { ItemStack } from './item-stack.ts';
import { readProse } from './prose.ts';

/** The unit of a number: beside its digits, then its column's header, then the caption. */
function unitOf(number: ReadNumber, header: ColumnHeader, caption: Unit | null): Unit | null {
  const own = number.quantity.unit;
  if (own && own.measure !== '') return own;
  if (header.unit || header.ownUnit) return header.unit;
  return caption;
}

/** Where numbers stand: under what header, in which column of the table, below a caption with what unit. */
interface NumberPlace {
  readonly page: number;
  readonly header: ColumnHeader;
  readonly columnIndex?: number;
  readonly caption: Unit | null;
}

export function placeNumbers(
  numbers: readonly ReadNumber[],
  { page, header, columnIndex, caption }: NumberPlace,
): PlacedQuantity[] {
  return numbers.map(({ quantity, box }) => ({
    page,
    box,
    quantity,
    unit: unitOf({ quantity, box }, header, caption),
    column: header.labels,
    ...(columnIndex !== undefined && { columnIndex }),
  }));
}

/** More places than this where names begin are no steps: the names stand in the middle, or at the right. */
const MOST_STEPS = 4;

/**
 * Reads a cell whose lines are items with numbers of their own (説明). What is set in, or has no bullet, belongs to the item
 * with less above it; `stack` holds those of the page before.
 */
export function readItems(
  cell: GridCell,
  parents: readonly Label[],
  header: ColumnHeader,
  caption: Unit | null,
  stack = new ItemStack(),
): Entry[] {
  const items = itemsOf(cell);
  const isStepped = stepsOf(items) <= MOST_STEPS;
  return items.flatMap(({ text, lines, numbers }): Entry[] => {
    const label = labelOf(text);
    const { page, box, size } = lines[0]!;
    const indent = isStepped ? box[0] - cell.box[0] : 0;
    const own = [...parents, ...stack.push(text, label, { indent, size })];
    if (numbers.length === 0 && findQuantities(text).length > 0) return readProse(lines, own);
    const quantities = placeNumbers(numbers, { page, header, columnIndex: cell.right, caption });
    const kind = quantities.length > 0 ? 'row' : 'text';
    return [{ kind, page, box, parents: own, label, remark: NO_LABEL, quantities }];
  });
}

function stepsOf(items: readonly ItemLines[]): number {
  const begins = items.map(({ lines }) => lines[0]!.box[0]).sort((a, b) => a - b);
  return begins.filter((x, index) => index === 0 || x - begins[index - 1]! > 2).length;
}
