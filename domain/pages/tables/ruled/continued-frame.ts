import type { Baseline } from '../../lines/line.ts';
import type { Rule } from '../../sheet/page-content.ts';
import type { Grid } from '../grid.ts';
import { type Band, bandsOf, holdsAmounts, runsOf, SAME_END, stacksBeside } from './rules-across.ts';
import type { Frame, Ruling } from './ruling.ts';

/** How far, in points, type may reach over the edge of its column. */
const OVER = 2;

/**
 * The frame of rows that go on, ruled across only and without headers, with the columns of `earlier`, the last table of the page
 * before; null where no rulings are as wide as that, or type stands across its columns.
 */
export function continuedFrame(
  rules: readonly Rule[],
  lines: () => readonly Baseline[],
  taken: readonly Frame[],
  earlier: Grid | null,
): Frame | null {
  if (!earlier || earlier.columnEdges.length < 4) return null;
  const { free, stacks } = stacksBeside(rules, taken);
  const [left, , right] = earlier.box;
  const stack = stacks.find(
    ([first, second]) =>
      second !== undefined && Math.abs(first!.from - left) < SAME_END && Math.abs(first!.to - right) < SAME_END,
  );
  if (!stack) return null;
  const bands = bandsOf(stack, lines());
  const end = bands.findIndex((band) => !goesOn(band, earlier));
  const own = end < 0 ? bands : bands.slice(0, end);
  if (own.length === 0) return null;
  const [from, to] = [own[0]!.top.at, own.at(-1)!.bottom.at];
  const within = free.filter((ruling) => ruling.at > from + 1 && ruling.at < to - 1 && ruling.from >= left - 1);
  return {
    horizontal: [own[0]!.top, ...within, own.at(-1)!.bottom],
    vertical: earlier.columnEdges.map((at): Ruling => ({ at, from, to })),
  };
}

/** Amounts, each in a column, below no headers. */
const goesOn = (band: Band, { columnEdges }: Grid) =>
  holdsAmounts(band) &&
  runsOf(band).every(({ box }) => !columnEdges.slice(1, -1).some((at) => box[0] < at - OVER && box[2] > at + OVER));
