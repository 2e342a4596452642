import { heightOf, middleX, middleY } from '../sheet/box.ts';
import { groupBy } from '../sheet/group-by.ts';
import type { Box } from '../sheet/page-content.ts';

/** A number that stands by itself on a page. */
export interface LoneNumber {
  readonly value: number;
  readonly box: Box;
}

/** Points: the numbers of one axis end, or stand, so nearly at one place. */
const SAME_PLACE = 2;
/** An axis that begins at zero has so many numbers, another one more. */
const FEWEST = 3;
/** In parts of the height of the type: rows of a table stand nearer. */
const PITCH = 1.8;
/** How far, in parts of it, the numbers of an axis stand from being even. */
const UNEVEN = 0.15;
const ROUND = [1, 2, 2.5, 3, 4, 5];

/**
 * The axes of a page's charts: numbers above one another that go down by one round step, or beside one another that go up by it,
 * evenly spaced: 15,000 | 10,000 | 5,000 | 0. They measure and are amounts of nothing.
 */
export function axesAmong<T extends LoneNumber>(numbers: readonly T[]): T[][] {
  const columns = groupBy(numbers, ({ box }) => Math.round(box[2] / SAME_PLACE));
  const rows = groupBy(numbers, ({ box }) => Math.round(middleY(box) / SAME_PLACE));
  const upright = [...columns.values()].flatMap((own) =>
    stretches(
      own.toSorted((a, b) => b.box[1] - a.box[1]),
      ({ box }) => -middleY(box),
    ),
  );
  const level = [...rows.values()].flatMap((own) =>
    stretches(
      own.toSorted((a, b) => a.box[0] - b.box[0]),
      ({ box }) => middleX(box),
    ),
  );
  return [...upright, ...level];
}

/** The stretches of numbers, in the order of their places, that go up by one step. */
function stretches<T extends LoneNumber>(own: readonly T[], placeOf: (number: T) => number): T[][] {
  const found: T[][] = [];
  let open: T[] = [];
  for (const number of own) {
    if (open.length > 1 && !goesOn(open, number, placeOf)) {
      found.push(open);
      open = [open.at(-1)!];
    }
    open.push(number);
  }
  found.push(open);
  return found.filter((numbers) => isAxis(numbers, placeOf));
}

function goesOn<T extends LoneNumber>(open: readonly T[], next: T, placeOf: (number: T) => number): boolean {
  const [first, second, last] = [open[0]!, open[1]!, open.at(-1)!];
  const pitch = placeOf(second) - placeOf(first);
  const isEven = Math.abs(placeOf(next) - placeOf(last) - pitch) < UNEVEN * Math.abs(pitch);
  return (
    isEven && Math.abs(next.value - last.value - (second.value - first.value)) < 1e-9 * Math.abs(next.value) + 1e-9
  );
}

function isAxis<T extends LoneNumber>(numbers: readonly T[], placeOf: (number: T) => number): boolean {
  const [first, second] = numbers;
  if (!first || !second || numbers.length < (first.value === 0 ? FEWEST : FEWEST + 1)) return false;
  const step = second.value - first.value;
  if (step <= 0 || Math.abs(first.value / step - Math.round(first.value / step)) > 1e-6) return false;
  const digit = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
  const isRound = ROUND.some((round) => Math.abs(digit - round) < 1e-6);
  return isRound && placeOf(second) - placeOf(first) > PITCH * heightOf(first.box);
}
