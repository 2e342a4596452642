/**
 * What a page's folded text can be found by: each unit, each pair and each three of neighbours, and of numbers, in which every
 * pair is common, each three and four digits in a row; a whole number (32 bits, signed) each. A text holds a word only where it
 * holds all grams of the word; whether it does, the text itself must tell, but where `isToldByGrams`.
 */
export function gramsOfText(text: string): number[] {
  const grams = new Set<number>();
  for (let index = 0; index < text.length; index += 1) {
    grams.add(text.charCodeAt(index));
    if (index > 0) grams.add(pairAt(text, index - 1));
    if (index > 1 && !isNumberAt(text, index - 2)) grams.add(threeAt(text, index - 2));
  }
  for (const digits of numbersIn(text))
    for (const length of runs) for (const gram of digitGrams(digits, length)) grams.add(gram);
  return [...grams];
}

/** The grams to ask for: as few of the longest as tell the word, of a single character itself. */
export function gramsOfWord(word: string): number[] {
  if (word.length === 1) return [word.charCodeAt(0)];
  const threes = placesIn(word, 3)
    .filter((index) => !isNumberAt(word, index))
    .map((index) => threeAt(word, index));
  const longest = numbersIn(word)
    .filter((digits) => digits.length >= runs[0])
    .flatMap((digits) => digitGrams(digits, Math.min(digits.length, runs.at(-1)!)));
  // a three is a hash: of a word that is nothing else, its pairs make sure of it
  const pairs = word.length <= 3 && longest.length === 0 ? placesIn(word, 2).map((index) => pairAt(word, index)) : [];
  return [...new Set([...threes, ...pairs, ...longest])];
}

/** True of a word that its grams tell whole: a text that holds them holds it. */
export const isToldByGrams = (word: string): boolean => word.length <= 3 || /^[0-9]{4}$/.test(word);

const placesIn = (word: string, length: number) =>
  Array.from({ length: Math.max(0, word.length - length + 1) }, (_, index) => index);

/** Digits in a row that are grams of their own. */
const runs = [3, 4] as const;

const numbersIn = (text: string): string[] => [...text.matchAll(/[0-9]+/g)].map(([digits]) => digits);

/** True where three digits stand in a row. */
const isNumberAt = (text: string, index: number): boolean =>
  [index, index + 1, index + 2].every((at) => text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39);

/** Under U+0003 and U+0004, with which no pair of print begins. */
const digitGrams = (digits: string, length: number): number[] =>
  Array.from(
    { length: Math.max(0, digits.length - length + 1) },
    (_, at) => (length << 16) | Number(digits.slice(at, at + length)),
  );

/** No pair is a single unit: a text holds no NUL. */
const pairAt = (text: string, index: number) => (text.charCodeAt(index) << 16) | text.charCodeAt(index + 1);

/** Three units hashed to 28 bits, under units of private use, with which next to no pair of print begins. */
function threeAt(text: string, index: number): number {
  let hash = 0x811c9dc5;
  for (let at = index; at < index + 3; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) ^ (hash >>> 15);
  const mixed = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return 0xe000_0000 | ((mixed ^ (mixed >>> 15)) & 0x0fff_ffff) | 0;
}
