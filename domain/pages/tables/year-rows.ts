import { COMMON_ERA_LETTERS, ERA_NAMES } from '../../japanese/era.ts';
import { foldText } from '../../quantities/folded-text.ts';
import { type Baseline, lineOf, type Run, runOf } from '../lines/line.ts';
import { YEAR_HEADERS } from '../words/header-vocabulary.ts';
import type { Grid, GridCell } from './grid.ts';

const YEAR = new RegExp(`^(${ERA_NAMES}|[${COMMON_ERA_LETTERS}])(元|[0-9]{1,2})(年度?)?$`, 'u');
const BARE = /^([0-9]{1,2})(?:年度?)?$/u;

/** 令和３年度 and below it 4 is 令和4年度; null where `text` does not go on with the year above it. */
function continuedYear(above: string, text: string): string | null {
  const year = YEAR.exec(foldText(above).text);
  const own = YEAR.exec(foldText(text).text);
  if (year && own) return year[3] && !own[3] ? `${own[1]}${own[2]}${year[3]}` : null;
  const bare = BARE.exec(foldText(text).text);
  if (!year || !bare) return null;
  const before = year[2] === '元' ? 1 : Number(year[2]);
  return Math.abs(Number(bare[1]) - before) === 1 ? `${year[1]}${bare[1]}${year[3] ?? '年'}` : null;
}

/** A table whose first column names years, with the era printed before the first only, as if it stood before each. */
export function withWholeYears(grid: Grid): Grid {
  let above: GridCell | null = null;
  const columns = new Set<number>();
  const cells = grid.cells.map((cell) => {
    if (isYearHeader(cell)) columns.add(cell.left);
    else if (columns.has(cell.left) && cell.left > 0 && BARE.test(foldText(cell.text).text)) return inYearColumn(cell);
    if (cell.left > 0) return cell;
    const year: string | null = above && continuedYear(above.text, cell.text);
    const whole: GridCell = year ? { ...cell, text: year, lines: [lineBelow(above!.lines[0]!, cell, year)] } : cell;
    above = whole;
    return whole;
  });
  return { ...grid, cells };
}

const isYearHeader = ({ left, right, text }: GridCell) => left === right && YEAR_HEADERS.includes(foldText(text).text);

/** 5 under 年度 is the year 5 and no number of anything. */
function inYearColumn(cell: GridCell): GridCell {
  const text = `${BARE.exec(foldText(cell.text).text)![1]}年度`;
  return { ...cell, text, lines: [lineBelow(cell.lines[0]!, cell, text)] };
}

/** The year's line, set like the one above it. */
function lineBelow(above: Baseline, { lines }: GridCell, text: string): Baseline {
  const line = lines[0]!;
  const box = [above.box[0], line.box[1], above.box[2], line.box[3]] as const;
  return lineOf([{ ...runOf(line.characters, text), box }], line);
}

/** A line outside tables that begins with a year without its era, below a row of the year before. */
export function withWholeYear(line: Baseline, above: { readonly text: string; readonly run: Run } | null): Baseline {
  const [first] = line.runs;
  const year = above && first ? continuedYear(above.text, first.text) : null;
  if (!year || !first || first.box[0] > above!.run.box[2] || first.box[2] < above!.run.box[0]) return line;
  return lineOf([runOf(first.characters, year), ...line.runs.slice(1)], line);
}
