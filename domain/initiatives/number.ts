import { foldWidths } from '../japanese/normalise.ts';
import { isOrdinal, roleOfNumber } from '../quantities/counter.ts';
import { NUMBER_MARKS } from './words.ts';

/** A heading that begins with the number of an initiative; `marked` where a word says that it is one (№, 取組, 施策). */
export interface NumberedHeading {
  /** As printed. */
  readonly number: string;
  readonly rest: string;
  readonly marked: boolean;
}

const CIRCLED = '[\\u2460-\\u2473\\u3251-\\u325F\\u32B1-\\u32BF]';
const DIGITS = '[0-9０-９]{1,3}';
const DASH = '[-－‐‑–—―−ー・.．]';
const PLAIN = `${DIGITS}(?:${DASH}${DIGITS}){0,3}`;
const MARK = `(?:${NUMBER_MARKS.join('|')})`;
const MARKED = new RegExp(
  `^([（(【［\\[]?${MARK}[:：]?[（(【]?(?:${PLAIN}|${CIRCLED})[)）】］\\]]?[.．:：]?)(?![0-9０-９])(.*)$`,
  'iu',
);
const UNMARKED = new RegExp(
  `^(${CIRCLED}|[（(【［\\[]${PLAIN}[)）】］\\]]|${PLAIN}[.．)）]?(?![0-9０-９,，%％]))(.*)$`,
  'u',
);
const ALONE = new RegExp(
  `^(?:${MARK}[:：]?)?[（(【［\\[]?(?:${PLAIN}|${CIRCLED}|[A-ZＡ-Ｚ][-－]?${PLAIN})[)）】］\\]]?[.．]?$`,
  'iu',
);

/** Reads №3－7 ○○, 取組③ ○○, 施策１－２ ○○, 3-7 ○○, (1) ○○; null where the text begins with no number. */
export function readNumberedHeading(text: string): NumberedHeading | null {
  const printed = text.replace(/\s+/gu, '');
  const marked = MARKED.exec(printed);
  if (marked && numbers(marked[1]!, marked[2]!))
    return { number: marked[1]!.replace(/[:：]$/u, ''), rest: nameIn(marked[2]!), marked: true };
  const bare = UNMARKED.exec(printed);
  return bare && numbers(bare[1]!, bare[2]!) ? { number: bare[1]!, rest: nameIn(bare[2]!), marked: false } : null;
}

/** Whether a number that ends with a digit numbers the words behind it: it does 3-7市民, it does not 3件, 2年目. */
const numbers = (number: string, after: string) =>
  !/[0-9０-９]$/u.test(number) || !(isOrdinal(after) || roleOfNumber(after, 'label') === 'names');

const nameIn = (rest: string) => rest.replace(/^[:：、，.．　]+/u, '');

/** True for a cell that holds the number of an initiative and nothing else. */
export const isNumber = (text: string): boolean => ALONE.test(text.replace(/\s+/gu, ''));

/** What two prints of one number have in common: №３－７, 3-7 and （３－７） are 3-7. */
export function numberKey(number: string): string {
  const folded = foldWidths(number).replace(/ー|・|\./gu, '-');
  return (/[A-Z]?-?[0-9]+(?:-[0-9]+)*/u.exec(folded)?.[0] ?? folded).replace(/^-/u, '');
}
