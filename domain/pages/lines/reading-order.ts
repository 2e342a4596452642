import { heightOf, middleY, widthOf } from '../sheet/box.ts';
import type { Box } from '../sheet/page-content.ts';

interface Placed {
  readonly box: Box;
  readonly vertical: boolean;
}

/** Puts lines in rows from the top, each row from the left; columns of vertical writing, which overlap in height, from the right. */
export function orderByRows<T extends Placed>(lines: readonly T[]): T[] {
  const rows: { middle: number; height: number; lines: T[] }[] = [];
  for (const line of lines.toSorted((one, other) => anchor(one) - anchor(other))) {
    const row = rows.at(-1);
    if (row && anchor(line) - row.middle <= row.height) row.lines.push(line);
    else rows.push({ middle: anchor(line), height: 0.4 * size(line), lines: [line] });
  }
  return rows.flatMap((row) => row.lines.sort(across));
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
