import type { Baseline } from '../../lines/line.ts';
import type { Rule } from '../../sheet/page-content.ts';
import type { Grid } from '../grid.ts';
import { clustersOf, type Interval, middleOf } from './columns-of-type.ts';
import { bandsOf, holdsAmounts, SAME_END, stacksBeside } from './rules-across.ts';
import type { Frame, Ruling } from './ruling.ts';

/** How far, in points, type may reach over the edge of its column. */
const OVER = 2;

/**
 * The frame of rows that go on, ruled across only and without headers, with the columns of `earlier`, the last table of the page
 * before; null where no rulings are as wide as that, or the type leaves no room between its columns.
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
  const end = bands.findIndex((band) => !holdsAmounts(band));
  const own = end < 0 ? bands : bands.slice(0, end);
  const edges =
    own.length > 0 &&
    edgesAmong(
      own.flatMap((band) => band.lines),
      earlier.columnEdges,
    );
  if (!edges) return null;
  const [from, to] = [own[0]!.top.at, own.at(-1)!.bottom.at];
  const within = free.filter((ruling) => ruling.at > from + 1 && ruling.at < to - 1 && ruling.from >= left - 1);
  return {
    horizontal: [own[0]!.top, ...within, own.at(-1)!.bottom],
    vertical: edges.map((at): Ruling => ({ at, from, to })),
  };
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
