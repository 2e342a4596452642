import type { Baseline } from '../../lines/line.ts';
import { kindOf } from '../cell-kind.ts';
import type { Grid } from '../grid.ts';

/**
 * A title or a unit that is printed inside a table's frame, in rows across all its columns above the headers: the table without
 * it. Across two columns it is a header: 節 over 区分 and 金額.
 */
export function withoutFramedCaption(grid: Grid): { grid: Grid; lines: readonly Baseline[] } {
  const last = grid.columnEdges.length - 2;
  const isCaption = (row: number) => {
    const cells = grid.cells.filter(({ top }) => top === row);
    const [first] = cells;
    return (
      cells.length === 1 && first!.bottom === row && first!.right === last && ['text', 'empty'].includes(kindOf(first!))
    );
  };
  const rows = grid.rowEdges.length - 1;
  let from = 0;
  while (last > 1 && from < rows - 2 && isCaption(from)) from += 1;
  if (from === 0) return { grid, lines: [] };
  const rowEdges = grid.rowEdges.slice(from);
  const cells = grid.cells
    .filter(({ top }) => top >= from)
    .map((cell) => ({ ...cell, top: cell.top - from, bottom: cell.bottom - from }));
  const lines = grid.cells.filter(({ top }) => top < from).flatMap((cell) => cell.lines);
  return { grid: { ...grid, box: [grid.box[0], rowEdges[0]!, grid.box[2], grid.box[3]], rowEdges, cells }, lines };
}
