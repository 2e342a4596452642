/**
 * What a page's folded text can be found by: each unit, each pair of neighbours, and of numbers, in which every pair is
 * common, each three and four digits in a row; a whole number (32 bits, signed) each. A text holds a word only where it holds
 * all grams of the word; whether it does, the text itself must tell, but where `isOneGram`.
 */
export function gramsOfText(text: string): number[] {
  const grams = new Set<number>();
  for (let index = 0; index < text.length; index += 1) {
    grams.add(text.charCodeAt(index));
    if (index > 0) grams.add(pairAt(text, index - 1));
  }
  for (const { digits } of numbersIn(text))
    for (const length of runs) for (const gram of digitGrams(digits, length)) grams.add(gram);
  return [...grams];
}

/** The grams to ask for: of numbers the longest, else the pairs of neighbours, of a single character itself. */
export function gramsOfWord(word: string): number[] {
  if (word.length === 1) return [word.charCodeAt(0)];
  const numbers = numbersIn(word).filter(({ digits }) => digits.length >= runs[0]);
  const isInNumber = (index: number) =>
    numbers.some(({ from, digits }) => from <= index && index + 1 < from + digits.length);
  const pairs = Array.from({ length: word.length - 1 }, (_, index) => index)
    .filter((index) => !isInNumber(index))
    .map((index) => pairAt(word, index));
  const longest = numbers.flatMap(({ digits }) => digitGrams(digits, Math.min(digits.length, runs.at(-1)!)));
  return [...new Set([...pairs, ...longest])];
}

/** True of a word that its grams tell whole: a text that holds them holds it. */
export const isOneGram = (word: string): boolean => word.length <= 2 || /^[0-9]{3,4}$/.test(word);

/** Digits in a row that are grams of their own. */
const runs = [3, 4] as const;

const numbersIn = (text: string) =>
  [...text.matchAll(/[0-9]+/g)].map(({ 0: digits, index }) => ({ digits, from: index }));

/** Under U+0003 and U+0004, with which no pair of print begins. */
const digitGrams = (digits: string, length: number): number[] =>
  Array.from(
    { length: Math.max(0, digits.length - length + 1) },
    (_, at) => (length << 16) | Number(digits.slice(at, at + length)),
  );

/** No pair is a single unit: a text holds no NUL. */
const pairAt = (text: string, index: number) => (text.charCodeAt(index) << 16) | text.charCodeAt(index + 1);
