import { apart, type Extent, united } from './geometry.ts';

/** A line of a page, in points. */
export interface NoteLine {
  readonly box: readonly number[];
}

/** Points: what lies further from every line belongs to none. */
const reach = 16;
/** Points: a stroke no higher than this, drawn along a line, underlines it. */
const flat = 7;
/** Points that an underline may lie under the type it belongs to. */
const underline = 4;

/** The line that something drawn on the page belongs to: the one at its height, of several the one under most of it. */
export function anchorOf<Line extends NoteLine>(extent: Extent, lines: readonly Line[]): Line | null {
  const [left, top, right, bottom] = lifted(extent);
  const ranked = lines
    .map((line) => {
      const [x0, y0, x1, y1] = line.box as Extent;
      const between = apart(top, bottom, y0, y1);
      const middle = Math.abs((top + bottom) / 2 - (y0 + y1) / 2);
      return { line, between: Math.max(0, between), aside: Math.max(0, apart(left, right, x0, x1)), middle };
    })
    .filter(({ between }) => between <= reach)
    .toSorted((a, b) => a.between - b.between || a.aside - b.aside || a.middle - b.middle);
  return ranked[0]?.line ?? null;
}

function lifted([left, top, right, bottom]: Extent): Extent {
  const isUnderline = bottom - top <= flat && right - left > 3 * (bottom - top) && right - left > flat;
  return isUnderline ? [left, top - underline, right, bottom - underline] : [left, top, right, bottom];
}

/** Something drawn, with when. */
export interface Drawn {
  readonly extent: Extent;
  /** Milliseconds. */
  readonly writtenAt: number;
}

/** Points between two strokes of one word or sketch. */
const nearby = 14;
const together = 60_000;

/** What was drawn in one go and close together belongs together: a word of many strokes is not torn apart. */
export function groupDrawn<One extends Drawn>(drawn: readonly One[]): One[][] {
  const groups: { members: One[]; extent: Extent; until: number }[] = [];
  for (const one of drawn.toSorted((a, b) => a.writtenAt - b.writtenAt)) {
    const group = groups.findLast(
      ({ extent, until }) =>
        one.writtenAt - until <= together &&
        apart(extent[0], extent[2], one.extent[0], one.extent[2]) <= nearby &&
        apart(extent[1], extent[3], one.extent[1], one.extent[3]) <= nearby / 2,
    );
    if (!group) groups.push({ members: [one], extent: one.extent, until: one.writtenAt });
    else {
      group.members.push(one);
      group.extent = united(group.extent, one.extent);
      group.until = one.writtenAt;
    }
  }
  return groups.map(({ members }) => members);
}

export const extentOfAll = (drawn: readonly Drawn[]): Extent =>
  drawn.map(({ extent }) => extent).reduce((one, other) => united(one, other));
