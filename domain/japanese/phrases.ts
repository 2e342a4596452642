import { ERA_NAMES } from './era.ts';

const words = new Intl.Segmenter('ja', { granularity: 'word' });
const isHeldOnto = new RegExp(`(?:${ERA_NAMES}|[第（「『［(・\\u00a0]|[0-9０-９元])$`, 'u');
const startsNone = /^(?:.|[\p{Script=Hiragana}ー]+)$/u;
const endsNoDate = /[年月]$/u;
const opens = /^[第（「『［(]$/u;

/**
 * Where a line of a title may end, for no browser knows it well: 令和８年度後期高齢者医療保険特別会計予算 → 令和８年度, 後期, 高齢者, 医療, 保険, 特別, 会計,
 * 予算. A year, an ordinal, what stands in brackets with its bracket, and what follows a word without being one stay together.
 */
export function phrasesOf(title: string): string[] {
  const phrases: string[] = [];
  for (const { segment } of words.segment(title)) {
    const before = phrases.at(-1);
    const begins = opens.test(segment) || !startsNone.test(segment);
    const isDate = endsNoDate.test(before ?? '') && /^[0-9０-９]/u.test(segment);
    if (before === undefined || (begins && !isDate && !isHeldOnto.test(before))) phrases.push(segment);
    else phrases[phrases.length - 1] = before + segment;
  }
  return phrases;
}
