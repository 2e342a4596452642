/**
 * What a page's folded text can be found by: each unit and each pair of neighbours, a whole number (32 bits, signed) each.
 * A text holds a word only where it holds all grams of the word; whether it does, the text itself must tell.
 */
export function gramsOfText(text: string): number[] {
  const grams = new Set<number>();
  for (let index = 0; index < text.length; index += 1) {
    grams.add(text.charCodeAt(index));
    if (index > 0) grams.add(pairAt(text, index - 1));
  }
  return [...grams];
}

/** The grams to ask for: the pairs of neighbours, of a single character itself. */
export function gramsOfWord(word: string): number[] {
  if (word.length === 1) return [word.charCodeAt(0)];
  return [...new Set(Array.from({ length: word.length - 1 }, (_, index) => pairAt(word, index)))];
}

/** No pair is a single unit: a text holds no NUL. */
const pairAt = (text: string, index: number) => (text.charCodeAt(index) << 16) | text.charCodeAt(index + 1);
