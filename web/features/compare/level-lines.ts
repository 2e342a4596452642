import type { ComparedLine } from '../../../contract/comparisons.ts';

/** A height of a page, in points from its top. */
export interface Height {
  readonly page: number;
  readonly y: number;
}

/**
 * The height in the other paper that belongs to the height `y` of a page: that of the paired lines around it, in proportion
 * between them where they stand on one page. Null where no line of the page has a counterpart.
 */
export function levelOf(lines: readonly ComparedLine[], y: number): Height | null {
  const paired = lines
    .flatMap((line) =>
      line.other && !line.moved ? [{ at: top(line.place.box), page: line.other.page, y: top(line.other.box) }] : [],
    )
    .sort((a, b) => a.at - b.at);
  const after = paired.find((one) => one.at > y);
  const before = paired.findLast((one) => one.at <= y);
  if (!before) return after ? { page: after.page, y: after.y - (after.at - y) } : null;
  if (!after || after.page !== before.page || after.y < before.y)
    return { page: before.page, y: before.y + (y - before.at) };
  const part = (y - before.at) / Math.max(1, after.at - before.at);
  return { page: before.page, y: before.y + part * (after.y - before.y) };
}

const top = (box: readonly number[]) => box[1]!;
