import { type Baseline, lineOf, type Run } from '../../lines/line.ts';
import { middleX, unionOf } from '../../sheet/box.ts';
import { kindOf } from '../cell-kind.ts';
import type { Grid, GridCell } from '../grid.ts';

/** In parts of the size of the type: a header stands so nearly over the middle of its columns. */
const OFF = 1.5;

/**
 * A table with the headers apart that stand side by side in one cell, since no ruling parts them: 補正前 and 補正後, each over the
 * middle of columns of its own in the rows below.
 */
export function withHeadersApart(grid: Grid): Grid {
  const parted = grid.cells.flatMap((cell) => (cell.top === 0 ? (partsOver(cell, grid) ?? [cell]) : [cell]));
  return parted.length === grid.cells.length ? grid : { ...grid, cells: parted };
}

function partsOver(cell: GridCell, grid: Grid): GridCell[] | null {
  const [line] = cell.lines;
  const columns = cell.right - cell.left + 1;
  if (!line || cell.lines.length > 1 || line.runs.length < 2 || columns < line.runs.length) return null;
  if (kindOf(cell) !== 'text' || !isOverColumns(cell, grid)) return null;
  const ends = endsUnder(line, cell, grid);
  return (
    ends && line.runs.map((run, index) => partOf(cell, line, run, ends[index - 1] ?? cell.left, ends[index]!, grid))
  );
}

/** The row below has a cell of its own in each of the columns. */
const isOverColumns = ({ bottom, left, right }: GridCell, { cells }: Grid) =>
  cells.filter(
    (below) => below.top === bottom + 1 && below.left >= left && below.right <= right && below.left === below.right,
  ).length ===
  right - left + 1;

/**
 * Where the columns under each run end, exclusive; null where a run does not stand over the middle of any. Where no ruling parts
 * the columns their edges are guessed, and their headers stand more truly in their middle.
 */
function endsUnder({ runs, size }: Baseline, { bottom, left, right }: GridCell, grid: Grid): number[] | null {
  const { columnEdges: edges } = grid;
  const heads = edges.map((_, column) => {
    const below = grid.cells.find((cell) => cell.top === bottom + 1 && cell.left === column);
    return below && below.lines.length > 0 ? middleX(unionOf(below.lines.map(({ box }) => box))) : null;
  });
  const ends: number[] = [];
  for (const run of runs) {
    const from = ends.at(-1) ?? left;
    const off = (end: number) => {
      const middles = [(edges[from]! + edges[end]!) / 2];
      const [first, last] = [heads[from], heads[end - 1]];
      if (typeof first === 'number' && typeof last === 'number') middles.push((first + last) / 2);
      return Math.min(...middles.map((middle) => Math.abs(middle - middleX(run.box))));
    };
    const choices = Array.from({ length: right + 1 - from }, (_, index) => from + index + 1);
    const [best] = choices.toSorted((a, b) => off(a) - off(b));
    if (best === undefined || off(best) > OFF * size) return null;
    ends.push(best);
  }
  return ends.at(-1) === right + 1 ? ends : null;
}

function partOf(cell: GridCell, line: Baseline, run: Run, from: number, end: number, grid: Grid): GridCell {
  const box = [grid.columnEdges[from]!, cell.box[1], grid.columnEdges[end]!, cell.box[3]] as const;
  return { ...cell, left: from, right: end - 1, box, lines: [lineOf([run], line)], text: run.text };
}
