import { heightOf, middleX, middleY } from '../sheet/box.ts';
import type { Box, Character } from '../sheet/page-content.ts';

/** In parts of the size of most type: a slanted word from here on is stamped over the page. */
const STAMPED = 1.8;
/** In parts of its own size: from one character to the next slanted type goes so far up or down. */
const SLANT = 0.2;
/** In parts of the size of the words below: ruby is no larger, and no further above them. */
const RUBY = 0.66;
const ABOVE = 0.35;

/** The characters that make up lines and rows: without what is stamped across the page (取扱注意) and without ruby. */
export function rowTypeOf(characters: readonly Character[]): Character[] {
  const size = medianOf(characters.map(({ box }) => heightOf(box)));
  const stamped = stampedAmong(characters, STAMPED * size);
  const plain = characters.filter((character) => !stamped.has(character));
  const bases = plain.filter(({ text, box, vertical }) => !vertical && KANJI.test(text) && heightOf(box) > 0);
  const small = size * RUBY;
  return plain.filter(
    ({ text, box, vertical }) =>
      vertical || heightOf(box) > small || !KANA.test(text) || !bases.some((base) => isRubyOf(box, base.box)),
  );
}

const KANJI = /^[一-龠々]$/u;
const KANA = /^[ぁ-ゖァ-ヺー]$/u;

function isRubyOf(ruby: Box, base: Box): boolean {
  const size = heightOf(base);
  if (heightOf(ruby) > RUBY * size) return false;
  const isAbove = middleY(ruby) < base[1] + 0.25 * size && ruby[3] > base[1] - ABOVE * size;
  return isAbove && middleX(ruby) > base[0] - size && middleX(ruby) < base[2] + size;
}

/** Words of large type whose characters go up or down from one to the next. */
function stampedAmong(characters: readonly Character[], size: number): Set<Character> {
  const stamped = new Set<Character>();
  const large = characters.filter(({ box, vertical }) => !vertical && heightOf(box) > size);
  large.slice(1).forEach((character, index) => {
    const before = large[index]!;
    const [across, along] = [middleX, middleY].map((middle) => Math.abs(middle(character.box) - middle(before.box)));
    const [least, most] = [SLANT, 2].map((part) => part * heightOf(character.box));
    const isSlanted = across! > least! && along! > least! && across! < most! && along! < most!;
    if (isSlanted) stamped.add(before).add(character);
  });
  // A single character of that size among slanted ones (案) is stamped too.
  if (stamped.size > 0) for (const character of large) if (isAmong(character, stamped)) stamped.add(character);
  return stamped;
}

const isAmong = ({ box }: Character, stamped: ReadonlySet<Character>) =>
  [...stamped].some((other) => Math.abs(heightOf(other.box) - heightOf(box)) < 0.05 * heightOf(box));

function medianOf(sizes: readonly number[]): number {
  return sizes.toSorted((a, b) => a - b)[sizes.length >> 1] ?? 0;
}
