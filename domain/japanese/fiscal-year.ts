import { ERA_LETTERS, ERA_NAMES, ERAS, eraYearText, westernYear } from './era.ts';
import { type DigitWidth, withDigits } from './numerals.ts';

/** The fiscal year (年度, April to March) an ISO date (YYYY-MM-DD) falls in: 2024-03-31 → 2023. */
export function fiscalYearOf(date: string): number {
  const [year, month] = date.split('-').map(Number);
  return month! >= 4 ? year! : year! - 1;
}

/** 2019 → 令和元年度, 2023 → 令和５年度. Throws a RangeError before 明治. */
export function fiscalYearLabel(fiscalYear: number, width: DigitWidth = 'full'): string {
  // The whole of 2019 is called 令和元年度 although its April was still 平成31年: the newest era that year knows.
  const era = ERAS.find((candidate) => candidate.firstYear <= fiscalYear);
  if (!era) throw new RangeError(`no era for the fiscal year ${fiscalYear}`);
  return withDigits(`${era.name}${eraYearText(fiscalYear - era.firstYear + 1)}年度`, width);
}

const ERA_YEAR = new RegExp(
  `(${ERA_NAMES}|(?<![A-Z])[${ERA_LETTERS}])[.．]?\\s*([0-9]{1,2}|元|[〇一二三四五六七八九十]{1,3})\\s*(年度|年|(?![0-9A-Z]))`,
  'iu',
);
const WESTERN_YEAR = /(?<![0-9])(1[89][0-9]{2}|20[0-9]{2})\s*(?:\([^)]*\)\s*)?年度/u;

/**
 * The fiscal year named by 平成31年度, 令和元年度, R5, 令和５年度, 2023年度 or a text that contains one; null otherwise.
 * 令和５年 (without 度) is read as the fiscal year of that number: titles leave the 度 out.
 */
export function parseFiscalYear(text: string): number | null {
  const plain = text.normalize('NFKC');
  const western = WESTERN_YEAR.exec(plain);
  const match = ERA_YEAR.exec(plain);
  if (western && (!match || western.index < match.index)) return Number(western[1]);
  return match && westernYear(match[1]!, match[2]!);
}
