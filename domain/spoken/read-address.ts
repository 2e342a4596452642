import { foldForSearch } from '../japanese/normalise.ts';
import { parseKanjiNumeral } from '../japanese/numerals.ts';
import type { DocumentKind } from '../meetings/document.ts';
import { asWritten } from './as-written.ts';
import { type SpokenYear, takeYear } from './spoken-year.ts';

/** What a person says for a place in the materials: 「資料１の９ページ、№３-７」. What they do not say is null, words empty. */
export interface SpokenAddress {
  /** Of which year's papers; null: of those where one is. */
  readonly year: SpokenYear | null;
  /** `number` half-width as documents keep it: 1, 2-1; for other kinds the whole mark: 議案第12号. */
  readonly document: { readonly kind: DocumentKind; readonly number: string } | null;
  /** The page as printed, folded: 149, a-3. */
  readonly page: string | null;
  /** The number of an initiative or heading: 3-7. */
  readonly number: string | null;
  /** What else was said: 公共施設. */
  readonly words: string;
}

const KANJI = '[〇零一二三四五六七八九十百]+';
const NUMBER = String.raw`[0-9]+(?:(?:-|の)[0-9]+(?![0-9]|-|\s*(?:ページ|頁|枚目|p(?![a-z]))))*`;
const PAGE = '[a-z]?-?[0-9]+(?:-[0-9]+)*';

/** Dictation writes numbers in kanji, but 一般会計 and 三重 are no numbers: only beside a word that is counted. */
const KANJI_NUMERALS = [
  new RegExp(`${KANJI}(?=\\s*(?:ページ|頁|枚目|号))`, 'gu'),
  new RegExp(`(?<=(?:資料|参考|議案第|ページ|番号|ナンバー|no\\.?)\\s*)${KANJI}`, 'gu'),
  new RegExp(`(?<=[0-9](?:の|-))${KANJI}(?![^\\s、。のをはに])`, 'gu'),
  new RegExp(`^${KANJI}(?=(?:の${KANJI})*$)|(?<=^${KANJI}の)${KANJI}$`, 'gu'),
];

const DOCUMENTS: readonly { readonly kind: DocumentKind; readonly pattern: RegExp }[] = [
  { kind: 'reference', pattern: new RegExp(`参考(?:資料)?(?:の|第|no\\.?)?\\s*(${NUMBER})号?`, 'u') },
  { kind: 'material', pattern: new RegExp(`(?:会議|配布|配付)?資料(?:の|第|no\\.?)?\\s*(${NUMBER})号?`, 'u') },
  { kind: 'other', pattern: /((?:議案|報告|承認|認定|諮問)第?[0-9]+(?:-[0-9]+)*号?)/u },
  { kind: 'agenda', pattern: /(?:会議)?次第()/u },
  { kind: 'minutes', pattern: /(?:議事|会議)(?:録|要旨|概要)()/u },
];
const PAGES = [
  new RegExp(`(?<![a-z])(?:ページ|頁|pp?\\.?)\\s*(${PAGE})`, 'u'),
  new RegExp(`(?<![a-z0-9-])(${PAGE})\\s*(?:ページ|頁|p(?![a-z]))目?`, 'u'),
];
const NUMBERS = [
  new RegExp(`(?:no\\.?|ナンバー|番号|取組|施策)\\s*[(（]?(${NUMBER})[)）]?番?`, 'u'),
  /(?<![0-9a-z])([0-9]+(?:(?:-|の)[0-9]+)+)(?![0-9])/u,
];
const BARE = /^([a-z]?-?[0-9]+)番?$/u;
const AROUND = /^[\s、。,.のをはにへ]+|[\s、。,.のをはにへ]+$/gu;

/** Reads what was typed or dictated; everything empty where nothing was said. */
export function readAddress(said: string): SpokenAddress {
  const folded = foldForSearch(said).replace(/[‐-―ー−](?=[0-9])/gu, '-');
  const { year, rest: place } = takeYear(folded);
  let rest = withDigits(asWritten(place));
  const take = (pattern: RegExp): string | null => {
    const match = pattern.exec(rest);
    if (!match) return null;
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    return match[1] ?? '';
  };
  const takeFirst = (patterns: readonly RegExp[]) =>
    patterns.reduce<string | null>((taken, pattern) => taken ?? take(pattern), null);

  const document = takeDocument(take);
  const page = takeFirst(PAGES);
  const number = takeFirst(NUMBERS)?.replaceAll('の', '-') ?? null;
  rest = rest.replace(AROUND, '');
  const bare = page === null && number === null ? BARE.exec(rest) : null;
  return {
    year,
    document,
    page: page ?? bare?.[1] ?? null,
    number,
    words: bare ? '' : rest.replace(/[\s、。,]+の?/gu, ' ').trim(),
  };
}

function takeDocument(take: (pattern: RegExp) => string | null): SpokenAddress['document'] {
  for (const { kind, pattern } of DOCUMENTS) {
    const number = take(pattern);
    if (number !== null) return { kind, number: kind === 'other' ? number : number.replaceAll('の', '-') };
  }
  return null;
}

function withDigits(text: string): string {
  const numeral = (kanji: string) => String(parseKanjiNumeral(kanji) ?? kanji);
  return KANJI_NUMERALS.reduce((read, pattern) => read.replace(pattern, numeral), text);
}
