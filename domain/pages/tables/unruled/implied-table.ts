import { isAmount } from '../../lines/amounts.ts';
import { type Baseline, lineOf, type Run } from '../../lines/line.ts';
import { withoutUnitCaption } from '../../lines/loose-line.ts';
import { middleX, middleY } from '../../sheet/box.ts';
import type { Box, Rule } from '../../sheet/page-content.ts';
import type { Grid, GridCell } from '../grid.ts';
import { withUnitsApart } from '../unit-lines.ts';
import { columnsOf, type Interval, isIn, withoutSplitWords } from './implied-columns.ts';
import { readImpliedHeader } from './implied-header.ts';

/** The tables among lines outside all frames, and the lines that are none of theirs. */
export interface ImpliedTables {
  readonly grids: readonly Grid[];
  readonly lines: readonly Baseline[];
}

/** In parts of the size of the type: rows further apart belong to two tables. */
export const WIDEST_GAP = 2.2;
/** Headers are not higher than so many lines. */
export const MOST_HEADER_LINES = 5;
/** A table has at least so many rows with amounts. */
export const FEWEST_ROWS = 2;

/**
 * Finds the tables of a page that have no vertical ruling lines: rows of amounts under one another below a line of headers
 * that stands over each column. `lines` come from the top; `rules` may part the rows.
 */
export function findImpliedTables(lines: readonly Baseline[], rules: readonly Rule[], page: number): ImpliedTables {
  const grids: Grid[] = [];
  const left: Baseline[] = [];
  let from = 0;
  while (from < lines.length) {
    const to = endOfRows(lines, from);
    const body = lines.slice(from, to);
    const table = body.filter(isAmountRow).length >= FEWEST_ROWS ? tableOf(left, body, rules, page) : null;
    if (table) {
      left.splice(left.length - table.headerLines);
      grids.push(table.grid);
    } else {
      left.push(...lines.slice(from, Math.max(to, from + 1)));
    }
    from = Math.max(to, from + 1);
  }
  return { grids, lines: left };
}

/** Where the rows end that begin at `from` with one of amounts; `from` where none does. */
export function endOfRows(lines: readonly Baseline[], from: number): number {
  if (!isAmountRow(lines[from]!)) return from;
  let end = from + 1;
  let pitch = Number.POSITIVE_INFINITY;
  for (let at = from + 1; at < lines.length; at += 1) {
    const [line, above] = [lines[at]!, lines[at - 1]!];
    const gap = line.box[1] - above.box[3];
    const size = Math.max(line.size, above.size);
    if (gap > Math.min(WIDEST_GAP * size, 2 * Math.max(pitch, 0) + size) || !isRow(line)) break;
    if (isAmountRow(line)) {
      pitch = Math.min(pitch, line.box[1] - lines[end - 1]!.box[3]);
      end = at + 1;
    } else if (isOverAmounts(line, lines.slice(from, end))) break;
  }
  return end;
}

/** Words where other rows have amounts: the headers of the next table. */
function isOverAmounts(line: Baseline, rows: readonly Baseline[]): boolean {
  const amounts = rows.flatMap(({ runs }) => runs.filter((run, index) => index > 0 && isAmount(run)));
  return line.runs.some((run) => amounts.some(({ box }) => middleX(run.box) > box[0] && middleX(run.box) < box[2]));
}

/** Words and then amounts, whatever comes behind them. */
export function isAmountRow(line: Baseline): boolean {
  const { runs } = line;
  return runs.length > 1 && isRow(line) && runs.some((run, index) => index > 0 && isAmount(run));
}

/** What may stand among the rows of a table: no sentence and no caption. */
function isRow(line: Baseline): boolean {
  if (line.characters[0]?.vertical || /。/u.test(line.text)) return false;
  return withoutUnitCaption(line).unit === null;
}

function tableOf(above: readonly Baseline[], amounts: readonly Baseline[], rules: readonly Rule[], page: number) {
  const lines = headerLinesAbove(above, amounts[0]!);
  const sections = lines.length > 1 && isSection(lines.at(-1)!, lines.at(-2)!, rules) ? 1 : 0;
  const headerLines = lines.slice(0, lines.length - sections);
  const body = [...lines.slice(headerLines.length), ...amounts];
  const columns = withoutSplitWords(columnsOf(body), body, headerLines);
  const numbers = columns.map((column) =>
    body.some((line) => line.runs.some((run) => isIn(run, column) && isAmount(run))),
  );
  if (columns.length < 2 || !numbers.some((number, index) => number && index > 0)) return null;
  const header = readImpliedHeader(headerLines, columns, numbers);
  // One column of amounts behind its names needs headers over both to be a table.
  if (!header || (columns.length === 2 && header.lines.at(-1)!.runs.length !== 2)) return null;
  const rows = rowsOf(body, rules);
  const edges = [
    Math.min(columns[0]![0], ...header.lines.map((line) => line.box[0])) - 2,
    ...columns.slice(1).map((column, index) => (columns[index]![1] + column[0]) / 2),
    Math.max(columns.at(-1)![1], ...header.lines.map((line) => line.box[2])) + 2,
  ];
  const heights = [
    ...header.lines.map((line) => line.box[1]),
    ...rows.map((row) => Math.min(...row.map((line) => line.box[1]))),
  ];
  const headerRows = header.rows;
  const top = Math.min(...header.lines.map((line) => line.box[1]));
  const firstBody = heights[header.lines.length]!;
  const rowEdges = [
    ...Array.from({ length: headerRows }, (_, row) => top + ((firstBody - top) * row) / headerRows),
    ...rows.map((row) => Math.min(...row.map((line) => line.box[1]))),
    Math.max(...body.map((line) => line.box[3])),
  ];
  const cells = [
    ...header.cells.map((cell) => cellAt(cell, cell.lines, edges, rowEdges)),
    ...rows.flatMap((row, index) => cellsOf(row, headerRows + index, columns, edges, rowEdges)),
  ];
  const box: Box = [edges[0]!, rowEdges[0]!, edges.at(-1)!, rowEdges.at(-1)!];
  const grid = withUnitsApart({ page, box, columnEdges: edges, rowEdges, cells });
  return { grid, headerLines: header.lines.length + sections };
}

/** The lines right above the rows that may be their headers, from the top. */
function headerLinesAbove(lines: readonly Baseline[], first: Baseline): Baseline[] {
  const found: Baseline[] = [];
  let below = first;
  for (const line of lines.toReversed()) {
    const gap = below.box[1] - line.box[3];
    if (found.length === MOST_HEADER_LINES || gap > WIDEST_GAP * line.size || !isRow(line) || isAmountRow(line)) break;
    found.unshift(line);
    below = line;
  }
  return found;
}

/** 居宅サービス below the line under the headers begins the rows, and heads no column. */
function isSection(line: Baseline, above: Baseline, rules: readonly Rule[]): boolean {
  if (line.runs.length > 1 || above.runs.length < 2 || line.box[2] > above.runs[1]!.box[0]) return false;
  return hasRuleBetween(above, line, rules);
}

function hasRuleBetween(above: Baseline, below: Baseline, rules: readonly Rule[]): boolean {
  return rules.some((rule) => {
    const [x0, , x1] = rule;
    const y = middleY(rule);
    return x1 - x0 > 4 && y > middleY(above.box) && y < middleY(below.box) && x0 < below.box[2] && x1 > below.box[0];
  });
}

/** Lines that overlap in height are one row; so is what no ruling line parts, where ruling lines part the others. */
export function rowsOf(body: readonly Baseline[], rules: readonly Rule[]): Baseline[][] {
  const parted = body.slice(1).filter((line, index) => hasRuleBetween(body[index]!, line, rules)).length;
  const isRuled = parted >= body.filter(isAmountRow).length - 1 && parted > 0;
  const rows: Baseline[][] = [];
  for (const line of body) {
    const row = rows.at(-1);
    const above = row?.at(-1);
    const overlap = above ? above.box[3] - line.box[1] : 0;
    const goesOn =
      above &&
      (isRuled
        ? !hasRuleBetween(above, line, rules)
        : overlap > 0.15 * line.size && !(row!.some(isAmountRow) && isAmountRow(line)));
    if (goesOn) row!.push(line);
    else rows.push([line]);
  }
  return rows;
}

function cellsOf(
  row: readonly Baseline[],
  at: number,
  columns: readonly Interval[],
  edges: readonly number[],
  rowEdges: readonly number[],
): GridCell[] {
  const lines = columns.map((): Baseline[] => []);
  const rightOf = columns.map((_, index) => index);
  for (const line of row) {
    const runs = columns.map((): Run[] => []);
    for (const run of line.runs) {
      const starts = columns.findLastIndex((column) => column[0] <= run.box[0] + 1);
      const holds = columns.findIndex((column) => isIn(run, column));
      const column = isAmount(run) && holds >= 0 ? holds : Math.max(0, starts);
      runs[column]!.push(run);
      // Words run on over the columns beside them.
      if (!isAmount(run))
        rightOf[column] = Math.max(
          rightOf[column]!,
          columns.findLastIndex((other) => other[0] < run.box[2] - 1),
        );
    }
    runs.forEach((own, column) => {
      if (own.length > 0) lines[column]!.push(lineOf(own, line));
    });
  }
  const cells: GridCell[] = [];
  for (let column = 0; column < columns.length; column += 1) {
    let right = column;
    while (right < rightOf[column]! && lines[right + 1]!.length === 0) right += 1;
    cells.push(cellAt({ top: at, bottom: at, left: column, right }, lines[column]!, edges, rowEdges));
    column = right;
  }
  return cells;
}

function cellAt(
  { top, bottom, left, right }: Pick<GridCell, 'top' | 'bottom' | 'left' | 'right'>,
  lines: readonly Baseline[],
  edges: readonly number[],
  rowEdges: readonly number[],
): GridCell {
  const box: Box = [edges[left]!, rowEdges[top]!, edges[right + 1]!, rowEdges[bottom + 1]!];
  return { top, bottom, left, right, box, lines, text: lines.map((line) => line.text).join('') };
}
