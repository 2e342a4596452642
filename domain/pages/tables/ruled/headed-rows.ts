import type { Baseline } from '../../lines/line.ts';
import { middleY } from '../../sheet/box.ts';
import type { Rule } from '../../sheet/page-content.ts';
import { kindOf } from '../cell-kind.ts';
import type { Grid } from '../grid.ts';
import { isAmountRow, rowsOf } from '../unruled/implied-cells.ts';
import { endOfRows, FEWEST_ROWS, MOST_HEADER_LINES, WIDEST_GAP } from '../unruled/implied-table.ts';
import type { Frame, Ruling } from './ruling.ts';

/** True for a box around rows of amounts that no vertical ruling line parts: its lines are read as if it was not there. */
export function isBoxAroundRows({ columnEdges, cells }: Grid): boolean {
  if (columnEdges.length > 2) return false;
  return cells.flatMap((cell) => cell.lines).filter(isAmountRow).length >= FEWEST_ROWS;
}

/**
 * The frame of a table of which only the headers have vertical ruling lines, with these drawn on through the rows of amounts
 * below and a horizontal one between any two of them; null where `grid` is no such table or its columns do not hold on.
 * `lines` are those outside all tables.
 */
export function frameThroughRows(
  grid: Grid,
  frame: Frame,
  lines: readonly Baseline[],
  rules: readonly Rule[],
): Frame | null {
  const { box, columnEdges } = grid;
  const inside = rowsInside(grid);
  const { body, from: top } = inside.body.length > 0 || !holdsHeaders(grid) ? inside : rowsBelow(grid, lines);
  const isWithin = body.every((line) => line.box[0] > box[0] - 1 && line.box[2] < box[2] + 1);
  if (body.length === 0 || !isWithin || columnEdges.slice(1, -1).some((edge) => isCrossed(edge, body))) return null;
  const rows = rowsOf(body, rules);
  const bottoms = rows.map((row) => Math.max(...row.map((line) => line.box[3])));
  const ends = bottoms.map((bottom, index) => {
    const next = rows[index + 1]?.map((line) => line.box[1]);
    return next ? (bottom + Math.min(...next)) / 2 : bottom + 1;
  });
  const across = ends.map((at): Ruling => ({ at, from: box[0], to: box[2] }));
  const down = columnEdges.map((at): Ruling => ({ at, from: top, to: Math.max(ends.at(-1)!, box[3]) }));
  return { horizontal: [...frame.horizontal, ...across], vertical: [...frame.vertical, ...down] };
}

interface Rows {
  readonly body: readonly Baseline[];
  /** Where they begin, y in points. */
  readonly from: number;
}

/** The rows of amounts right below a box of headers. */
function rowsBelow({ box }: Grid, lines: readonly Baseline[]): Rows {
  const from = lines.findIndex((line) => middleY(line.box) > box[3]);
  const isNear = from >= 0 && lines[from]!.box[1] - box[3] <= WIDEST_GAP * lines[from]!.size;
  return { body: isNear ? lines.slice(from, endOfRows(lines, from)) : [], from: box[3] };
}

/** The rows in a box below its headers, where each row there is one cell as wide as the box. */
function rowsInside({ columnEdges, rowEdges, cells }: Grid): Rows {
  const last = columnEdges.length - 2;
  const wide = cells.filter(({ left, right }) => left === 0 && right === last);
  const top = Math.min(...wide.map((cell) => cell.top));
  const body = wide.flatMap((cell) => cell.lines);
  const isTable = top > 0 && cells.every((cell) => cell.top < top || wide.includes(cell)) && columnEdges.length > 3;
  const hasHeaders = cells.every((cell) => cell.top >= top || cell.text === '' || kindOf(cell) === 'text');
  return { body: isTable && hasHeaders && body.some(isAmountRow) ? body : [], from: rowEdges[top] ?? 0 };
}

function holdsHeaders({ columnEdges, rowEdges, cells }: Grid): boolean {
  if (columnEdges.length < 4 || rowEdges.length - 1 > MOST_HEADER_LINES) return false;
  return cells.every((cell) => cell.text === '' || kindOf(cell) === 'text');
}

const isCrossed = (edge: number, body: readonly Baseline[]) =>
  body.some((line) => line.runs.some(({ box }) => box[0] < edge - 1 && box[2] > edge + 1));
