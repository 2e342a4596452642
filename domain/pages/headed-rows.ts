import { kindOf } from './cell-kind.ts';
import { type Baseline, middleY } from './cell-text.ts';
import type { Grid } from './grid.ts';
import { endOfRows, MOST_HEADER_LINES, rowsOf, WIDEST_GAP } from './implied-table.ts';
import type { Rule } from './page-content.ts';
import type { Frame, Ruling } from './ruling.ts';

/**
 * The frame of a table of which only the headers are ruled, with its vertical rulings drawn on through the rows of amounts
 * below and a horizontal one between any two of them; null where `grid` is no row of headers or its columns do not hold on.
 */
export function frameThroughRows(
  grid: Grid,
  frame: Frame,
  lines: readonly Baseline[],
  rules: readonly Rule[],
): Frame | null {
  const { box, columnEdges } = grid;
  const from = lines.findIndex((line) => middleY(line.box) > box[3]);
  if (!holdsHeaders(grid) || from < 0 || lines[from]!.box[1] - box[3] > WIDEST_GAP * lines[from]!.size) return null;
  const body = lines.slice(from, endOfRows(lines, from));
  const isWithin = body.every((line) => line.box[0] > box[0] - 1 && line.box[2] < box[2] + 1);
  if (body.length === 0 || !isWithin || columnEdges.slice(1, -1).some((edge) => isCrossed(edge, body))) return null;
  const rows = rowsOf(body, rules);
  const bottoms = rows.map((row) => Math.max(...row.map((line) => line.box[3])));
  const ends = bottoms.map((bottom, index) => {
    const next = rows[index + 1]?.map((line) => line.box[1]);
    return next ? (bottom + Math.min(...next)) / 2 : bottom + 1;
  });
  const across = ends.map((at): Ruling => ({ at, from: box[0], to: box[2] }));
  const down = columnEdges.map((at): Ruling => ({ at, from: box[3], to: ends.at(-1)! }));
  return { horizontal: [...frame.horizontal, ...across], vertical: [...frame.vertical, ...down] };
}

function holdsHeaders({ columnEdges, rowEdges, cells }: Grid): boolean {
  if (columnEdges.length < 4 || rowEdges.length - 1 > MOST_HEADER_LINES) return false;
  return cells.every((cell) => cell.text === '' || kindOf(cell) === 'text');
}

const isCrossed = (edge: number, body: readonly Baseline[]) =>
  body.some((line) => line.runs.some(({ box }) => box[0] < edge - 1 && box[2] > edge + 1));
