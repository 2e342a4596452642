import { foldText } from '../../../quantities/folded-text.ts';
import { NAME_WORDS, NUMBER_WORDS } from '../../words/captions.ts';
import { headerSense } from '../../words/header-sense.ts';
import { DESCRIBING_ENDINGS, NUMBER_HEADER_ENDINGS } from '../../words/header-vocabulary.ts';
import { type Label, labelOf } from '../../words/label.ts';
import { withoutUnit } from '../../words/unit-caption.ts';
import type { CellKind } from '../cell-kind.ts';
import type { Grid, GridCell } from '../grid.ts';

/** A table while its header rows are looked for. */
interface Rows {
  readonly grid: Grid;
  /** For each row the cells that begin in it. */
  readonly starting: readonly (readonly GridCell[])[];
  /** For each column, true where it holds numbers. */
  readonly numeric: readonly boolean[];
  readonly formNames: readonly (GridCell | null)[];
  kind(cell: GridCell): CellKind;
}

/** A longer cell heads no column. */
const LONGEST_HEADER = 24;

/** Header rows have words over columns of numbers and no number themselves: at the top, and again further down. */
export function findHeaderRows(table: Rows): boolean[] {
  const { starting, formNames, numeric, kind } = table;
  const header = starting.map(() => false);
  let top = true;
  let coveredTo = -1;
  for (const [row, cells] of starting.entries()) {
    const over = wordsOver(table, row);
    const candidate = mayHead(table, row, over, header[row - 1] ?? false);
    if (!top) {
      header[row] = candidate && over.length >= 2 && over.length * 2 > numeric.filter(Boolean).length;
      continue;
    }
    const spanned = header[row - 1] === true && cells.every((cell) => kind(cell) === 'empty');
    // Below a header cell that reaches further down every row is one of headers, also over columns without numbers.
    header[row] = candidate && (over.length > 0 || spanned || row <= coveredTo);
    top = header[row] || formNames[row] !== null;
    const filled = header[row] ? cells.filter((cell) => cell.text !== '') : [];
    coveredTo = Math.max(coveredTo, ...filled.map((cell) => cell.bottom));
  }
  return withoutOverhanging(table.grid, header);
}

/** Short words without a number among them, which tell of no more than the columns below; `isBelow` another row of headers. */
function mayHead(table: Rows, row: number, over: readonly GridCell[], isBelow: boolean): boolean {
  const { grid, starting, formNames } = table;
  if (hasNumber(table, row) || over.some((cell) => cell.text.length > LONGEST_HEADER)) return false;
  const cells = starting[row]!;
  const below = row + 1 < starting.length && !hasNumber(table, row + 1) ? starting[row + 1]! : null;
  // Below headers a cell across all columns begins a section.
  const isSection = isBelow && cells.length === 1 && isWhole(grid, cells[0]!);
  return formNames[row] === null && !isAboutTheWhole(cells, below) && !isAboveNames(table, row) && !isSection;
}

/** The words of a row that stand over columns of numbers. */
const wordsOver = ({ starting, numeric, kind }: Rows, row: number) =>
  starting[row]!.filter((cell) => kind(cell) === 'text' && numeric.slice(cell.left, cell.right + 1).includes(true));

const hasNumber = ({ starting, kind }: Rows, row: number) =>
  starting[row]!.some((cell) => ['number', 'blank', 'items'].includes(kind(cell)));

/** 予算科目 | 3款2項 above 事業費 | 予算額 | 決算額, where 事業費 reaches down beside numbers, heads none of them. */
function isAboveNames(table: Rows, row: number): boolean {
  const { starting, kind } = table;
  const first = starting[row + 1]?.find((cell) => cell.left === 0 && kind(cell) === 'text');
  if (!first || first.bottom === row + 1 || hasNumber(table, row + 1) || wordsOver(table, row + 1).length < 2)
    return false;
  return starting.slice(row + 2, first.bottom + 1).some((_, index) => hasNumber(table, row + 2 + index));
}

/** From below, so that what stands over a row that is no header is none either. */
function withoutOverhanging(grid: Grid, header: readonly boolean[]): boolean[] {
  const kept = [...header];
  let demoted = false;
  for (let row = kept.length - 2; row >= 0; row -= 1) {
    demoted = kept[row]! && ((kept[row + 1]! && !spans(grid, row, row + 1)) || demoted);
    if (demoted) kept[row] = false;
  }
  return kept;
}

const isWhole = (grid: Grid, { left, right }: GridCell) => left === 0 && right === grid.columnEdges.length - 2;

/** True where each cell of a row is over whole cells of the row below; 款項目 | 3款1項2目 in a form is over parts of them. */
function spans(grid: Grid, row: number, below: number): boolean {
  const edges = (at: number) =>
    grid.cells.filter((cell) => cell.top <= at && cell.bottom >= at).map(({ left }) => left);
  const lower = new Set(edges(below));
  return edges(row).every((edge) => lower.has(edge));
}

/**
 * 担当課 | 財政課 above a form's table tells of the whole form and heads no column; 指標 | 単位 | 令和５年度 right above numbers
 * does. `below` is the next row where that has no numbers.
 */
function isAboutTheWhole(cells: readonly GridCell[], below: readonly GridCell[] | null): boolean {
  const first = cells.find((cell) => cell.left === 0);
  if (first === undefined || cells.length < 2 || !describes(foldText(first.text).text)) return false;
  if (first.bottom > first.top) return false;
  if (cells.length === 2) return !headsNumbers(cells[1]!.text);
  return below?.some((cell) => cell.left === 0 && cell.text !== '') ?? false;
}

/**
 * 事業名 | 放課後児童クラブ運営事業 | 所管課 | こども課: a name beside its caption, and no header of a column. `isOverNumber` tells
 * cells right above one: 観光対策費 is a name where it is none, 事業費 a header.
 */
export function formNameIn(cells: readonly GridCell[], isOverNumber: (cell: GridCell) => boolean): GridCell | null {
  const filled = cells.filter((cell) => cell.text !== '').sort((a, b) => a.left - b.left);
  const at = filled.findIndex((cell) => NAME_WORDS.includes(foldText(cell.text).text));
  const name = filled[at + 1];
  if (at < 0 || at > 2 || !name || describes(foldText(name.text).text)) return null;
  if (headsNumbers(name.text) && (hasHeaderSense(labelOf(name.text)) || isOverNumber(name))) return null;
  const after = filled[at + 2];
  if (after === undefined) return name;
  const beside = foldText(after.text).text;
  return describes(beside) || isNumberingHeader(beside) ? name : null;
}

/** True for words that stand over numbers: 令和４年度, 本年度, 実績. */
function headsNumbers(text: string): boolean {
  const label = labelOf(text);
  return hasHeaderSense(label) || NUMBER_HEADER_ENDINGS.some((end) => label.key.endsWith(end));
}

const hasHeaderSense = (label: Label) => label.years.length > 0 || headerSense(label).role !== null;

/** True for the header of a column of numbers, widths folded: 人員数, 令和４年度, 割合. */
export const isNumberHeader = (folded: string) => headsNumbers(withoutUnit(folded).words);

/** True for the headers of columns that number the rows, widths folded. */
export const isNumberingHeader = (folded: string) => NUMBER_WORDS.includes(folded.toLowerCase());

/** True for the headers of columns that tell more of a row, widths folded. */
export const describes = (header: string) => DESCRIBING_ENDINGS.some((ending) => header.endsWith(ending));
