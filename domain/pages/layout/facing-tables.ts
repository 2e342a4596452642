import { foldText } from '../../quantities/folded-text.ts';
import type { Baseline } from '../lines/line.ts';
import { withoutUnitCaption } from '../lines/loose-line.ts';
import { commonWidth } from '../sheet/box.ts';
import { kindOf } from '../tables/cell-kind.ts';
import type { Grid, GridCell } from '../tables/grid.ts';
import { INNER_NAME_HEADERS } from '../words/header-vocabulary.ts';
import type { TextBox } from './text-boxes.ts';

/** What is read from one page before its tables are looked into. */
export interface PagePieces {
  readonly grids: readonly Grid[];
  /** From the top. */
  readonly lines: readonly Baseline[];
  /** Text that is read by itself. */
  readonly boxes: readonly TextBox[];
}

/** Edges of rows in two halves of one table lie this near, in points. */
const SAME_HEIGHT = 3;
/** Rows whose names stand in the left half only are known as such by at least so many. */
const FEWEST_ROWS = 2;

/** Two printed pages on one sheet: tables of which one goes on with the rows of the other to its right are one. */
export function joinHalves(grids: readonly Grid[]): Grid[] {
  const whole: Grid[] = [];
  for (const grid of grids.toSorted((a, b) => a.box[0] - b.box[0])) {
    const at = whole.findIndex((left) => commonWidth(left.box, grid.box) < 0 && isRightHalf(left, grid));
    if (at < 0) whole.push(grid);
    else whole[at] = joined(whole[at]!, grid);
  }
  return whole;
}

/**
 * Two pages that lie open together (見開き): where each table of the right one goes on with the rows of a table of the left one,
 * both are one table of the left page, and the right page is left without it.
 */
export function joinFacing(left: PagePieces, right: PagePieces): readonly [left: PagePieces, right: PagePieces] {
  const halves = right.grids.map((grid) => left.grids.findIndex((other) => isRightHalf(other, grid)));
  if (halves.length === 0 || halves.includes(-1) || new Set(halves).size < halves.length) return [left, right];
  const grids = left.grids.map((grid, index) => {
    const half = right.grids[halves.indexOf(index)];
    return half ? joined(grid, half) : grid;
  });
  // （単位：千円） stands over the right half as often as over the left one.
  const captions = right.lines.filter((line) => withoutUnitCaption(line).line === null);
  const lines = [...left.lines, ...captions].sort((a, b) => a.box[1] - b.box[1]);
  return [
    { ...left, grids, lines },
    { ...right, grids: [], lines: right.lines.filter((line) => !captions.includes(line)) },
  ];
}

/** The rows of both stand at the same heights, and those of the right one have no names or are parts of the left one's. */
function isRightHalf(left: Grid, right: Grid): boolean {
  // A last row of which nothing is in the right half (計) has no end there where no ruling line closes it.
  const ends = left.rowEdges.slice(-2).some((edge) => isLevel(edge, right.rowEdges.at(-1)!));
  if (!ends || !isLevel(left.rowEdges[0]!, right.rowEdges[0]!)) return false;
  const isBeside = (edge: number) => edge < right.rowEdges.at(-1)! + SAME_HEIGHT;
  const [few, many] = [bodyEdges(left).filter(isBeside), bodyEdges(right)].sort((a, b) => a.length - b.length);
  if (!few!.every((edge) => many!.some((other) => isLevel(edge, other)))) return false;
  if (isInner(firstHeader(right)) && !isInner(firstHeader(left))) return true;
  const body = right.cells.filter(({ top }) => top > 0);
  return few!.length > FEWEST_ROWS && hasNames(left) && body.some(isNumber) && body.every(isNameless);
}

/** Edges of the rows below the headers, which may be in three levels in one half and in two in the other. */
function bodyEdges({ cells, rowEdges }: Grid): readonly number[] {
  const first = Math.min(...cells.filter(isNumber).map(({ top }) => top));
  return rowEdges.slice(Number.isFinite(first) ? first : 0);
}

const isLevel = (one: number, other: number) => Math.abs(one - other) <= SAME_HEIGHT;

const firstHeader = ({ cells }: Grid) =>
  foldText(cells.find(({ top, left }) => top === 0 && left === 0)?.text ?? '').text;
const isInner = (header: string) => INNER_NAME_HEADERS.some((word) => header.endsWith(word));

const isNumber = (cell: GridCell) => ['number', 'blank'].includes(kindOf(cell));
const isNameless = (cell: GridCell) => isNumber(cell) || cell.text === '' || cell.top === 0;
const hasNames = ({ cells }: Grid) =>
  cells.filter((cell) => cell.left === 0 && cell.top > 0 && kindOf(cell) === 'text').length >= FEWEST_ROWS;

/** Both as one grid, with the columns of the right one behind those of the left. */
function joined(left: Grid, right: Grid): Grid {
  const rowEdges = [...left.rowEdges];
  for (const edge of right.rowEdges) if (!rowEdges.some((other) => isLevel(edge, other))) rowEdges.push(edge);
  rowEdges.sort((a, b) => a - b);
  const placeOf = (edge: number) => rowEdges.findIndex((other) => isLevel(edge, other));
  const columns = left.columnEdges.length - 1;
  const off = left.box[2] - right.box[0];
  const cellsOf = (grid: Grid, from: number) =>
    grid.cells.map((cell) => ({
      ...cell,
      left: cell.left + from,
      right: cell.right + from,
      top: placeOf(grid.rowEdges[cell.top]!),
      bottom: placeOf(grid.rowEdges[cell.bottom + 1]!) - 1,
    }));
  const cells = [...cellsOf(left, 0), ...cellsOf(right, columns)].sort((a, b) => a.top - b.top || a.left - b.left);
  const columnEdges = [...left.columnEdges, ...right.columnEdges.slice(1).map((edge) => edge + off)];
  return { ...left, box: [left.box[0], left.box[1], columnEdges.at(-1)!, left.box[3]], columnEdges, rowEdges, cells };
}
