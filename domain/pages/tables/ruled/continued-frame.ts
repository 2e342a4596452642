import type { Baseline } from '../../lines/line.ts';
import type { Rule } from '../../sheet/page-content.ts';
import type { Grid } from '../grid.ts';
import { type Band, bandAbove, bandBelow, bandsOf, holdsAmounts } from './bands.ts';
import { clustersOf, type Interval, middleOf } from './columns-of-type.ts';
import { SAME_END, stacksBeside } from './rules-across.ts';
import { type Frame, type Ruling, verticalRulings } from './ruling.ts';

/** How far, in points, type may reach over the edge of its column. */
const OVER = 2;

/** What a page has outside the frames that are taken. */
interface Free {
  readonly rules: readonly Rule[];
  readonly lines: () => readonly Baseline[];
  readonly taken: readonly Frame[];
}

/**
 * The frame of rows that go on without headers in the columns of `earlier`, the last table of the page before: ruled across only,
 * or ruled between the columns only. Null where no rulings are as wide as that, or the type leaves no room between its columns.
 */
export function continuedFrame(page: Free, earlier: Grid | null): Frame | null {
  if (!earlier || earlier.columnEdges.length < 4) return null;
  return frameAcross(page, earlier) ?? frameDown(page, earlier);
}

function frameAcross({ rules, lines, taken }: Free, { box: [left, , right], columnEdges }: Grid): Frame | null {
  const { free, stacks } = stacksBeside(rules, taken);
  const stack = stacks.find(
    ([first]) => Math.abs(first!.from - left) < SAME_END && Math.abs(first!.to - right) < SAME_END,
  );
  if (!stack) return null;
  for (const bands of choicesOf(stack, lines())) {
    const edges = edgesAmong(
      bands.flatMap((band) => band.lines),
      columnEdges,
    );
    if (!edges) continue;
    const [top, bottom] = [bands[0]!.top, bands.at(-1)!.bottom];
    const within = free.filter(({ at, from }) => at > top.at + 1 && at < bottom.at - 1 && from >= left - 1);
    return {
      horizontal: [top, ...within, bottom],
      vertical: edges.map((at): Ruling => ({ at, from: top.at, to: bottom.at })),
    };
  }
  return null;
}

/** The bands of rows that may go on, with those that are open to the head and the foot of the page first. */
function choicesOf(stack: readonly Ruling[], lines: readonly Baseline[]): Band[][] {
  const bands = bandsOf(stack, lines);
  const end = bands.findIndex((band) => !holdsAmounts(band));
  const closed = end < 0 ? bands : bands.slice(0, end);
  const above = bandAbove(stack[0]!, lines);
  const below = end < 0 ? bandBelow(stack.at(-1)!, lines) : null;
  const open = [...(above ? [above] : []), ...closed, ...(below ? [below] : [])];
  return [open, closed].filter(({ length }) => length > 0);
}

/** Rulings between all columns, and none above or below the rows that the foot of one page and the head of the next cut. */
function frameDown({ rules, taken }: Free, { columnEdges }: Grid): Frame | null {
  const isTaken = (down: Ruling) =>
    taken.some(({ vertical }) => vertical.some(({ at, from }) => at === down.at && from === down.from));
  const free = verticalRulings(rules).filter((down) => !isTaken(down));
  const own = columnEdges.map((edge) => free.find(({ at }) => Math.abs(at - edge) < SAME_END));
  if (!own.every((down) => down !== undefined)) return null;
  const [top, bottom] = [Math.max(...own.map(({ from }) => from)), Math.min(...own.map(({ to }) => to))];
  if (bottom <= top) return null;
  const [left, right] = [columnEdges[0]!, columnEdges.at(-1)!];
  const across = [top, bottom].map((at): Ruling => ({ at, from: left, to: right }));
  const { free: between } = stacksBeside(rules, taken);
  const within = between.filter(
    ({ at, from, to }) => at > top + 1 && at < bottom - 1 && from >= left - 1 && to <= right + 1,
  );
  return { horizontal: [across[0]!, ...within, across[1]!], vertical: own };
}

/** The edges of columns moved to the nearest room between them where longer names or amounts stand here; null where none is left. */
function edgesAmong(lines: readonly Baseline[], columnEdges: readonly number[]): number[] | null {
  const type = clustersOf(lines, columnEdges);
  const isCrossed = (at: number) => type.some(({ from, to }) => from < at - OVER && to > at + OVER);
  const rooms = type
    .slice(1)
    .map((next, index) => ({ from: type[index]!.to, to: next.from }))
    .filter(({ from, to }) => !columnEdges.some((at) => at > from - OVER && at < to + OVER));
  const edges = columnEdges.map((at, index) => {
    if (index === 0 || index === columnEdges.length - 1 || !isCrossed(at)) return at;
    const apart = ({ from, to }: Interval) => Math.max(from - at, at - to);
    const [nearest] = rooms.toSorted((a, b) => apart(a) - apart(b));
    return nearest ? middleOf(nearest) : Number.NaN;
  });
  return edges.every((at, index) => index === 0 || at > edges[index - 1]!) ? edges : null;
}
