import { findQuantities } from '../../quantities/read-quantity.ts';
import type { Unit } from '../../quantities/unit.ts';
import type { Baseline, ReadNumber } from '../lines/line.ts';
import type { GridCell } from '../tables/grid.ts';
import type { ColumnHeader } from '../tables/meaning/column-header.ts';
import { type Label, labelOf, NO_LABEL } from '../words/label.ts';
import { BULLETS } from '../words/vocabulary.ts';
import type { Entry, PlacedQuantity } from './entry.ts';
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

interface OpenItem {
  text: string;
  readonly lines: Baseline[];
  readonly bullet: boolean;
  numbers: readonly ReadNumber[];
}

/**
 * Reads a cell whose lines are items with numbers of their own (説明). A name may run over several lines; items without a
 * bullet belong to the item with one above them.
 */
export function readItems(
  cell: GridCell,
  parents: readonly Label[],
  header: ColumnHeader,
  caption: Unit | null,
): Entry[] {
  const items = joinLines(cell);
  const entries: Entry[] = [];
  let lead: Label | null = null;
  const hasBullets = items.some((item) => item.bullet);
  for (const item of items) {
    const label = labelOf(item.text);
    const own = hasBullets && !item.bullet && lead ? [...parents, lead] : parents;
    if (item.bullet) lead = label;
    if (item.numbers.length === 0 && findQuantities(item.text).length > 0) {
      entries.push(...readProse(item.lines, own));
      continue;
    }
    const { page, box } = item.lines[0]!;
    const quantities = placeNumbers(item.numbers, { page, header, columnIndex: cell.right, caption });
    entries.push({
      kind: quantities.length > 0 ? 'row' : 'text',
      page,
      box,
      parents: own,
      label,
      remark: NO_LABEL,
      quantities,
    });
  }
  return entries;
}

function joinLines(cell: GridCell): OpenItem[] {
  const read = cell.lines.map((line) => {
    const { item } = line;
    const words = item ? item.words : line.runs;
    return {
      line,
      numbers: item?.numbers ?? [],
      text: words.map((run) => run.text).join(''),
      end: words.at(-1)?.box[2] ?? 0,
    };
  });
  const fullWidth = Math.max(...read.map(({ end }) => end));
  const items: OpenItem[] = [];
  let previousEnd = 0;
  for (const { line, numbers, text, end } of read) {
    const open = items.at(-1);
    const bullet = BULLETS.includes(text.charAt(0)) && text !== '';
    // A line goes on with the one above where that one had no room left, or has no number yet.
    const wraps = open && !bullet && numbers.length === 0 && previousEnd > fullWidth - 1.6 * line.size;
    const completes = open && !bullet && open.numbers.length === 0 && previousEnd > fullWidth - 1.6 * line.size;
    if (open && (wraps || completes || text === '')) {
      open.text += text;
      open.lines.push(line);
      open.numbers = [...open.numbers, ...numbers];
    } else {
      items.push({ text, lines: [line], bullet, numbers });
    }
    previousEnd = end;
  }
  return items;
}
