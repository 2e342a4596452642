import { isAmount } from '../../lines/amounts.ts';
import { type Baseline, lineOf, type Run } from '../../lines/line.ts';
import { withoutUnitCaption } from '../../lines/loose-line.ts';
import { middleY } from '../../sheet/box.ts';
import type { Box, Rule } from '../../sheet/page-content.ts';
import type { GridCell } from '../grid.ts';
import { type Interval, isIn } from './implied-columns.ts';

/** Words and then amounts, whatever comes behind them. */
export function isAmountRow(line: Baseline): boolean {
  const { runs } = line;
  return runs.length > 1 && isRow(line) && runs.some((run, index) => index > 0 && isAmount(run));
}

/** What may stand among the rows of a table: no caption, and nothing upright. */
export function isRow(line: Baseline): boolean {
  return !line.characters[0]?.vertical && withoutUnitCaption(line).unit === null;
}

export function hasRuleBetween(above: Baseline, below: Baseline, rules: readonly Rule[]): boolean {
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

/** A row's runs in their columns; words run on over the empty columns beside them. */
export function cellsOf(
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

export function cellAt(
  { top, bottom, left, right }: Pick<GridCell, 'top' | 'bottom' | 'left' | 'right'>,
  lines: readonly Baseline[],
  edges: readonly number[],
  rowEdges: readonly number[],
): GridCell {
  const box: Box = [edges[left]!, rowEdges[top]!, edges[right + 1]!, rowEdges[bottom + 1]!];
  return { top, bottom, left, right, box, lines, text: lines.map((line) => line.text).join('') };
}
