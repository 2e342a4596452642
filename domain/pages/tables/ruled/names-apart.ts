import { type Baseline, lineOf } from '../../lines/line.ts';
import { isCountedThing, kindOf } from '../cell-kind.ts';
import type { Grid, GridCell } from '../grid.ts';

/** Rows whose name stands in the cell of an amount are known as such by at least so many. */
const FEWEST = 2;

/**
 * A table with the names apart that stand in the cells of one column of amounts, 均等　394,248 | 137,512 | 7,400: they name the
 * whole row. A column of items behind all amounts (説明) stays as it is.
 */
export function withNamesApart(grid: Grid): Grid {
  const column = grid.columnEdges.findIndex((_, at) => holdsRowNames(grid, at));
  if (column < 0) return grid;
  const apart = grid.cells.flatMap((cell) => (isNamed(cell, column) ? [partsOf(cell)] : []));
  const end = Math.max(...apart.map(({ name }) => name.box[2]));
  const begin = Math.min(...apart.map(({ amount }) => amount.box[0]));
  const edge = (end + Math.max(begin, end)) / 2;
  const columnEdges = grid.columnEdges.toSpliced(column + 1, 0, edge);
  return { ...grid, columnEdges, cells: grid.cells.flatMap((cell) => withColumn(cell, column)) };
}

const isOwn = ({ left, right }: GridCell, column: number) => left === column && right === column;

/** 均等　394,248 */
function isNamed(cell: GridCell, column: number): boolean {
  const [line, ...others] = cell.lines;
  return (
    isOwn(cell, column) && line?.item?.words.length !== undefined && others.length === 0 && kindOf(cell) === 'items'
  );
}

function holdsRowNames({ cells }: Grid, column: number): boolean {
  // 国　14 under 国県支出金 names a part of a row that is named before its amounts.
  const isAmount = (cell: GridCell) => kindOf(cell) === 'number' && !isCountedThing(cell);
  if (cells.some((cell) => cell.right < column && cell.left === cell.right && isAmount(cell))) return false;
  const named = cells.filter((cell) => isNamed(cell, column));
  if (named.length < FEWEST) return false;
  const first = Math.min(...named.map(({ top }) => top));
  const below = cells.filter((cell) => isOwn(cell, column) && cell.top >= first && !named.includes(cell));
  if (below.some((cell) => !['number', 'blank', 'empty'].includes(kindOf(cell)))) return false;
  const hasAmountBehind = ({ top, bottom }: GridCell) =>
    cells.some((cell) => cell.left > column && cell.top === top && cell.bottom === bottom && kindOf(cell) === 'number');
  return named.filter(hasAmountBehind).length * 2 > named.length;
}

function partsOf({ lines }: GridCell): { name: Baseline; amount: Baseline } {
  const [line] = lines;
  const { words } = line!.item!;
  return { name: lineOf(words, line!), amount: lineOf(line!.runs.slice(words.length), line!) };
}

/** The cell's places in the table with one more column; an amount's has an empty cell before it where no name stands. */
function withColumn(cell: GridCell, column: number): GridCell[] {
  const { left, right } = cell;
  if (isNamed(cell, column)) {
    const { name, amount } = partsOf(cell);
    return [
      { ...cell, lines: [name], text: name.text },
      { ...cell, left: left + 1, right: right + 1, lines: [amount], text: amount.text },
    ];
  }
  if (isOwn(cell, column) && ['number', 'blank'].includes(kindOf(cell)))
    return [
      { ...cell, lines: [], text: '' },
      { ...cell, left: left + 1, right: right + 1 },
    ];
  return [{ ...cell, left: left > column ? left + 1 : left, right: right >= column ? right + 1 : right }];
}
