import { foldText } from '../../quantities/folded-text.ts';
import { isDash, readQuantity } from '../../quantities/read-quantity.ts';
import { parseUnit, UNIT_PATTERN } from '../../quantities/unit.ts';
import { type Item, itemOf, numbersOf, type ReadNumber } from '../lines/amounts.ts';
import type { Baseline } from '../lines/baselines.ts';
import { unionOf } from '../sheet/box.ts';
import type { GridCell } from './grid.ts';

/**
 * empty; number: nothing but quantities; blank: a dash, 皆増, 12 1/3人, 47歳6月: no quantity, and no label either;
 * items: lines that end in a number of their own; text.
 */
export type CellKind = 'empty' | 'number' | 'blank' | 'items' | 'text';

const INSTEAD_OF_NUMBER = new RegExp(`^(?:[0-9.,/△▲~%()-]|${UNIT_PATTERN}|月|皆増|皆減|〃|"|同上)+$`, 'u');

/** 4月, 4~6月 head columns and name rows. */
const MONTH = /^[0-9]{1,2}(?:月?~[0-9]{1,2})?月$/u;

export function kindOf(cell: Pick<GridCell, 'lines' | 'text'>): CellKind {
  if (cell.text === '') return 'empty';
  if (cell.lines.every((line) => isDash(line.text))) return 'blank';
  if (cell.lines.every((line) => isDash(line.text) || numbersOf(line) !== null)) return 'number';
  if (hasInnerLines(cell)) return 'number';
  if (brokenNumber(cell) !== null) return 'number';
  if (isInsteadOfNumber(cell.text)) return 'blank';
  const items = cell.lines.map(itemOf);
  return items.some((item) => item !== null && (item.words.length > 0 || isSetIn(item, cell))) ? 'items' : 'text';
}

/** An amount that found no room beside its name stands in the next line, at the right or plainly an amount. */
function isSetIn({ numbers }: Item, { lines }: Pick<GridCell, 'lines'>): boolean {
  const first = lines[0]!;
  const [number] = numbers;
  if (!number || itemOf(first) !== null) return false;
  return number.box[0] > first.box[0] + 2 * first.size || /[0-9],[0-9]{3}/u.test(foldText(number.quantity.text).text);
}

/** 皆増, 12 1/3人, 〃: what stands where a number would. */
export function isInsteadOfNumber(text: string): boolean {
  const folded = foldText(text).text;
  // The digits of m2 are no number.
  return (
    /[0-9〃"増減同]/u.test(folded.replace(/m[23]/gu, 'm')) &&
    INSTEAD_OF_NUMBER.test(folded) &&
    !MONTH.test(folded) &&
    parseUnit(folded) === null
  );
}

/** The quantities of a cell that holds nothing else, line by line. */
export function numbersIn(cell: Pick<GridCell, 'lines' | 'text'>): { page: number; numbers: ReadNumber[] }[] {
  const broken = brokenNumber(cell);
  const { page } = cell.lines[0]!;
  if (broken) return [{ page, numbers: [broken] }];
  return cell.lines.map((line) => ({ page: line.page, numbers: numbersOf(line) ?? innerNumberOf(line) }));
}

/** Below or above a number (90) is an inner number too, where alone it would number a paragraph. */
function innerNumberOf(line: Baseline): ReadNumber[] {
  const quantity = readQuantity(line.text, false);
  return quantity?.inner ? [{ quantity, box: line.box }] : [];
}

function hasInnerLines({ lines }: Pick<GridCell, 'lines'>): boolean {
  if (lines.length < 2 || !lines.some((line) => numbersOf(line) !== null)) return false;
  return lines.every((line) => isDash(line.text) || numbersOf(line) !== null || innerNumberOf(line).length > 0);
}

/** A number too long for its cell goes on in the next line: 18,400,0 / 00. */
function brokenNumber(cell: Pick<GridCell, 'lines' | 'text'>): ReadNumber | null {
  if (cell.lines.length < 2 || cell.lines.every((line) => numbersOf(line) !== null)) return null;
  if (!/^[△▲-]?[0-9]{1,3},[0-9,]+$/u.test(foldText(cell.text).text)) return null;
  const quantity = readQuantity(cell.text);
  return quantity && { quantity, box: unionOf(cell.lines.map((line) => line.box)) };
}
