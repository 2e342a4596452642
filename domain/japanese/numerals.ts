/** 'half' prints 12, 'full' prints １２. */
export type DigitWidth = 'half' | 'full';

const FULL_WIDTH_OFFSET = 0xff10 - 0x30;

/** Digits of `text` in the wanted width; everything else stays as it is. */
export function withDigits(text: string, width: DigitWidth): string {
  return width === 'full'
    ? text.replace(/[0-9]/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + FULL_WIDTH_OFFSET))
    : text.replace(/[０-９]/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! - FULL_WIDTH_OFFSET));
}

const KANJI_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壱: 1,
  二: 2,
  弐: 2,
  三: 3,
  参: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const KANJI_TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 千: 1000 };
const KANJI_MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 };

/** 二十三 → 23, 三〇 → 30, 一億二千万 → 120,000,000; null where `text` is not a kanji numeral throughout. */
export function parseKanjiNumeral(text: string): number | null {
  if (text === '') return null;
  let total = 0;
  let section = 0;
  let digits: number | null = null;
  for (const character of text) {
    const digit = KANJI_DIGITS[character];
    const tens = KANJI_TENS[character];
    const myriads = KANJI_MYRIADS[character];
    if (digit !== undefined) {
      digits = (digits ?? 0) * 10 + digit;
    } else if (tens !== undefined) {
      section += (digits ?? 1) * tens;
      digits = null;
    } else if (myriads !== undefined) {
      total += (section + (digits ?? 0) || 1) * myriads;
      section = 0;
      digits = null;
    } else {
      return null;
    }
  }
  return total + section + (digits ?? 0);
}

/** Reads a whole number written in half-width, full-width or kanji digits, or 元 for the first year; null otherwise. */
export function parseWholeNumber(text: string): number | null {
  const digits = withDigits(text.trim(), 'half');
  if (/^[0-9]+$/.test(digits)) return Number(digits);
  return digits === '元' ? 1 : parseKanjiNumeral(digits);
}
