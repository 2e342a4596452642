/** In points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Left, top, right, bottom in points from the page's upper left. */
export type Extent = readonly [number, number, number, number];

/** How far apart two stretches are; negative where they overlap. */
export const apart = (from: number, to: number, otherFrom: number, otherTo: number): number =>
  Math.max(from, otherFrom) - Math.min(to, otherTo);

export function united(one: Extent, other: Extent): Extent {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}
