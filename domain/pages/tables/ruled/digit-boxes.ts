import { lineOf, runOf } from '../../lines/line.ts';
import type { Grid, GridCell } from '../grid.ts';

/** An amount has at least so many boxes. */
const FEWEST = 3;
/** In parts of the size of the type: the box of a digit is no wider. */
const WIDEST = 3;
const DIGIT = /^[0-9０-９△▲−-]?$/u;

/** A table with amounts that are printed one digit a box made whole: each is one cell over the boxes under its header. */
export function withWholeAmounts(grid: Grid): Grid {
  const wide = grid.cells.filter(
    (header) => header.right - header.left + 1 >= FEWEST && areDigits(below(grid, header)),
  );
  if (wide.length === 0) return grid;
  const cells = wide.reduce((all, header) => joinedUnder(header, all), grid.cells);
  // Between the boxes of an amount no column begins.
  const isInner = (column: number) => wide.some(({ left, right }) => column > left && column <= right);
  const placeOf = (column: number) => grid.columnEdges.filter((_, at) => at > 0 && at <= column && !isInner(at)).length;
  return {
    ...grid,
    columnEdges: grid.columnEdges.filter((_, at) => !isInner(at)),
    cells: cells
      .map((cell) => ({ ...cell, left: placeOf(cell.left), right: placeOf(cell.right) }))
      .sort((one, other) => one.top - other.top || one.left - other.left),
  };
}

const isUnder = (header: GridCell, { top, left, right }: GridCell) =>
  top > header.bottom && left >= header.left && right <= header.right;
const below = ({ cells }: Grid, header: GridCell) => cells.filter((cell) => isUnder(header, cell));

/** Narrow boxes of one digit or none, filled from the last one on, and not all of them in each row. */
function areDigits(cells: readonly GridCell[]): boolean {
  const areBoxes = cells.every(({ left, right, text }) => left === right && DIGIT.test(text));
  const rows = [...new Set(cells.map(({ top }) => top))].map((top) =>
    cells.filter((cell) => cell.top === top).sort((one, other) => one.left - other.left),
  );
  const areFilled = rows.every((row) =>
    row.slice(row.findIndex(({ text }) => text !== '')).every(({ text }) => text !== ''),
  );
  const areNarrow = rows.every((row) => {
    const { box, lines } = row.at(-1)!;
    return lines.every(({ size }) => box[2] - box[0] < WIDEST * size);
  });
  return areBoxes && areNarrow && rows.length > 1 && areFilled && rows.some(([first]) => first!.text === '');
}

function joinedUnder(header: GridCell, cells: readonly GridCell[]): readonly GridCell[] {
  const boxes = cells.filter((cell) => isUnder(header, cell));
  const rows = [...new Set(boxes.map(({ top }) => top))];
  const whole = rows.map((top): GridCell => {
    const own = boxes.filter((cell) => cell.top === top).sort((a, b) => a.left - b.left);
    const [first, last] = [own[0]!, own.at(-1)!];
    const lines = own.flatMap((cell) => cell.lines);
    const run = lines.length > 0 ? runOf(lines.flatMap(({ characters }) => characters)) : null;
    const box = [first.box[0], first.box[1], last.box[2], last.box[3]] as const;
    return { ...first, right: last.right, box, lines: run ? [lineOf([run], lines[0]!)] : [], text: run?.text ?? '' };
  });
  return [...cells.filter((cell) => !boxes.includes(cell)), ...whole];
}
