import { isAmount } from '../../lines/amounts.ts';
import type { Baseline, Run } from '../../lines/line.ts';
import type { Box, PageContent, Rule } from '../../sheet/page-content.ts';
import type { Grid } from '../grid.ts';
import { withUnitsApart } from '../unit-lines.ts';
import { continuedTable } from './continued-table.ts';
import { cellAt, cellsOf, hasRuleBetween, isAmountRow, isRow, rowsOf } from './implied-cells.ts';
import { columnsOf, isIn, withoutSplitWords } from './implied-columns.ts';
import { readImpliedHeader } from './implied-header.ts';
import { withNumberedNames } from './numbered-names.ts';
import { withWordsApart } from './words-apart.ts';

/** The tables among lines outside all frames, and the lines that are none of theirs. */
export interface ImpliedTables {
  readonly grids: readonly Grid[];
  readonly lines: readonly Baseline[];
}

/** In parts of the size of the type: rows further apart belong to two tables. */
export const WIDEST_GAP = 2.2;
/** Headers in a box of ruling lines stand so many times further from the rows below. */
const BOXED = 2;
/** Headers are not higher than so many lines. */
export const MOST_HEADER_LINES = 5;
/** A table has at least so many rows with amounts. */
export const FEWEST_ROWS = 2;

/**
 * Finds the tables of a page that have no vertical ruling lines: rows of amounts under one another below a line of headers
 * that stands over each column, or that go on with `earlier`, the table at the end of the page before. `lines` come from the top;
 * `rules` may part the rows.
 */
export function findImpliedTables(
  lines: readonly Baseline[],
  { rules, index: page }: Pick<PageContent, 'rules' | 'index'>,
  earlier: Grid | null = null,
): ImpliedTables {
  const grids: Grid[] = [];
  const left: Baseline[] = [];
  let from = 0;
  while (from < lines.length) {
    const to = endOfRows(lines, from);
    const body = lines.slice(from, to);
    const table = body.filter(isAmountRow).length >= FEWEST_ROWS ? tableOf(left, body, rules, page) : null;
    const goesOn = table === null && earlier && grids.length === 0 ? continuedTable(earlier, body, rules, page) : null;
    if (table) {
      left.splice(left.length - table.headerLines);
      grids.push(table.grid);
    } else if (goesOn) grids.push(goesOn);
    else {
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
    } else if (isOverAmounts(line, lines.slice(from, end)) || isHeaderLike(line, lines.slice(from, end))) break;
  }
  return end;
}

/** A header has at least so many words. */
const FEWEST_HEADERS = 3;

/** Words, as many as the rows above have pieces: the headers of the next table, also where they stand beside its amounts. */
function isHeaderLike({ runs }: Baseline, rows: readonly Baseline[]): boolean {
  if (runs.length < FEWEST_HEADERS || runs.some(isAmount)) return false;
  return rows.every((row) => row.runs.length <= runs.length);
}

/** Words where other rows have amounts, or several where none has words: the headers of the next table. */
function isOverAmounts(line: Baseline, rows: readonly Baseline[]): boolean {
  const runs = rows.flatMap((row) => row.runs.map((run, index) => ({ run, isAmount: index > 0 && isAmount(run) })));
  const isOver = (run: Run) => runs.some((other) => other.isAmount && isIn(run, [other.run.box[0], other.run.box[2]]));
  const isElsewhere = ({ box }: Run) =>
    !runs.some((other) => !other.isAmount && other.run.box[0] < box[2] && other.run.box[2] > box[0]);
  return line.runs.some(isOver) || line.runs.filter(isElsewhere).length > 1;
}

function tableOf(above: readonly Baseline[], amounts: readonly Baseline[], rules: readonly Rule[], page: number) {
  const lines = headerLinesAbove(above, amounts[0]!, rules);
  const sections = lines.length > 1 && isSection(lines.at(-1)!, lines.at(-2)!, rules) ? 1 : 0;
  const headerLines = lines.slice(0, lines.length - sections);
  const rest = withWordsApart([...lines.slice(headerLines.length), ...amounts], headerLines);
  const body = withNumberedNames(rest, headerLines);
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
function headerLinesAbove(lines: readonly Baseline[], first: Baseline, rules: readonly Rule[]): Baseline[] {
  const found: Baseline[] = [];
  let below = first;
  for (const line of lines.toReversed()) {
    const gap = below.box[1] - line.box[3];
    const widest = WIDEST_GAP * line.size * (hasRuleBetween(line, below, rules) ? BOXED : 1);
    if (found.length === MOST_HEADER_LINES || gap > widest || !isRow(line) || isAmountRow(line)) break;
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
