import { withoutRadicals } from './radicals.ts';

const VARIATION_SELECTORS = /[\uFE00-\uFE0F\u180B-\u180D\u{E0100}-\u{E01EF}]/gu;
const WAVES = /[\u301C\uFF5E\u223C\u2053\u02DC~]/gu;
const DASHES = /[\u2010-\u2015\u2212\uFF0D\u2500\u2501\u2043\uFE63\uFE58]/gu;

/** ASCII, kana and the common kanji stay as they are, and are nearly all there is. */
const FOLDED = /^[ -~\u3041-\u3096\u30A1-\u30FE\u4E00-\u9FFF]*$/u;

/**
 * NFKC with what NFKC leaves apart: 〜 and ～ become ~, every minus and hyphen becomes -, variation selectors go
 * (葛󠄀 finds 葛), radicals become what they look like (⺠ is 民). ー, the long vowel, stays: タワ and タワー are different words.
 */
export function foldWidths(text: string): string {
  if (FOLDED.test(text)) return text;
  return withoutRadicals(text.replace(VARIATION_SELECTORS, ''))
    .normalize('NFKC')
    .replace(WAVES, '~')
    .replace(DASHES, '-');
}

/** What search compares: foldWidths in lower case. */
export function foldForSearch(text: string): string {
  return foldWidths(text).toLowerCase();
}
