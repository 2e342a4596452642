import type { Unit } from '../../quantities/unit.ts';
import { layBaselines } from '../lines/baselines.ts';
import type { Baseline, PlacedCharacter } from '../lines/line.ts';
import { middleX, middleY } from '../sheet/box.ts';
import type { Box } from '../sheet/page-content.ts';
import { numberFirst } from './number-beside.ts';
import { placesOfCrossed } from './ruled/crossed-numbers.ts';
import { coverage, type Frame, placesOf, type Ruling } from './ruled/ruling.ts';

/** A cell of a ruled table; rows and columns are inclusive indexes into the finest grid of the frame. */
export interface GridCell {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly box: Box;
  readonly lines: readonly Baseline[];
  /** The lines joined, without spaces. */
  readonly text: string;
  /** The unit that stood on a line of its own in it. */
  readonly unit?: Unit;
}

export interface Grid {
  readonly page: number;
  readonly box: Box;
  /** x of each column's edges, one more than columns; likewise y of the rows. */
  readonly columnEdges: readonly number[];
  readonly rowEdges: readonly number[];
  readonly cells: readonly GridCell[];
  /** It goes on over the page in the columns of the table before, wherever these have their edges here. */
  readonly goesOn?: true;
}

/** An edge is there when rulings cover this share of it. */
const EDGE = 0.5;
/** Ends of rulings that stick out this far, in points, beside type make an open side of a table (no outer line drawn). */
const OPEN_SIDE = 6;

/** More cells than this on one page are a drawing. */
const MOST_CELLS = 20_000;

/** Cuts a frame into cells and gives each its characters; null where it holds no table. */
export function readGrid(frame: Frame, characters: readonly PlacedCharacter[], page: number): Grid | null {
  const holdsType = ([x0, y0, x1, y1]: Box) =>
    characters.some(({ box }) => isWithin(middleX(box), x0, x1) && isWithin(middleY(box), y0, y1));
  const columnEdges = withOpenSides(frame.vertical, frame.horizontal, ([from, to], [first, last]) =>
    holdsType([from, first, to, last]),
  );
  const rowEdges = withOpenSides(frame.horizontal, frame.vertical, ([from, to], [first, last]) =>
    holdsType([first, from, last, to]),
  );
  if (columnEdges.length < 3 && rowEdges.length < 3) return null;
  if (columnEdges.length < 2 || rowEdges.length < 2) return null;
  if (columnEdges.length * rowEdges.length > MOST_CELLS) return null;
  const spans = mergeCells(frame, columnEdges, rowEdges);
  const owner = new Map<number, PlacedCharacter[]>();
  const columns = columnEdges.length - 1;
  const inFrame = characters.filter(
    ({ box }) => intervalOf(columnEdges, middleX(box)) >= 0 && intervalOf(rowEdges, middleY(box)) >= 0,
  );
  const crossed = placesOfCrossed(inFrame, columnEdges);
  for (const character of inFrame) {
    const column = intervalOf(columnEdges, crossed.get(character) ?? middleX(character.box));
    const row = intervalOf(rowEdges, middleY(character.box));
    const cell = spans.cellOf[row * columns + column]!;
    const own = owner.get(cell);
    if (own) own.push(character);
    else owner.set(cell, [character]);
  }
  const cells = spans.cells.map((span, index): GridCell => {
    const lines = numberFirst(layBaselines(owner.get(index) ?? [], page));
    return {
      ...span,
      box: [columnEdges[span.left]!, rowEdges[span.top]!, columnEdges[span.right + 1]!, rowEdges[span.bottom + 1]!],
      lines,
      text: lines.map((line) => line.text).join(''),
    };
  });
  const box: Box = [columnEdges[0]!, rowEdges[0]!, columnEdges.at(-1)!, rowEdges.at(-1)!];
  return { page, box, columnEdges, rowEdges, cells };
}

type Stretch = readonly [from: number, to: number];

/** `holdsType` tells whether type stands in a stretch across the rulings and in one along them. */
function withOpenSides(
  across: readonly Ruling[],
  along: readonly Ruling[],
  holdsType: (across: Stretch, along: Stretch) => boolean,
): number[] {
  const places = placesOf(across.map((ruling) => ruling.at));
  const from = Math.min(...along.map((ruling) => ruling.from));
  const to = Math.max(...along.map((ruling) => ruling.to));
  const whole: Stretch = [Math.min(...along.map(({ at }) => at)), Math.max(...along.map(({ at }) => at))];
  if (places.length === 0 || (from < places[0]! - OPEN_SIDE && holdsType([from, places[0]!], whole)))
    places.unshift(from);
  if (to > places.at(-1)! + OPEN_SIDE && holdsType([places.at(-1)!, to], whole)) places.push(to);
  return places;
}

const isWithin = (value: number, from: number, to: number) => value > from && value < to;

/** Index of the interval of `edges` that holds `value`, −1 outside; characters may stick out a little. */
function intervalOf(edges: readonly number[], value: number): number {
  if (value < edges[0]! - 1 || value > edges.at(-1)! + 1) return -1;
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

type Span = Pick<GridCell, 'top' | 'bottom' | 'left' | 'right'>;

/** Where the edges of a table are, and its rulings. */
interface Edges {
  readonly frame: Frame;
  readonly columnEdges: readonly number[];
  readonly rowEdges: readonly number[];
}

/** Grows each cell over the edges that no ruling closes. */
function mergeCells(frame: Frame, columnEdges: readonly number[], rowEdges: readonly number[]) {
  const columns = columnEdges.length - 1;
  const rows = rowEdges.length - 1;
  const edges = { frame, columnEdges, rowEdges };
  const cellOf = new Array<number>(rows * columns).fill(-1);
  const cells: Span[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (cellOf[row * columns + column] !== -1) continue;
      let right = column;
      while (right + 1 < columns && cellOf[row * columns + right + 1] === -1 && !isClosedBeside(edges, row, right))
        right += 1;
      let bottom = row;
      while (bottom + 1 < rows && isOpenAbove(edges, bottom + 1, column, right)) bottom += 1;
      const index = cells.push({ top: row, bottom, left: column, right }) - 1;
      for (let y = row; y <= bottom; y += 1) cellOf.fill(index, y * columns + column, y * columns + right + 1);
    }
  }
  return { cells, cellOf };
}

const isClosed = (rulings: readonly Ruling[], place: number, from: number, to: number) =>
  coverage(rulings, place, from, to) >= EDGE;

/** A ruling stands right of the column in this row. */
const isClosedBeside = ({ frame, columnEdges, rowEdges }: Edges, row: number, column: number) =>
  isClosed(frame.vertical, columnEdges[column + 1]!, rowEdges[row]!, rowEdges[row + 1]!);

/** No ruling stands over the columns `left` … `right` of this row, nor between them in it. */
function isOpenAbove(edges: Edges, row: number, left: number, right: number): boolean {
  const { frame, columnEdges, rowEdges } = edges;
  for (let at = left; at <= right; at += 1) {
    if (isClosed(frame.horizontal, rowEdges[row]!, columnEdges[at]!, columnEdges[at + 1]!)) return false;
    if (at < right && isClosedBeside(edges, row, at)) return false;
  }
  return true;
}

/** Edges of columns on two pages that are nearer than this, in points, are the same. */
const SAME_EDGE = 8;

/** Same number of columns at the same distances; the tables may lie at different places on their pages. */
export function haveSameColumns(a: Grid, b: Grid): boolean {
  if (a.columnEdges.length !== b.columnEdges.length) return false;
  if (b.goesOn && b.page === a.page + 1) return true;
  const scale = (b.box[2] - b.box[0]) / Math.max(1, a.box[2] - a.box[0]);
  return a.columnEdges.every(
    (edge, i) => Math.abs((edge - a.box[0]) * scale - (b.columnEdges[i]! - b.box[0])) < SAME_EDGE,
  );
}

/** On the next page, under the same headers in as many columns: without ruling lines these stand where their words leave room. */
export function repeatsHeaders(a: Grid, b: Grid): boolean {
  if (b.page !== a.page + 1 || a.columnEdges.length !== b.columnEdges.length) return false;
  const first = ({ cells }: Grid) => cells.filter(({ top }) => top === 0).map(({ left, text }) => `${left} ${text}`);
  return first(a).join() === first(b).join();
}

/**
 * A table that goes on over the page with fewer columns, since its last rows have merged cells (合計, 差引): the same with all
 * columns of the one before; null where its edges are not among theirs.
 */
export function withColumnsOf(earlier: Grid, grid: Grid): Grid | null {
  if (grid.page <= earlier.page || grid.columnEdges.length >= earlier.columnEdges.length) return null;
  if (grid.columnEdges.length < 4) return null;
  const scale = (grid.box[2] - grid.box[0]) / Math.max(1, earlier.box[2] - earlier.box[0]);
  const columnEdges = earlier.columnEdges.map((edge) => (edge - earlier.box[0]) * scale + grid.box[0]);
  const places = grid.columnEdges.map((edge) => columnEdges.findIndex((other) => Math.abs(other - edge) < SAME_EDGE));
  if (places.includes(-1) || new Set(places).size < places.length) return null;
  const cells = grid.cells.map((cell) => ({ ...cell, left: places[cell.left]!, right: places[cell.right + 1]! - 1 }));
  return { ...grid, columnEdges, cells };
}
