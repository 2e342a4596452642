import { holdsAmounts } from '../../lines/amounts.ts';
import type { Baseline } from '../../lines/line.ts';
import { middleY } from '../../sheet/box.ts';
import { readNumbering, UNNUMBERED_RANK } from '../../words/numbering.ts';
import type { Grid, GridCell } from '../grid.ts';

/** In parts of the size of the type: a line whose middle lies this near to an amount's stands beside it. */
const BESIDE = 0.7;

/**
 * A ruled table with rows that no ruling parts cut as if one did: where a cell holds several amounts below one another and
 * the lines of another cell stand beside them. What has its lines at other heights stays one cell beside all of them.
 */
export function withImpliedRows(grid: Grid): Grid {
  const cuts = grid.rowEdges.slice(1).map((_, row) => cutRow(cellsIn(grid, row)));
  if (cuts.every((cut) => cut === null)) return grid;
  const rowEdges: number[] = [];
  const firstOf = cuts.map((cut, row) => {
    const first = rowEdges.push(grid.rowEdges[row]!) - 1;
    if (cut) rowEdges.push(...cut.edges);
    return first;
  });
  rowEdges.push(grid.rowEdges.at(-1)!);
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const cut = cuts[cell.top];
    const top = firstOf[cell.top]!;
    const parts = cut?.parts.get(cell);
    if (!parts) return [{ ...cell, top, bottom: (firstOf[cell.bottom + 1] ?? rowEdges.length - 1) - 1 }];
    return parts.map((lines, index) => {
      const row = top + index;
      const box = [cell.box[0], rowEdges[row]!, cell.box[2], rowEdges[row + 1]!] as const;
      return { ...cell, top: row, bottom: row, box, lines, text: lines.map((line) => line.text).join('') };
    });
  });
  return { ...grid, rowEdges, cells: cells.sort((a, b) => a.top - b.top || a.left - b.left) };
}

const cellsIn = (grid: Grid, row: number) => grid.cells.filter((cell) => cell.top === row && cell.bottom === row);

interface Cut {
  readonly edges: readonly number[];
  /** For each cell that is cut its lines in each row. */
  readonly parts: ReadonlyMap<GridCell, readonly Baseline[][]>;
}

/** Null where the row is one. */
function cutRow(whole: readonly GridCell[]): Cut | null {
  const cells = namedGroups(whole).flatMap((group) => (isBesideAll(group) ? [] : group));
  const amounts = levelsOf(cells.flatMap((cell) => cell.lines.filter(isAmount)));
  if (amounts.length < 2) return null;
  const names = cells.slice(
    0,
    cells.findIndex((cell) => cell.lines.some(isAmount)),
  );
  const levels = levelsOf([...amounts, ...names.flatMap((cell) => headingsAmong(cell.lines, amounts))]);
  const parts = new Map<GridCell, Baseline[][]>();
  for (const cell of cells) {
    const next = cells[cells.indexOf(cell) + 1];
    const isName = names.includes(cell) || (!cell.lines.some(isAmount) && (next?.lines.some(isAmount) ?? false));
    const own = cell.lines.some(isItem)
      ? itemsBeside(cell, levels)
      : linesBeside(cell, levels, isName, amountsNamedBy(cell, cells));
    if (own) parts.set(cell, own);
  }
  const several = [...parts.keys()].filter((cell) => cell.lines.length > 1);
  // 款 | 項: a name in one column beside the first amount and one in another beside the second.
  const areNamed = levels.every((_, level) => names.some((cell) => (parts.get(cell)?.[level] ?? []).length > 0));
  if (several.length < 2 && !areNamed) return null;
  if (!several.some((cell) => cell.lines.filter(isAmount).length > 1)) return null;
  const edges = levels.slice(1).map((_, index) => {
    const rows = [index, index + 1].map((row) => [...parts.values()].flatMap((lines) => lines[row]!));
    const above = Math.max(...rows[0]!.map((line) => line.box[3]));
    const below = Math.min(...rows[1]!.map((line) => line.box[1]));
    return (above + below) / 2;
  });
  return { edges, parts };
}

/** Cells of names with the cells of amounts to their right: 目 | 本年度 | 前年度, 節 | 金額. */
export function namedGroups(cells: readonly GridCell[]): GridCell[][] {
  const groups: GridCell[][] = [[]];
  let holdsAny = false;
  for (const cell of cells) {
    const holds = cell.lines.some(isAmount);
    if (holdsAny && !holds && cell.lines.length > 0) groups.push([]);
    holdsAny = holds || (holdsAny && cell.lines.length === 0);
    groups.at(-1)!.push(cell);
  }
  return groups;
}

/** A name with an amount in each column stands beside all rows of the other groups, at whatever height it is set. */
function isBesideAll(group: readonly GridCell[]): boolean {
  const amounts = group.flatMap(({ lines }) => lines.filter(isAmount));
  const names = group.filter(({ lines }) => lines.length > 0 && !lines.some(isAmount));
  const isOneName = names.every(({ lines }) => lines.length === 1 || headingsAmong(lines, amounts).length === 0);
  return levelsOf(amounts).length === 1 && names.length > 0 && isOneName;
}

/** The lines of a cell by the level they stand beside; null where they stand otherwise. */
function linesBeside(
  cell: GridCell,
  levels: readonly Baseline[],
  isName: boolean,
  amounts: readonly Baseline[],
): Baseline[][] | null {
  const parts = levels.map((): Baseline[] => []);
  const headings = headingsAmong(cell.lines, amounts);
  let last = 0;
  for (const line of cell.lines) {
    const isBesideOthers =
      amounts.length > 0 && !headings.includes(line) && !amounts.some((amount) => isBeside(amount, line));
    // 戸籍住民基本 / 台帳費: the second line stands beside the amounts of other names.
    const goesOn = isName && isBesideOthers && parts[last]!.length > 0;
    const level = goesOn ? -1 : levels.findIndex((other) => isBeside(line, other));
    // A name may go on below its amount, or stand in two lines beside it.
    if (level < 0 && !(isName && parts[last]!.length > 0)) return null;
    if (level >= 0 && parts[level]!.length > 0 && !(isName && level === last)) return null;
    last = level < 0 ? last : level;
    parts[last]!.push(line);
  }
  return parts;
}

/**
 * Items behind the amounts (説明) by the level they begin at, where each amount has a whole item beside it: the first of its own.
 * Null where they go their own way down the page, and are about what is named beside all of them.
 */
function itemsBeside({ lines }: GridCell, levels: readonly Baseline[]): Baseline[][] | null {
  const left = Math.min(...lines.map(({ box }) => box[0]));
  const isOutermost = (line: Baseline) => line.box[0] - left < line.size / 2;
  const beginsItem = (first: number) => first >= 0 && isOutermost(lines[first]!) && lines[first]!.item !== null;
  const centred = partsAround(lines, levels);
  if (centred?.every(beginsItem)) return partsFrom(centred, lines);
  const firsts = levels.map((level) => lines.findIndex((line) => isBeside(line, level)));
  if (!firsts.every(beginsItem) || firsts[0] !== 0) return null;
  const gaps = levels.slice(1).map((level, index) => middleY(level.box) - middleY(levels[index]!.box));
  const makesRoom = Math.max(...gaps) > Math.min(WIDER * Math.min(...gaps), ROOM * pitchOf(lines));
  if (!makesRoom && lines.filter(isOutermost).length > levels.length) return null;
  return partsFrom(firsts, lines);
}

const partsFrom = (firsts: readonly number[], lines: readonly Baseline[]) =>
  firsts.map((first, index) => lines.slice(first, firsts[index + 1] ?? lines.length));

/** The first lines of parts that each have a level in their middle, as Excel sets it; null where the lines do not part so. */
function partsAround(lines: readonly Baseline[], levels: readonly Baseline[]): number[] | null {
  if (lines.length <= 2 * levels.length) return null;
  const half = pitchOf(lines) / 2;
  let top = middleY(lines[0]!.box) - half;
  const firsts = levels.map((level) => {
    const first = lines.findIndex((line) => middleY(line.box) > top);
    top = 2 * middleY(level.box) - top;
    return first;
  });
  return Math.abs(middleY(lines.at(-1)!.box) + half - top) < half ? firsts : null;
}

/** Where one gap between amounts is so many times another, or so many lines, they stand apart to make room for what is beside them. */
const WIDER = 1.5;
const ROOM = 3.5;

/** From one line to the next, in points. */
const pitchOf = (lines: readonly Baseline[]) =>
  (middleY(lines.at(-1)!.box) - middleY(lines[0]!.box)) / Math.max(1, lines.length - 1);

const isItem = ({ item }: Baseline) => item !== null && item.words.length > 0;

/** The amounts right of a cell of names, up to the next one: 目 | 本年度 | 前年度 | 節 | 金額. */
function amountsNamedBy(cell: GridCell, cells: readonly GridCell[]): Baseline[] {
  const right = cells.slice(cells.indexOf(cell) + 1);
  const end = right.findIndex((other) => other.lines.length > 0 && !other.lines.some(isAmount));
  return right.slice(0, end < 0 ? right.length : end).flatMap((other) => other.lines.filter(isAmount));
}

/** Lines among names that have no amount beside them and begin something of their own: numbered, or less set in. */
function headingsAmong(lines: readonly Baseline[], amounts: readonly Baseline[]): Baseline[] {
  return lines.filter((line, index) => {
    if (amounts.some((amount) => isBeside(line, amount))) return false;
    const above = lines[index - 1];
    const isNumbered = readNumbering(line.text).rank !== UNNUMBERED_RANK;
    return !above || isNumbered || line.box[0] < above.box[0] - line.size / 2;
  });
}

/** The different heights of lines, as one line each, from the top. */
export function levelsOf(lines: readonly Baseline[]): Baseline[] {
  const levels: Baseline[] = [];
  for (const line of lines.toSorted((a, b) => middleY(a.box) - middleY(b.box))) {
    if (!levels.some((level) => isBeside(level, line))) levels.push(line);
  }
  return levels;
}

export const isBeside = (a: Baseline, b: Baseline): boolean =>
  Math.abs(middleY(a.box) - middleY(b.box)) <= BESIDE * Math.min(a.size, b.size);

export const isAmount = (line: Baseline): boolean => holdsAmounts(line, { inner: false });
