import { parseFiscalYear } from '../japanese/fiscal-year.ts';

/** 昨年の, so many years before where one is, or 令和４年度の. */
export type SpokenYear = { readonly ago: number } | { readonly fiscal: number };

const AGO: Readonly<Record<string, number>> = {
  ...{ 昨年: 1, 去年: 1, 前年: 1, さくねん: 1, きょねん: 1 },
  ...{ 一昨年: 2, おととし: 2, 前々年: 2 },
};
const NAMED = '(?:令和|平成|昭和|[rhs])\\s*(?:元|[0-9]{1,2}|[〇一二三四五六七八九十]{1,3})年度?|[0-9]{4}年度?';
const YEAR = new RegExp(
  `(?<=^|[\\s、。])(?:(${Object.keys(AGO).join('|')})度?|(${NAMED}))(?:の|\\s*(?=資料|しりょう|参考|さんこう|[0-9]|$))`,
  'u',
);

/** Takes the year of the papers that are meant out of what was said, folded: 昨年の資料1 → a year ago, 資料1. */
export function takeYear(folded: string): { readonly year: SpokenYear | null; readonly rest: string } {
  const match = YEAR.exec(folded);
  if (!match) return { year: null, rest: folded };
  const fiscal = match[2] ? parseFiscalYear(match[2]) : null;
  const year = match[1] ? { ago: AGO[match[1]]! } : fiscal === null ? null : { fiscal };
  if (!year) return { year, rest: folded };
  return { year, rest: `${folded.slice(0, match.index)}${folded.slice(match.index + match[0].length)}` };
}
