import { isAmount } from '../../lines/amounts.ts';
import type { Baseline } from '../../lines/line.ts';
import type { Box, Rule } from '../../sheet/page-content.ts';
import type { Grid } from '../grid.ts';
import { horizontalRulings } from '../ruled/ruling.ts';
import { withUnitsApart } from '../unit-lines.ts';
import { cellsOf, rowsOf } from './implied-cells.ts';
import type { Interval } from './implied-columns.ts';

/** How far, in points, type may reach over the edge of its column. */
const OVER = 2;
/** A row without a name has so many amounts. */
const FEWEST_AMOUNTS = 2;
/** Rulings of one table begin and end this near one another, in points. */
const SAME_END = 3;

/** True where a page's rulings part rows as wide as a table: one that is ruled across goes on there. */
export const isRuledLike = ({ box }: Grid, rules: readonly Rule[]): boolean =>
  horizontalRulings(rules).some(
    ({ from, to }) => Math.abs(from - box[0]) < SAME_END && Math.abs(to - box[2]) < SAME_END,
  );

/**
 * Rows at the head of a page that go on with the columns of `earlier`, a table at the foot of the page before, without its
 * headers; null where their amounts do not stand in those columns.
 */
export function continuedTable(
  earlier: Grid,
  body: readonly Baseline[],
  rules: readonly Rule[],
  page: number,
): Grid | null {
  const columns = earlier.columnEdges.slice(1).map((edge, index): Interval => [earlier.columnEdges[index]!, edge]);
  const isNamed = body.some(({ runs }) => !runs.every(isAmount));
  if (!isNamed || !body.every((line) => isWithin(line, columns))) return null;
  const rows = rowsOf(body, rules);
  const tops = rows.map((row) => Math.min(...row.map((line) => line.box[1])));
  const rowEdges = [...tops, Math.max(...body.map((line) => line.box[3]))];
  const { columnEdges } = earlier;
  const cells = rows.flatMap((row, index) => cellsOf(row, index, columns, columnEdges, rowEdges));
  const box: Box = [columnEdges[0]!, rowEdges[0]!, columnEdges.at(-1)!, rowEdges.at(-1)!];
  return withUnitsApart({ page, box, columnEdges, rowEdges, cells });
}

/** A row has a name in the first column, or several amounts below those of one; each of these stands in a column of its own. */
function isWithin({ runs }: Baseline, columns: readonly Interval[]): boolean {
  const [left, right] = [columns[0]![0], columns.at(-1)![1]];
  const isNameless = runs.every(isAmount);
  if (isNameless ? runs.length < FEWEST_AMOUNTS : runs[0]!.box[0] > columns[0]![1]) return false;
  const places = runs
    .filter(isAmount)
    .map(({ box }) => columns.findIndex(([from, to]) => box[0] >= from - OVER && box[2] <= to + OVER));
  const isInside = runs.every(({ box }) => box[0] > left - OVER && box[2] < right + OVER);
  return isInside && !places.includes(-1) && new Set(places).size === places.length;
}
