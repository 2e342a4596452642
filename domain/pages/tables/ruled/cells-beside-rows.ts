import { holdsAmounts } from '../../lines/amounts.ts';
import type { Grid, GridCell } from '../grid.ts';

/**
 * Cuts cells that reach down beside several rows where these have amounts of their own beside each: 節 | 金額 | 説明 without
 * ruling lines beside 目 with them. What has a line across the edge of a row stays one cell beside all of them.
 */
export function withCellsBesideRows(grid: Grid): Grid {
  const bySpan = new Map<string, GridCell[]>();
  for (const cell of grid.cells) {
    if (cell.bottom === cell.top) continue;
    const span = `${cell.top} ${cell.bottom}`;
    bySpan.set(span, [...(bySpan.get(span) ?? []), cell]);
  }
  const parts = new Map<GridCell, readonly GridCell[]>();
  for (const cells of bySpan.values()) {
    const cut = cells.map((cell) => rowByRow(cell, grid));
    const amounts = cut.filter((each) =>
      each?.every(({ lines }) => lines.some((line) => holdsAmounts(line, { inner: true }))),
    );
    if (amounts.length === 0 || cut.includes(null)) continue;
    cells.forEach((cell, index) => {
      parts.set(cell, cut[index]!);
    });
  }
  if (parts.size === 0) return grid;
  const cells = grid.cells.flatMap((cell) => parts.get(cell) ?? [cell]);
  return { ...grid, cells: cells.sort((a, b) => a.top - b.top || a.left - b.left) };
}

/** The cell row by row; null where a line stands across an edge. */
function rowByRow(cell: GridCell, { rowEdges }: Grid): GridCell[] | null {
  const parts: GridCell[] = [];
  for (let row = cell.top; row <= cell.bottom; row += 1) {
    const [from, to] = [rowEdges[row]!, rowEdges[row + 1]!];
    const lines = cell.lines.filter(({ box }) => box[1] >= from - 1 && box[3] <= to + 1);
    const text = lines.map((line) => line.text).join('');
    parts.push({ ...cell, top: row, bottom: row, box: [cell.box[0], from, cell.box[2], to], lines, text });
  }
  return parts.reduce((sum, { lines }) => sum + lines.length, 0) === cell.lines.length ? parts : null;
}
