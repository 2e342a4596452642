import { COMMON_ERA_LETTERS, ERA_NAMES, eraNamed } from '../japanese/era.ts';
import { parseWholeNumber } from '../japanese/numerals.ts';
import { essence } from './series.ts';

/** Who said what year a paper is of: its title, its first page, nobody (its meeting's year holds), an official. */
export const yearSources = ['title', 'first_page', 'meeting', 'official'] as const;
export type YearSource = (typeof yearSources)[number];

/** Points from the top left of the upright page. */
export interface PrintedLine {
  readonly text: string;
  readonly box: readonly number[];
}

/** A paper tells of years near its meeting's: what is further off is a plan's, or an anniversary. */
const yearsBefore = 3;
const yearsAfter = 2;

const year = String.raw`(?:(?:${ERA_NAMES}|(?<![a-z])[${COMMON_ERA_LETTERS}])\.?(?:元|[0-9]{1,2}|[〇一二三四五六七八九十]{1,3})|(?<![0-9])(?:19|20)[0-9]{2})`;
const named = `${year}年?度?`;
/** 令和３年度～令和８年度, 令和７・８年度, R6-R8: the years of a plan, not of a paper. */
const spans = new RegExp(
  `${named}(?:から|[~〜・、,→-])(?:${year}|[0-9]{1,2}|元)(?:年度?)(?:まで|版)?|${named}(?:から|[~〜→-])${named}`,
  'giu',
);
/** What a year is followed by where it is a date, a meeting's, a plan's or a base to compare with. */
const aside = new RegExp(
  `${named}(?:(?:第[0-9一二三四五六七八九十]+回|[0-9]+月|[0-9]+日|版)|[./-][0-9]|末?(?:まで|以降|以後|から|より)|(?:に)?(?:策定|改定|改訂|改正|制定|施行|開始|設立|開設|設置|発行)|(?:決算|予算|実績)?(?:との|と|に対する|を基準とした)?(?:比較|対比|比(?![率例重])|増減))`,
  'giu',
);
const mentioned = new RegExp(`(${year})(年度|年)?(?![0-9])`, 'giu');

/**
 * The fiscal year that a title says its paper is of: the only one it names. 令和８年度…予算 → 2026; null where it names none
 * or several, where those it names are a plan's (令和３年度～令和８年度), a date's or a meeting's (令和７年度第３回),
 * or where it is far from the meeting's year.
 */
export function yearInTitle(title: string, meetingYear: number): number | null {
  const plain = plainText(title).replace(spans, '／').replace(aside, '／');
  const years = new Map<number, boolean>();
  for (const [, name, suffix] of plain.matchAll(mentioned)) {
    const value = fiscalYearNamed(name!, suffix);
    if (value !== null) years.set(value, (years.get(value) ?? false) || suffix === '年度');
  }
  // 令和５年 beside 令和６年度 is a date; alone it is a year whose 度 was left out
  const fiscal = [...years].filter(([, isFiscal]) => isFiscal).map(([value]) => value);
  const [only, second] = fiscal.length > 0 ? fiscal : [...years.keys()];
  if (only === undefined || second !== undefined) return null;
  return only >= meetingYear - yearsBefore && only <= meetingYear + yearsAfter ? only : null;
}

/** Without the spaces that spread a title (令 和 ８ 年 度) and with half-width figures. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=[^!-~])\s+|\s+(?=[^!-~])/gu, '')
    .replace(/[‐‑–—―−]/gu, '-');
}

function fiscalYearNamed(name: string, suffix: string | undefined): number | null {
  const parts = /^([^0-9〇一二三四五六七八九十元.]+)\.?(.+)$/u.exec(name);
  if (!parts) return suffix === undefined ? null : Number(name);
  const [, era, count] = parts;
  // Ｓ５ and Ｔ３ are marks of other things; nobody writes a file of 昭和
  if (suffix === undefined && /^[st]$/iu.test(era!)) return null;
  const first = eraNamed(era!)?.firstYear;
  const number = parseWholeNumber(count!);
  return first === undefined || !number ? null : first + number - 1;
}

/** A title is set this much larger than most of its page. */
export const larger = 1.2;
/** A page with no more characters than this is a cover. */
export const coverCharacters = 150;
const longestTitle = 60;
/** Points: lines of one row. */
const sameRow = 4;
const shortestAlike = 4;

/**
 * The fiscal year that a paper's first page says it is of: by the lines that are set as a title, in larger type than the
 * page, on a cover, or with the words of the document's own title; null where they name none or several. What tables and
 * sentences name is not asked.
 */
export function yearOnFirstPage(lines: readonly PrintedLine[], title: string, meetingYear: number): number | null {
  const usual = usualHeight(lines);
  const isCover = lines.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0) <= coverCharacters;
  const named = lines.flatMap((line) => {
    const isTitle = isCover || heightOf(line) >= usual * larger || isNamed(line.text, title);
    if (!isTitle || line.text.length > longestTitle || /[。※]/u.test(line.text)) return [];
    const value = yearInTitle(line.text, meetingYear);
    return value === null ? [] : [{ value, line }];
  });
  const largest = Math.max(...named.map(({ line }) => heightOf(line)));
  const told = named.filter(({ line }) => heightOf(line) >= largest / larger);
  const years = new Set(told.map(({ value }) => value));
  if (years.size !== 1 || told.some(({ line, value }) => standsInTable(line, value, lines))) return null;
  return told[0]!.value;
}

export const heightOf = ({ box }: PrintedLine) => Math.min(box[3]! - box[1]!, box[2]! - box[0]!);

/** The height of the type that most characters of the page are set in. */
export function usualHeight(lines: readonly PrintedLine[]): number {
  const byHeight = lines.flatMap((line) => Array.from({ length: line.text.length }, () => heightOf(line)));
  return byHeight.sort((a, b) => a - b)[Math.floor(byHeight.length / 2)] ?? 0;
}

function isNamed(text: string, title: string): boolean {
  const [own, wanted] = [essence(text), essence(title)];
  return (
    wanted.length >= shortestAlike && (own.endsWith(wanted) || (own.length >= shortestAlike && wanted.endsWith(own)))
  );
}

/** A heading of columns: another year stands in the same row. */
function standsInTable(line: PrintedLine, value: number, lines: readonly PrintedLine[]): boolean {
  return lines.some((other) => {
    if (other === line || Math.abs(other.box[1]! - line.box[1]!) > sameRow) return false;
    const beside = yearInTitle(other.text, value);
    return beside !== null && beside !== value;
  });
}
