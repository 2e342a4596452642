import type { Baseline } from '../../lines/line.ts';
import { middleY } from '../../sheet/box.ts';
import type { Grid, GridCell } from '../grid.ts';
import { isAmount, isBeside, levelsOf, namedGroups } from './implied-rows.ts';

/**
 * A ruled table with its outermost rows cut where no ruling parts them: each 目 with its amounts, the 節 and the 説明 from its
 * height down to the next. What stands above the first goes on with the row of the page before.
 */
export function withOuterRows(grid: Grid): Grid {
  const first = Math.min(...grid.cells.filter(({ lines }) => lines.some(isAmount)).map(({ top }) => top));
  const parted = grid.rowEdges.slice(1).map((_, row) => {
    const cells = grid.cells.filter((cell) => cell.top === row);
    return partsOf(cells, row === first);
  });
  if (parted.every((parts) => parts === null)) return grid;
  const firstOf: number[] = [];
  const rowEdges: number[] = [];
  parted.forEach((parts, row) => {
    firstOf.push(rowEdges.push(grid.rowEdges[row]!) - 1);
    if (parts) rowEdges.push(...parts.edges);
  });
  firstOf.push(rowEdges.push(grid.rowEdges.at(-1)!) - 1);
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const top = firstOf[cell.top]!;
    const parts = parted[cell.top];
    if (!parts) return [{ ...cell, top, bottom: firstOf[cell.bottom + 1]! - 1 }];
    return [...parts.edges, Number.POSITIVE_INFINITY].map((end, index) => {
      const row = top + index;
      const start = parts.edges[index - 1] ?? Number.NEGATIVE_INFINITY;
      const lines = cell.lines.filter(({ box }) => middleY(box) >= start && middleY(box) < end);
      const box = [cell.box[0], rowEdges[row]!, cell.box[2], rowEdges[row + 1]!] as const;
      return { ...cell, top: row, bottom: row, box, lines, text: lines.map(({ text }) => text).join('') };
    });
  });
  return { ...grid, rowEdges, cells: cells.sort((a, b) => a.top - b.top || a.left - b.left) };
}

/**
 * Where a row is cut, y in points; null where it is one, or what stands beside its names does not begin anew with them. Only the
 * first of a page may go on with what stands above its first name.
 */
function partsOf(cells: readonly GridCell[], isFirst: boolean): { readonly edges: readonly number[] } | null {
  if (cells.some(({ top, bottom }) => top !== bottom)) return null;
  const [outer, ...groups] = namedGroups(cells);
  const inner = groups.filter((group) => group.some(({ lines }) => lines.some(isAmount)));
  if (!outer || inner.length === 0) return null;
  const levels = levelsOf(outer.flatMap(({ lines }) => lines.filter(isAmount)));
  const names = outer
    .slice(
      0,
      outer.findIndex(({ lines }) => lines.some(isAmount)),
    )
    .flatMap(({ lines }) => lines);
  if (levels.length === 0 || !levels.every((level) => names.some((name) => isBeside(name, level)))) return null;
  const tops = levels.map((level) => {
    const own = [level, ...names.filter((name) => isBeside(name, level))];
    return Math.min(...own.map(({ box }) => box[1])) - 1;
  });
  const goesOn = isFirst && cells.some(({ lines }) => lines.some(({ box }) => middleY(box) < tops[0]!));
  if (goesOn && levels.length === 1 && isInMiddle(levels[0]!, cells)) return null;
  const from = goesOn ? 0 : 1;
  const edges = tops.slice(from);
  const begin = levels.slice(from).every((level, at) => inner.every((group) => beginsAt(level, group, edges[at + 1])));
  return edges.length > 0 && begin ? { edges } : null;
}

/** A name set in the middle of its row. */
function isInMiddle({ box, size }: Baseline, cells: readonly GridCell[]): boolean {
  const heights = cells.flatMap(({ lines }) => lines.map((line) => middleY(line.box)));
  return Math.abs((Math.min(...heights) + Math.max(...heights)) / 2 - middleY(box)) < size;
}

/** What is least set in begins beside a level in each cell of the group, or nothing stands between it and the next. */
function beginsAt(level: Baseline, group: readonly GridCell[], end = Number.POSITIVE_INFINITY): boolean {
  return group.every(({ lines }) => {
    const below = lines.filter(({ box }) => middleY(box) > level.box[1] && middleY(box) < end);
    const beside = below.find((line) => isBeside(line, level));
    if (below.length === 0 || !lines[0] || below.every(isAmount)) return true;
    const left = Math.min(...lines.map(({ box }) => box[0]));
    return beside !== undefined && beside.box[0] < left + level.size / 2;
  });
}
