import { foldText } from '../../quantities/folded-text.ts';
import { parseUnit, type Unit } from '../../quantities/unit.ts';
import type { Baseline } from '../lines/line.ts';
import type { Grid, GridCell } from './grid.ts';

/**
 * A table with the units apart that stand on a line of their own in a cell: a small 千円 above the first amount of a column, 人
 * below the words of a header. The line goes, and the cell says the unit.
 */
export function withUnitsApart(grid: Grid): Grid {
  const body = Math.min(...grid.cells.filter(({ lines }) => lines.some(endsInAmount)).map(({ top }) => top));
  const cells = grid.cells.map((cell) => withUnitApart(cell, cell.bottom < body));
  return cells.every((cell, index) => cell === grid.cells[index]) ? grid : { ...grid, cells };
}

/** What stands below the words of a name in the body is the name's: オンライン化した手続（件）. */
function withUnitApart(cell: GridCell, isHeader: boolean): GridCell {
  const { lines } = cell;
  if (lines.length < 2) return cell;
  const [first, last] = [unitOf(lines[0]!), unitOf(lines.at(-1)!)];
  if (first && lines.slice(1).some(endsInAmount)) return withLines(cell, lines.slice(1), first);
  const others = lines.slice(0, -1);
  // 人 / 件 / 費 is a word whose characters stand below one another.
  if (isHeader && last && others.some(({ text }) => text.length > 1 && unitIn(text) === null))
    return withLines(cell, others, last);
  return cell;
}

const withLines = (cell: GridCell, lines: readonly Baseline[], unit: Unit): GridCell => ({
  ...cell,
  lines,
  text: lines.map((line) => line.text).join(''),
  unit,
});

const endsInAmount = ({ item, reading }: Baseline) => item !== null || reading.kind === 'dash';

const unitIn = (text: string) => parseUnit(foldText(text).text.replace(/^\((.+)\)$/u, '$1'));
const unitOf = ({ text, characters }: Baseline) => (characters[0]?.vertical ? null : unitIn(text));
