import type { Box } from './page-content.ts';

/** The box around all of them, to a hundredth of a point; of none it has no size. */
export const unionOf = (boxes: readonly Box[]): Box => {
  let [x0, y0, x1, y1] = boxes[0] ?? [0, 0, 0, 0];
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return rounded([x0, y0, x1, y1]);
};

export const unionBox = (one: Box, other: Box): Box => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.max(one[2], other[2]),
  Math.max(one[3], other[3]),
];

/** The four edges that JSON has as a list. */
export const boxOf = ([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Box => [x0, y0, x1, y1];

/** To a hundredth of a point. */
export const rounded = ([x0, y0, x1, y1]: Box): Box => [hundredths(x0), hundredths(y0), hundredths(x1), hundredths(y1)];

const hundredths = (value: number) => Math.round(value * 100) / 100;

export const middleX = (box: Box): number => (box[0] + box[2]) / 2;
export const middleY = (box: Box): number => (box[1] + box[3]) / 2;
export const widthOf = (box: Box): number => box[2] - box[0];
export const heightOf = (box: Box): number => box[3] - box[1];

/** How much of their heights two boxes have in common, in points; less than 0 is the gap between them. */
export const commonHeight = (a: Box, b: Box): number => Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
export const commonWidth = (a: Box, b: Box): number => Math.min(a[2], b[2]) - Math.max(a[0], b[0]);

/** The part that two boxes share of what they cover together, from 0 to 1. */
export function overlapOf(a: Box, b: Box): number {
  const common = Math.max(0, commonWidth(a, b)) * Math.max(0, commonHeight(a, b));
  return common === 0 ? 0 : common / (areaOf(a) + areaOf(b) - common);
}

const areaOf = (box: Box) => widthOf(box) * heightOf(box);

/** A way to turn boxes of a page by a quarter, and back again. */
export interface Turn {
  readonly there: (box: Box) => Box;
  readonly back: (box: Box) => Box;
}

/** Turns a page so that what runs down (or, `up`, what is read upwards) runs to the right; sizes in points, before turning. */
export function turnOf(direction: 'down' | 'up', { width, height }: { width: number; height: number }): Turn {
  if (direction === 'down')
    return {
      there: ([x0, y0, x1, y1]) => [y0, width - x1, y1, width - x0],
      back: ([x0, y0, x1, y1]) => [width - y1, x0, width - y0, x1],
    };
  return {
    there: ([x0, y0, x1, y1]) => [height - y1, x0, height - y0, x1],
    back: ([x0, y0, x1, y1]) => [y0, height - x1, y1, height - x0],
  };
}
