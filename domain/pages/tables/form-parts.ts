import { kindOf } from './cell-kind.ts';
import type { Grid, GridCell } from './grid.ts';
import { layOutRows, type RowLayout } from './meaning/row-layout.ts';

/**
 * Cuts a form into its parts: below headers further down other columns begin, so that what holds names above holds numbers
 * there. A table that only repeats its headers stays whole.
 */
export function partsOfForm(grid: Grid): RowLayout[] {
  const whole = layOutRows(grid);
  const { headerRows, rows } = whole;
  const cuts = headerRows.flatMap((isHeader, row) => {
    const begins = isHeader && row > 0 && !headerRows[row - 1];
    return begins && grid.cells.every(({ top, bottom }) => top >= row || bottom < row) ? [row] : [];
  });
  const parts: Grid[] = [];
  let from = 0;
  cuts.forEach((cut, index) => {
    const next = cuts[index + 1] ?? rows;
    if (!haveOtherColumns(cellsBetween(grid, from, cut), cellsBetween(grid, cut, next))) return;
    parts.push(partOf(grid, from, cut));
    from = cut;
  });
  return from === 0 ? [whole] : [...parts, partOf(grid, from, rows)].map(layOutRows);
}

const cellsBetween = (grid: Grid, from: number, to: number) => grid.cells.filter(({ top }) => top >= from && top < to);

/** Names stand below one another in one of them where numbers do in the other, or the columns are cut at other places. */
function haveOtherColumns(above: readonly GridCell[], below: readonly GridCell[]): boolean {
  return isOther(above, below) || isOther(below, above);
}

function isOther(one: readonly GridCell[], other: readonly GridCell[]): boolean {
  const numbers = one.filter((cell) => kindOf(cell) === 'number');
  return numbers.some(({ left, right }) => {
    const there = other.filter((cell) => cell.left <= right && cell.right >= left && cell.text !== '');
    return there.length > 1 && there.slice(1).every((cell) => kindOf(cell) === 'text');
  });
}

/** The rows `from` … `to` (exclusive) as a table of its own, with no more columns than they need. */
function partOf(grid: Grid, from: number, to: number): Grid {
  const cells = cellsBetween(grid, from, to);
  const starts = [...new Set(cells.map(({ left }) => left))].sort((a, b) => a - b);
  const columnEdges = [...starts.map((left) => grid.columnEdges[left]!), grid.columnEdges.at(-1)!];
  const place = (column: number) => starts.findLastIndex((left) => left <= column);
  const rowEdges = grid.rowEdges.slice(from, to + 1);
  return {
    ...grid,
    box: [grid.box[0], rowEdges[0]!, grid.box[2], rowEdges.at(-1)!],
    columnEdges,
    rowEdges,
    cells: cells.map((cell) => ({
      ...cell,
      top: cell.top - from,
      bottom: cell.bottom - from,
      left: place(cell.left),
      right: place(cell.right),
    })),
  };
}
