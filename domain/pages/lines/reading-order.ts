import { heightOf, middleY, widthOf } from '../sheet/box.ts';
import type { Box } from '../sheet/page-content.ts';

interface Placed {
  readonly box: Box;
  readonly vertical: boolean;
}

/** Puts lines in rows from the top, each row from the left; columns of vertical writing, which overlap in height, from the right. */
export const orderByRows = <T extends Placed>(lines: readonly T[]): T[] =>
  groupRows(lines, (line) => ({ middle: anchor(line), size: size(line), weight: 1 })).flatMap((row) =>
    row.sort(across),
  );

/** How a thing stands in its row: the middle of its type and the size of it, in points, and how much it says of where the row is. */
export interface Standing {
  readonly middle: number;
  readonly size: number;
  readonly weight: number;
}

/** In parts of the size of the smaller type: things whose middles lie nearer stand in one row. */
const SAME_ROW = 0.45;

/** What stands in one row, from the top; a row's middle is that of all that stands in it. */
export function groupRows<T>(things: readonly T[], standingOf: (thing: T) => Standing): T[][] {
  const rows: { readonly things: T[]; middle: number; size: number; weight: number }[] = [];
  const standing = things.map((thing) => ({ thing, ...standingOf(thing) })).sort((a, b) => a.middle - b.middle);
  for (const { thing, middle, size, weight } of standing) {
    const row = rows.at(-1);
    if (row && middle - row.middle < SAME_ROW * Math.min(Math.max(row.size, 1), Math.max(size, 1))) {
      row.things.push(thing);
      row.weight += weight;
      row.middle += ((middle - row.middle) * weight) / row.weight;
      row.size = Math.max(row.size, size);
    } else rows.push({ things: [thing], middle, size, weight });
  }
  return rows.map((row) => row.things);
}

/** The middle of the line, or of its first character where it runs downwards. */
function anchor(line: Placed): number {
  return line.vertical ? line.box[1] + size(line) / 2 : middleY(line.box);
}

function size({ box, vertical }: Placed): number {
  return vertical ? widthOf(box) : heightOf(box);
}

function across(one: Placed, other: Placed): number {
  return one.vertical && other.vertical ? other.box[0] - one.box[0] : one.box[0] - other.box[0];
}
