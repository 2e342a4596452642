import { heightOf, middleX, middleY } from '../../sheet/box.ts';
import type { Character } from '../../sheet/page-content.ts';

/** Points: type this near to an edge may be of a number that reaches over it. */
const NEAR = 1;
/** In parts of the height of the type: the characters of one number touch. */
const APART = 0.2;
const NUMERIC = /[0-9０-９,，△▲▽−-]/u;
/** A number that shows where it begins and ends, also where the next one touches it. */
const NUMBER = /[△▲▽−-]?[0-9]{1,3}(?:,[0-9]{3})+|[△▲▽−-][0-9]{1,3}/gu;

/**
 * Where the characters of numbers stand that are too long for their column and reach over its edge: all at the last digit, since
 * numbers end with their column. Others are left out.
 */
export function placesOfCrossed<T extends Character>(
  characters: readonly T[],
  columnEdges: readonly number[],
): ReadonlyMap<T, number> {
  const places = new Map<T, number>();
  const inner = columnEdges.slice(1, -1);
  const isNear = ({ box, text }: T) =>
    NUMERIC.test(text) && inner.some((edge) => box[0] < edge + NEAR && box[2] > edge - NEAR);
  for (const near of characters.filter(isNear)) {
    if (places.has(near)) continue;
    for (const number of numbersIn(touching(near, characters))) {
      const [first, last] = [number[0]!.box, number.at(-1)!.box];
      if (!inner.some((edge) => middleX(first) < edge && middleX(last) > edge)) continue;
      for (const each of number) places.set(each, middleX(last));
    }
  }
  return places;
}

/** The characters of a row that touch one another around one of them; none where they are printed over one another. */
function touching<T extends Character>(near: T, characters: readonly T[]): T[] {
  const isBeside = ({ box, text }: T) =>
    NUMERIC.test(text) && Math.abs(middleY(box) - middleY(near.box)) < 0.3 * heightOf(near.box);
  const row = characters.filter(isBeside).sort((a, b) => a.box[0] - b.box[0]);
  const touches = (at: number) => row[at]!.box[0] - row[at - 1]!.box[2] < APART * heightOf(near.box);
  let from = row.indexOf(near);
  let to = from + 1;
  while (from > 0 && touches(from)) from -= 1;
  while (to < row.length && touches(to)) to += 1;
  const own = row.slice(from, to);
  const areOver = own.some(({ box }, at) => at > 0 && own[at - 1]!.box[2] - box[0] > APART * heightOf(box));
  return areOver ? [] : own;
}

function numbersIn<T extends Character>(row: readonly T[]): T[][] {
  const text = row.map((character) => character.text.normalize('NFKC')).join('');
  return [...text.matchAll(NUMBER)].map(({ index, 0: number }) => row.slice(index, index + number.length));
}
