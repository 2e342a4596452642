import { foldText } from '../../../quantities/folded-text.ts';
import { isClass, readQuantity } from '../../../quantities/read-quantity.ts';
import { MEASURE_HEADERS, ORDINAL_UNITS } from '../../words/header-vocabulary.ts';
import { type CellKind, kindOf } from '../cell-kind.ts';
import type { Grid, GridCell } from '../grid.ts';
import { describes, findHeaderRows, formNameIn, isNumberingHeader } from './header-rows.ts';
import { rowNamesAmongNumbers } from './naming-columns.ts';

/** What the cells of a column mostly are; describing columns tell more of a row that is named elsewhere. */
export type ColumnKind = 'label' | 'number' | 'numbering' | 'describing';

/** A table with its cells looked up by place and its columns and header rows told apart. */
export interface TableLayout {
  readonly grid: Grid;
  readonly rows: number;
  readonly columns: number;
  cellAt(row: number, column: number): GridCell;
  kind(cell: GridCell): CellKind;
  readonly columnKinds: readonly ColumnKind[];
  /** For each row, true where it is a row of headers. */
  readonly headerRows: readonly boolean[];
  /** For each row the column from which on its cells head those below, beside numbers that reach further down; else null. */
  readonly headersFrom: readonly (number | null)[];
  /** For each row the cell with what a form from there on is about, null where it does not say. */
  readonly formNames: readonly (GridCell | null)[];
}

/** `earlier` are the column kinds of the table that this one continues, where there is one. */
export function layOutTable(grid: Grid, earlier: readonly ColumnKind[] | null = null): TableLayout {
  const rows = grid.rowEdges.length - 1;
  const columns = grid.columnEdges.length - 1;
  const at: GridCell[] = [];
  const kinds = new Map<GridCell, CellKind>();
  const headsClasses = rowsOfClasses(grid, rows);
  const afterNumbering = besideNumbering(grid);
  for (const cell of grid.cells) {
    kinds.set(cell, kindInTable(cell, headsClasses[cell.top]!, afterNumbering.has(cell)));
    for (let row = cell.top; row <= cell.bottom; row += 1) {
      for (let column = cell.left; column <= cell.right; column += 1) at[row * columns + column] = cell;
    }
  }
  const cellAt = (row: number, column: number) => at[row * columns + column]!;
  const kind = (cell: GridCell) => kinds.get(cell)!;
  const numeric = columnsWithNumbers(grid, columns, kind);
  const formNames = Array.from({ length: rows }, (_, row) => formNameIn(grid.cells.filter((cell) => cell.top === row)));
  const headerRows = findHeaderRows(grid, rows, numeric, formNames, kind);
  const headersFrom = Array.from({ length: rows }, (_, row) =>
    headerRows[row] ? null : headerPartOf(row, { rows, columns, cellAt, kind }),
  );
  const isHeader = (cell: GridCell) => headerRows[cell.top] || cell.left >= (headersFrom[cell.top] ?? columns);
  const columnKinds: ColumnKind[] = [];
  // Beside a name that spans several rows it is the measure that names each: 基本目標 | 指標.
  const describesRows = (header: string, column: number) =>
    describes(header) &&
    !(MEASURE_HEADERS.some((end) => header.endsWith(end)) && isBesideGroups(grid, column, headerRows));
  const names = rowNamesAmongNumbers(
    Array.from({ length: columns }, (_, column) => ({
      column,
      cells: grid.cells.filter((cell) => cell.left === column && !isHeader(cell)),
      header: headerTextOver(column, { cellAt, headerRows }),
      // A table with headers of its own says anew what its columns are.
      goesOn: column === 0 && !headerRows.includes(true) && earlier?.[0] === 'label' && earlier.includes('number'),
    })),
    { kind, cellAt },
  );
  for (const cell of names) kinds.set(cell, 'text');
  for (let column = 0; column < columns; column += 1) {
    const cells = grid.cells.filter((cell) => cell.left <= column && cell.right >= column && !isHeader(cell));
    const own = cells.filter((cell) => cell.left === cell.right);
    const numbers = own.filter((cell) => kind(cell) === 'number' || kind(cell) === 'blank').length;
    const texts = own.filter((cell) => kind(cell) === 'text' || kind(cell) === 'items').length;
    const header = headerTextOver(column, { cellAt, headerRows });
    if (isNumbering(own, column, header, { columns, cellAt, kind, headerRows })) columnKinds.push('numbering');
    else if (numbers > 0 || texts > 0)
      columnKinds.push(numbers >= texts ? 'number' : describesRows(header, column) ? 'describing' : 'label');
    // A column that is empty on this page is what it was before, or what its neighbour is.
    else columnKinds.push(earlier?.[column] ?? (columnKinds.at(-1) === 'number' ? 'number' : 'label'));
  }
  return { grid, rows, columns, cellAt, kind, columnKinds, headerRows, headersFrom, formNames };
}

/** The first column names the rows, and a row of classes the columns, also where the names are numbers. */
function kindInTable(cell: GridCell, isAmongClasses: boolean, isNumbered: boolean): CellKind {
  if (isAmongClasses || (cell.left === 0 && isClass(cell.text))) return cell.text === '' ? 'empty' : 'text';
  const kind = kindOf(cell);
  return kind === 'number' && isNumbered ? 'blank' : kind;
}

/** A row has so many classes of numbers where they head columns: 20歳未満 | 20～29歳 | 30～39歳. */
const CLASSES = 3;

function rowsOfClasses(grid: Grid, rows: number): boolean[] {
  const cells = Array.from({ length: rows }, (): GridCell[] => []);
  for (const cell of grid.cells) cells[cell.top]!.push(cell);
  return cells.map((row) => {
    const ordinals = countsUp(row);
    const classes = row.filter((cell) => isClass(cell.text) || ordinals.includes(cell));
    return (
      classes.length >= CLASSES &&
      row.every((cell) => classes.includes(cell) || ['text', 'empty'].includes(kindOf(cell)))
    );
  });
}

const isOrdinal = (unit: string | undefined) => ORDINAL_UNITS.some((word) => word === unit);

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
  { rows, columns, cellAt, kind }: Pick<TableLayout, 'rows' | 'columns' | 'cellAt' | 'kind'>,
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

/** True where the cells left of a column are each for several rows. */
function isBesideGroups(grid: Grid, column: number, headerRows: readonly boolean[]): boolean {
  const beside = grid.cells.filter((cell) => cell.right === column - 1 && cell.text !== '' && !headerRows[cell.bottom]);
  return beside.some((cell) => cell.bottom > cell.top);
}

/**
 * A column of small whole numbers before a column of words numbers the words: | 1 | 総務費 |. Inside a table only a header
 * over both columns tells it from a column of amounts.
 */
function isNumbering(
  cells: readonly GridCell[],
  column: number,
  header: string,
  table: Pick<TableLayout, 'columns' | 'cellAt' | 'kind' | 'headerRows'>,
): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  if (filled.length === 0 || column + 1 >= table.columns) return false;
  if (isNumberingHeader(header)) return true;
  const { last: lastHeader } = topHeader(table.headerRows);
  const shared = lastHeader >= 0 && table.cellAt(lastHeader, column) === table.cellAt(lastHeader, column + 1);
  if (column > 0 && !shared) return false;
  return filled.every((cell) => {
    const beside = table.cellAt(cell.top, column + 1);
    return (
      beside !== cell &&
      table.kind(beside) === 'text' &&
      /^[0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,3})*[.．]?$/u.test(cell.text)
    );
  });
}

/** First and last of the uppermost rows of headers; both −1 where there are none. */
function topHeader(headerRows: readonly boolean[]): { first: number; last: number } {
  const first = headerRows.indexOf(true);
  if (first < 0) return { first, last: -1 };
  const body = headerRows.indexOf(false, first);
  return { first, last: (body < 0 ? headerRows.length : body) - 1 };
}

/** The innermost header over a column in the header rows at the top, widths folded; empty where there is none. */
function headerTextOver(column: number, { cellAt, headerRows }: Pick<TableLayout, 'cellAt' | 'headerRows'>): string {
  const { first, last } = topHeader(headerRows);
  for (let row = last; row >= first && row >= 0; row -= 1) {
    const { text } = cellAt(row, column);
    if (text !== '') return foldText(text).text;
  }
  return '';
}
