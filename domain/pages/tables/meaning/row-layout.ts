import { foldText } from '../../../quantities/folded-text.ts';
import { isClass, readQuantity } from '../../../quantities/read-quantity.ts';
import { ORDINAL_UNITS } from '../../words/header-vocabulary.ts';
import { isWesternYear } from '../../words/years-in-label.ts';
import { type CellKind, kindOf } from '../cell-kind.ts';
import type { Grid, GridCell } from '../grid.ts';
import { findHeaderRows, formNameIn, isNumberingHeader } from './header-rows.ts';

/** A table with its cells looked up by place, and its rows of headers told from the others. */
export interface RowLayout {
  readonly grid: Grid;
  readonly rows: number;
  readonly columns: number;
  cellAt(row: number, column: number): GridCell;
  kind(cell: GridCell): CellKind;
  /** For each row, true where it is a row of headers. */
  readonly headerRows: readonly boolean[];
  /** For each row the column from which on its cells head those below, beside numbers that reach further down; else null. */
  readonly headersFrom: readonly (number | null)[];
  /** For each row the cell with what a form from there on is about, null where it does not say. */
  readonly formNames: readonly (GridCell | null)[];
}

export function layOutRows(grid: Grid): RowLayout {
  const rows = grid.rowEdges.length - 1;
  const columns = grid.columnEdges.length - 1;
  const at = new Array<GridCell>(rows * columns);
  const starting = Array.from({ length: rows }, (): GridCell[] => []);
  for (const cell of grid.cells) {
    starting[cell.top]!.push(cell);
    for (let row = cell.top; row <= cell.bottom; row += 1)
      at.fill(cell, row * columns + cell.left, row * columns + cell.right + 1);
  }
  const cellAt = (row: number, column: number) => at[row * columns + column]!;
  const kinds = kindsOf(grid, starting);
  const kind = (cell: GridCell) => kinds.get(cell)!;
  const isOverNumber = ({ bottom, left }: GridCell) => {
    const below = starting.slice(bottom + 1).flatMap((cells) => cells.filter((cell) => cell.left === left));
    const next = below.find((cell) => kind(cell) !== 'empty');
    return next !== undefined && kind(next) !== 'text';
  };
  const formNames = starting.map((cells) => formNameIn(cells, isOverNumber));
  const headerRows = findHeaderRows({
    grid,
    starting,
    numeric: columnsWithNumbers(grid, columns, kind),
    formNames,
    kind,
  });
  const headersFrom = headerRows.map((isHeader, row) =>
    isHeader ? null : headerPartOf(row, { rows, columns, cellAt, kind }),
  );
  return { grid, rows, columns, cellAt, kind, headerRows, headersFrom, formNames };
}

function kindsOf(grid: Grid, starting: readonly (readonly GridCell[])[]): Map<GridCell, CellKind> {
  const headsClasses = starting.map(isRowOfClasses);
  const afterNumbering = besideNumbering(grid);
  return new Map(
    grid.cells.map((cell) => [cell, kindInTable(cell, headsClasses[cell.top]!, afterNumbering.has(cell))]),
  );
}

/** The first column names the rows, and a row of classes the columns, also where the names are numbers. */
function kindInTable(cell: GridCell, isAmongClasses: boolean, isNumbered: boolean): CellKind {
  if (isAmongClasses || (cell.left === 0 && isClass(cell.text))) return cell.text === '' ? 'empty' : 'text';
  const kind = kindOf(cell);
  return kind === 'number' && isNumbered ? 'blank' : kind;
}

/** A row has so many classes of numbers where they head columns: 20歳未満 | 20～29歳 | 30～39歳. */
const CLASSES = 3;
/** Or so many years. */
const YEARS = 2;

function isRowOfClasses(row: readonly GridCell[]): boolean {
  const ordinals = countsUp(row);
  const years = westernYearsIn(row);
  const classes = row.filter((cell) => isClass(cell.text) || [...ordinals, ...years].includes(cell));
  return (
    classes.length >= (years.length > 0 ? YEARS : CLASSES) &&
    row.every((cell) => classes.includes(cell) || ['text', 'empty'].includes(kindOf(cell)))
  );
}

/** The cells of a row that name years one after another: 2019 | 2020 | 2021. */
function westernYearsIn(row: readonly GridCell[]): GridCell[] {
  const years = row.filter((cell) => cell.left > 0 && isWesternYear(cell.text)).sort((a, b) => a.left - b.left);
  const numbers = years.map(({ text }) => Number.parseInt(foldText(text).text, 10));
  const step = numbers[1]! - numbers[0]!;
  const areEven = numbers.every((year, index) => index === 0 || year - numbers[index - 1]! === step);
  return areEven && [1, 5, 10, -1].includes(step) ? years : [];
}

const isOrdinal = (unit: string | undefined) => unit !== undefined && ORDINAL_UNITS.includes(unit);

/** The cells of a row that count up by one, 1年 | 2年 | 3年: so they stand over columns. */
function countsUp(row: readonly GridCell[]): GridCell[] {
  const counted = row
    .toSorted((a, b) => a.left - b.left)
    .flatMap((cell) => {
      const quantity = readQuantity(cell.text);
      return isOrdinal(quantity?.unit?.text) && quantity ? [{ cell, quantity }] : [];
    });
  const isNext = counted.every(({ quantity }, index) => {
    const before = counted[index - 1]?.quantity;
    return !before || quantity.value === before.value + 1;
  });
  return isNext ? counted.map(({ cell }) => cell) : [];
}

/** 整理番号 | 12: the cells of a form that number it and count nothing. */
function besideNumbering(grid: Grid): Set<GridCell> {
  const captions = grid.cells.filter((cell) => isNumberingHeader(foldText(cell.text).text));
  return new Set(
    captions.flatMap((caption) =>
      grid.cells.filter(
        ({ top, bottom, left }) => top === caption.top && bottom === caption.bottom && left === caption.right + 1,
      ),
    ),
  );
}

function columnsWithNumbers(grid: Grid, columns: number, kind: (cell: GridCell) => CellKind): boolean[] {
  const numeric = new Array<boolean>(columns).fill(false);
  for (const cell of grid.cells) {
    if (kind(cell) === 'number' && cell.left === cell.right) numeric[cell.left] = true;
    if (kind(cell) === 'items') numeric[cell.right] = true;
  }
  return numeric;
}

/** 決算額 | 財源内訳 over a number that reaches down two rows and 国費 | 県費 beside it: where the latter begin, else null. */
function headerPartOf(
  row: number,
  { rows, columns, cellAt, kind }: Pick<RowLayout, 'rows' | 'columns' | 'cellAt' | 'kind'>,
): number | null {
  if (row + 1 >= rows) return null;
  let from = columns;
  while (from > 0) {
    const cell = cellAt(row, from - 1);
    const below = cellAt(row + 1, from - 1);
    const isOver =
      kind(cell) === 'text' &&
      cell.top === row &&
      cell.bottom === row &&
      below.left === cell.left &&
      below.right === cell.right;
    if (!isOver || !['number', 'blank', 'empty'].includes(kind(below))) break;
    from = cell.left;
  }
  if (from === 0 || columns - from < 2) return null;
  const beside = cellAt(row, from - 1);
  return kind(beside) === 'number' && beside.bottom > row ? from : null;
}
