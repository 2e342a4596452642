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

const ONES: readonly (readonly [reading: string, value: number])[] = [
  ...([
    ['いち', 1],
    ['いっ', 1],
    ['に', 2],
    ['さん', 3],
    ['よん', 4],
    ['ご', 5],
    ['ろく', 6],
    ['ろっ', 6],
  ] as const),
  ...([
    ['なな', 7],
    ['しち', 7],
    ['し', 4],
    ['はち', 8],
    ['はっ', 8],
    ['きゅう', 9],
    ['く', 9],
  ] as const),
];
const ONE = ONES.map(([reading]) => reading).join('|');
const SPOKEN_NUMERAL = `(?:(?:${ONE})?[ひびぴ]ゃく)?(?:(?:${ONE})?(?:じゅう|じゅっ|じっ))?(?:${ONE})?`;

/** ひゃくよんじゅうきゅう → 149, きゅう → 9, up to 999; null where `hiragana` is no numeral as it is spoken. */
export function parseSpokenNumeral(hiragana: string): number | null {
  if (hiragana === '' || !new RegExp(`^${SPOKEN_NUMERAL}$`, 'u').test(hiragana)) return null;
  const kanji = hiragana
    .replace(/[ひびぴ]ゃく/u, '百')
    .replace(/じゅう|じゅっ|じっ/u, '十')
    .replace(new RegExp(ONE, 'gu'), (reading) => String(ONES.find(([one]) => one === reading)![1]));
  return parseKanjiNumeral(kanji.replace(/[0-9]/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!));
}

/** Of a numeral as it is spoken, not empty, for patterns on hiragana. */
export const spokenNumeral = `(?=${ONE}|ひゃく|じ)${SPOKEN_NUMERAL}`;
