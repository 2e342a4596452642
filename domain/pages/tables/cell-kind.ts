import { foldText } from '../../quantities/folded-text.ts';
import { readQuantity } from '../../quantities/read-quantity.ts';
import { numbersOf, numbersOrInner } from '../lines/amounts.ts';
import type { Baseline, Item, ReadNumber } from '../lines/line.ts';
import { readingOf } from '../lines/reading.ts';
import { unionOf } from '../sheet/box.ts';
import type { GridCell } from './grid.ts';

/**
 * empty; number: nothing but quantities; blank: a dash, 皆増, 12 1/3人, 47歳6月: no quantity, and no label either;
 * items: lines that end in a number of their own; text.
 */
export type CellKind = 'empty' | 'number' | 'blank' | 'items' | 'text';

type Cell = Pick<GridCell, 'lines' | 'text'>;

export function kindOf(cell: Cell): CellKind {
  const { lines } = cell;
  if (cell.text === '') return 'empty';
  if (lines.every(isDash)) return 'blank';
  if (lines.every((line) => isDash(line) || numbersOf(line) !== null)) return 'number';
  if (hasInnerLines(cell) || brokenNumber(cell) !== null) return 'number';
  if ((lines.length === 1 ? lines[0]!.reading : readingOf(cell.text)).kind === 'instead') return 'blank';
  const isItem = ({ item }: Baseline) => item !== null && (item.words.length > 0 || isSetIn(item, cell));
  return lines.some((line) => isItem(line) && !isCountOfName(line.item!)) ? 'items' : 'text';
}

/** 特別会計 (5件): what a name counts in brackets is the name's. */
const isCountOfName = ({ words, numbers }: Item) =>
  words.length > 0 &&
  numbers.every(
    ({ quantity }) => quantity.inner && quantity.unit !== null && !['円', '%', ''].includes(quantity.unit.measure),
  );

/** ３団体: so many of something, or a name with its number. */
export function isCountedThing({ text }: Pick<Cell, 'text'>): boolean {
  const folded = foldText(text).text;
  return /^[0-9]{1,3}[^0-9,.%]*[^0-9円]$/u.test(folded) && !folded.endsWith('%');
}

const isDash = ({ reading }: Baseline) => reading.kind === 'dash';

/** An amount that found no room beside its name stands in the next line, at the right. */
function isSetIn({ numbers }: Item, { lines }: Cell): boolean {
  const first = lines[0]!;
  const [number] = numbers;
  return number !== undefined && first.item === null && number.box[0] > first.box[0] + 2 * first.size;
}

/** The quantities of a cell that holds nothing else, line by line. */
export function numbersIn(cell: Cell): { page: number; numbers: readonly ReadNumber[] }[] {
  const broken = brokenNumber(cell);
  const { page } = cell.lines[0]!;
  if (broken) return [{ page, numbers: [broken] }];
  return cell.lines.map((line) => ({ page: line.page, numbers: numbersOrInner(line) }));
}

function hasInnerLines({ lines }: Cell): boolean {
  if (lines.length < 2 || !lines.some((line) => numbersOf(line) !== null)) return false;
  return lines.every((line) => isDash(line) || numbersOrInner(line).length > 0);
}

/** A number too long for its cell goes on in the next line: 18,400,0 / 00. */
function brokenNumber(cell: Cell): ReadNumber | null {
  if (cell.lines.length < 2 || cell.lines.every((line) => numbersOf(line) !== null)) return null;
  if (!/^[△▲-]?[0-9]{1,3},[0-9,]+$/u.test(foldText(cell.text).text)) return null;
  const quantity = readQuantity(cell.text);
  return quantity && { quantity, box: unionOf(cell.lines.map((line) => line.box)) };
}
