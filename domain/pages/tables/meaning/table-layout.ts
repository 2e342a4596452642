import { foldText } from '../../../quantities/folded-text.ts';
import { INDICATOR_WORDS } from '../../words/captions.ts';
import type { GridCell } from '../grid.ts';
import { describes, isNumberingHeader } from './header-rows.ts';
import { rowNamesAmongNumbers } from './naming-columns.ts';
import type { RowLayout } from './row-layout.ts';

/** What the cells of a column mostly are; describing columns tell more of a row that is named elsewhere. */
export type ColumnKind = 'label' | 'number' | 'numbering' | 'describing';

/** A table with its rows of headers and its columns told apart. */
export interface TableLayout extends RowLayout {
  readonly columnKinds: readonly ColumnKind[];
}

/** `earlier` are the column kinds of the table that this one continues, where there is one. */
export function layOutTable(rows: RowLayout, earlier: readonly ColumnKind[] | null = null): TableLayout {
  const names = new Set(namesAmongNumbers(rows, earlier));
  const table: RowLayout = { ...rows, kind: (cell) => (names.has(cell) ? 'text' : rows.kind(cell)) };
  const columnKinds: ColumnKind[] = [];
  for (let column = 0; column < table.columns; column += 1) {
    // A column that is empty on this page is what it was before, or what its neighbour is.
    const otherwise = earlier?.[column] ?? (columnKinds.at(-1) === 'number' ? 'number' : 'label');
    const kind = kindOfColumn(table, column) ?? otherwise;
    // What only a header tells from names, the headers of the page before have told.
    const goesOn = kind === 'label' && earlier?.[column] === 'describing' && !table.headerRows.includes(true);
    columnKinds.push(goesOn ? 'describing' : kind);
  }
  return { ...table, columnKinds };
}

function namesAmongNumbers(table: RowLayout, earlier: readonly ColumnKind[] | null): GridCell[] {
  const { grid, columns, headerRows } = table;
  // A table with headers of its own says anew what its columns are.
  const goesOn = !headerRows.includes(true) && earlier?.[0] === 'label' && earlier.includes('number');
  const bodies = Array.from({ length: columns }, (_, column) => ({
    column,
    cells: grid.cells.filter((cell) => cell.left === column && !isHeader(table, cell)),
    header: headerTextOver(column, table),
    goesOn: column === 0 && goesOn,
  }));
  return rowNamesAmongNumbers(bodies, table);
}

const isHeader = ({ headerRows, headersFrom, columns }: RowLayout, cell: GridCell) =>
  headerRows[cell.top] || cell.left >= (headersFrom[cell.top] ?? columns);

/** Null where the column is empty. */
function kindOfColumn(table: RowLayout, column: number): ColumnKind | null {
  const { grid, kind } = table;
  const own = grid.cells.filter((cell) => cell.left === column && cell.right === column && !isHeader(table, cell));
  const header = headerTextOver(column, table);
  if (isNumbering(own, column, header, table)) return 'numbering';
  const numbers = own.filter((cell) => kind(cell) === 'number' || kind(cell) === 'blank').length;
  const texts = own.filter((cell) => kind(cell) === 'text' || kind(cell) === 'items').length;
  if (numbers === 0 && texts === 0) return null;
  if (numbers >= texts || holdsNamedAmounts(table, column, own)) return 'number';
  return describesRows(table, column, header) || isBehindAmounts(table, column) ? 'describing' : 'label';
}

/** 国　14 and 県　504 under 国県支出金, before other amounts of the row. */
function holdsNamedAmounts(table: RowLayout, column: number, own: readonly GridCell[]): boolean {
  const { kind, columns } = table;
  if (column === 0 || column + 1 >= columns || own.some((cell) => kind(cell) === 'text')) return false;
  return kindOfColumn(table, column + 1) === 'number';
}

/** Beside a name that spans several rows it is the measure that names each: 基本目標 | 指標. */
function describesRows(table: RowLayout, column: number, header: string): boolean {
  if (!describes(header)) return false;
  return !(INDICATOR_WORDS.some((end) => header.endsWith(end)) && isBesideGroups(table, column));
}

/** True where the cells left of a column are each for several rows: they span them, say the same again, or stand beside the first. */
function isBesideGroups({ grid, headerRows, cellAt }: RowLayout, column: number): boolean {
  const isBody = (cell: GridCell) => cell.text !== '' && !headerRows[cell.bottom];
  const beside = grid.cells.filter((cell) => cell.right === column - 1 && isBody(cell));
  if (beside.some((cell) => cell.bottom > cell.top)) return true;
  if (new Set(beside.map(({ text }) => text)).size < beside.length) return true;
  const own = grid.cells.filter((cell) => cell.left === column && isBody(cell));
  return beside.length > 0 && own.some(({ top }) => cellAt(top, column - 1)?.text === '');
}

/** 補正前 over 限度額 | 方法 | 利率, and the same below 補正後: words behind the amounts under one header name none under the next. */
function isBehindAmounts(table: RowLayout, column: number): boolean {
  const { first, last } = topHeader(table.headerRows);
  if (first < 0 || last === first) return false;
  const over = table.cellAt(first, column);
  const isSpanning = over.left > 0 && over.left < column && over.bottom < last;
  return isSpanning && kindOfColumn(table, over.left) === 'number';
}

/**
 * A column of small whole numbers before a column of words numbers the words: | 1 | 総務費 |. Inside a table only a header
 * over both columns tells it from a column of amounts.
 */
function isNumbering(cells: readonly GridCell[], column: number, header: string, table: RowLayout): boolean {
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
function headerTextOver(column: number, { cellAt, headerRows }: RowLayout): string {
  const { first, last } = topHeader(headerRows);
  for (let row = last; row >= first && row >= 0; row -= 1) {
    const { text } = cellAt(row, column);
    if (text !== '') return foldText(text).text;
  }
  return '';
}
