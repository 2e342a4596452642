import { heightOf, middleX, middleY } from '../../sheet/box.ts';
import type { Box, Character } from '../../sheet/page-content.ts';

/** Points: type this near to an edge may be of a number that reaches over it. */
const NEAR = 1;
/** In parts of the height of the type: the characters of one number touch. */
const APART = 0.2;
/** In parts of the height of the type: the characters of one piece join where others are printed over it. */
const JOINS = 0.03;
/** In parts of the height of the type: a sign and its number, with a blank between. */
const SIGN_APART = 1.1;
/** In parts of the height of the type: characters of one row. */
const SAME_ROW = 0.3;
const SIGN = /[△▲▽]/u;
const NUMERIC = /[0-9０-９,，△▲▽−-]/u;
/** A number that shows where it begins and ends, also where the next one touches it. */
const NUMBER = /[△▲▽−-]?[0-9]{1,3}(?:,[0-9]{3})+|[△▲▽−-][0-9]{1,3}/gu;

/**
 * Where the characters of numbers stand that are too long for their column and reach over its edge: all at the last digit, since
 * numbers end with their column, or at the first where it begins its column and the last ends none. Others are left out.
 */
export function placesOfCrossed<T extends Character>(
  characters: readonly T[],
  columnEdges: readonly number[],
): ReadonlyMap<T, number> {
  const places = new Map<T, number>();
  const inner = columnEdges.slice(1, -1);
  const drawn = characters.filter(({ text }) => NUMERIC.test(text));
  const byHeight = drawn.toSorted((a, b) => middleY(a.box) - middleY(b.box));
  for (const [at, near] of drawn.entries()) {
    if (places.has(near)) continue;
    const end = near.box[2] + (SIGN.test(near.text) ? SIGN_APART * heightOf(near.box) : 0);
    if (!inner.some((edge) => near.box[0] < edge + NEAR && end > edge - NEAR)) continue;
    for (const number of numbersIn(touching(near, byHeight) ?? drawnOnFrom(at, drawn))) {
      const [first, last] = [number[0]!.box, number.at(-1)!.box];
      if (!inner.some((edge) => middleX(first) < edge && middleX(last) > edge)) continue;
      const place = middleX(isSetFromStart(first, last, columnEdges) ? first : last);
      for (const each of number) places.set(each, place);
    }
  }
  return places;
}

/** It begins at the start of a column, and ends far from the end of the one that it reaches into. */
function isSetFromStart(first: Box, last: Box, columnEdges: readonly number[]): boolean {
  const start = columnEdges.findLast((edge) => edge <= middleX(first));
  const end = columnEdges.find((edge) => edge >= middleX(last));
  if (start === undefined || end === undefined) return false;
  return first[0] - start < heightOf(first) && end - last[2] > heightOf(last);
}

/** The characters of a row that touch one another around one of them; null where they are printed over one another. */
function touching<T extends Character>(near: T, byHeight: readonly T[]): T[] | null {
  const reach = SAME_ROW * heightOf(near.box);
  const row: T[] = [];
  for (let at = firstBelow(byHeight, middleY(near.box) - reach); at < byHeight.length; at += 1) {
    if (middleY(byHeight[at]!.box) >= middleY(near.box) + reach) break;
    row.push(byHeight[at]!);
  }
  row.sort((a, b) => a.box[0] - b.box[0]);
  const touches = (to: number) => {
    const apart = SIGN.test(row[to - 1]!.text) ? SIGN_APART : APART;
    return row[to]!.box[0] - row[to - 1]!.box[2] < apart * heightOf(near.box);
  };
  let from = row.indexOf(near);
  let to = from + 1;
  while (from > 0 && touches(from)) from -= 1;
  while (to < row.length && touches(to)) to += 1;
  const own = row.slice(from, to);
  const areOver = own.some(({ box }, at) => at > 0 && own[at - 1]!.box[2] - box[0] > APART * heightOf(box));
  return areOver ? null : own;
}

/** Index of the first character whose middle lies below `y`. */
function firstBelow(byHeight: readonly Character[], y: number): number {
  let [low, high] = [0, byHeight.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (middleY(byHeight[middle]!.box) <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What the file draws before and after a character as one piece with it: printed over others it is still one number. */
function drawnOnFrom<T extends Character>(at: number, drawn: readonly T[]): T[] {
  const own = [drawn[at]!];
  for (let to = drawnBeside(at, 1, drawn); to !== null; to = drawnBeside(to, 1, drawn)) own.push(drawn[to]!);
  for (let to = drawnBeside(at, -1, drawn); to !== null; to = drawnBeside(to, -1, drawn)) own.unshift(drawn[to]!);
  return own;
}

/** Index of the character that joins on to the one at `at`; one of another piece may come between them. */
function drawnBeside(at: number, step: 1 | -1, drawn: readonly Character[]): number | null {
  const isNext = (to: number) => {
    const [one, next] = step > 0 ? [drawn[at], drawn[to]] : [drawn[to], drawn[at]];
    if (!one || !next || Math.abs(middleY(one.box) - middleY(next.box)) >= SAME_ROW * heightOf(one.box)) return false;
    const gap = (next.box[0] - one.box[2]) / heightOf(one.box);
    return gap > -JOINS && gap < (SIGN.test(one.text) ? SIGN_APART : JOINS);
  };
  return [at + step, at + 2 * step].find(isNext) ?? null;
}

function numbersIn<T extends Character>(row: readonly T[]): T[][] {
  const text = row.map((character) => character.text.normalize('NFKC')).join('');
  return [...text.matchAll(NUMBER)].map(({ index, 0: number }) =>
    row.slice(beginOf(row, text, index), index + number.length),
  );
}

/** Of more than three digits before the first comma the front ones are of the number before: they stand off, or 0 would begin. */
function beginOf(row: readonly Character[], text: string, from: number): number {
  if (!/[0-9]/u.test(text[from - 1] ?? '') || !/[0-9]/u.test(text[from]!)) return from;
  const comma = text.indexOf(',', from);
  const standsOff = (at: number) => Math.abs(row[at]!.box[0] - row[at - 1]!.box[2]);
  const begins = [from, from + 1, from + 2].filter((at) => at < comma && text[at] !== '0');
  return begins.reduce((best, at) => (standsOff(at) > standsOff(best) ? at : best), begins[0] ?? from);
}
