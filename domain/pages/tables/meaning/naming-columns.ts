import { foldText } from '../../../quantities/folded-text.ts';
import { readQuantity } from '../../../quantities/read-quantity.ts';
import { ROW_NAME_HEADERS } from '../../words/header-vocabulary.ts';
import { BUDGET_LEVELS } from '../../words/vocabulary.ts';
import { isWesternYear } from '../../words/years-in-label.ts';
import { type CellKind, isCountedThing } from '../cell-kind.ts';
import type { GridCell } from '../grid.ts';
import { isNumberHeader } from './header-rows.ts';

/** What stands below the headers of one column, from the top, and what heads it. */
export interface BodyColumn {
  readonly column: number;
  readonly cells: readonly GridCell[];
  /** The innermost header, widths folded. */
  readonly header: string;
  /** True where it named rows on the page before. */
  readonly goesOn: boolean;
}

interface Cells {
  kind(cell: GridCell): CellKind;
  cellAt(row: number, column: number): GridCell;
}

/** A column of numbers names rows only where so many of them show how they go on. */
const FEWEST = 3;

/**
 * The cells that name their rows although they hold numbers, and so are no amounts: 級 1 … 6, 款 numbers and ages in the first
 * column, the same again before another group of columns, and ３団体 in a column of words.
 */
export function rowNamesAmongNumbers(columns: readonly BodyColumn[], table: Cells): GridCell[] {
  return columns.flatMap(({ column, cells, header, goesOn }) => {
    const numbers = cells.filter((cell) => table.kind(cell) === 'number');
    const words = cells.filter((cell) => table.kind(cell) === 'text' && cell.left === cell.right);
    const name = numbers.filter((cell) => isPlain(cell) && isBesideNumber(cell, table));
    const counted = numbers.filter(isCountedThing);
    if (counted.length > 0 && (isOfLevels(header) || areNumbered(words))) return counted;
    if (words.length > numbers.length) return name.filter(isCountedThing);
    if (goesOn) return name;
    const saysSo = ROW_NAME_HEADERS.includes(header);
    const isNamed = saysSo || (column === 0 && !isNumberHeader(header));
    return isNamed &&
      numbers.length >= (saysSo && column === 0 ? 1 : FEWEST) &&
      name.length === numbers.length &&
      (goUp(numbers) || countDown(numbers))
      ? name
      : [];
  });
}

/** 目, or 項・目 over both. */
const isOfLevels = (header: string) => header !== '' && [...header].every((each) => LEVELS.includes(each));
const LEVELS: readonly string[] = [...BUDGET_LEVELS, '・', '·', '･'];

/** 1 個人 and 2 法人, among which 3 団体 goes on with their numbers. */
const areNumbered = (words: readonly GridCell[]) =>
  words.length > 0 && words.every(({ text }) => /^[0-9]{1,2}[^0-9,%]/u.test(foldText(text).text));

function isBesideNumber(cell: GridCell, { kind, cellAt }: Cells): boolean {
  const beside = cellAt(cell.top, cell.right + 1);
  return beside !== undefined && beside !== cell && ['number', 'blank', 'empty'].includes(kind(beside));
}

/** 3, 65歳, 3団体, 2023年: no part of a sum. */
const isPlain = ({ text }: GridCell) => /^[0-9]{1,3}[^0-9,.%]*$/u.test(foldText(text).text) || isWesternYear(text);

const valuesOf = (cells: readonly GridCell[]) => cells.map(({ text }) => readQuantity(text)?.value ?? Number.NaN);

/** Each is larger than the one above it, or the first of them again. */
function goUp(cells: readonly GridCell[]): boolean {
  const values = valuesOf(cells);
  return values.every((value, index) => index === 0 || value > values[index - 1]! || value === values[0]);
}

/** 8級, 7, 6 …: each is one less than the one above it, or the first of them again. */
function countDown(cells: readonly GridCell[]): boolean {
  const values = valuesOf(cells);
  return values.every((value, index) => index === 0 || value === values[index - 1]! - 1 || value === values[0]);
}
