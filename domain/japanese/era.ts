import { parseWholeNumber } from './numerals.ts';

/** An era (元号). Its first calendar year is 元年; `from` is the ISO date of its first day. */
export interface Era {
  readonly name: string;
  /** The letter of 「Ｒ５」 and 「H31」. */
  readonly letter: string;
  readonly from: string;
  readonly firstYear: number;
}

/** Newest first. Source: 元号法 and the cabinet orders on the changes of era; 明治 counts from its adoption. */
export const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', from: '2019-05-01', firstYear: 2019 },
  { name: '平成', letter: 'H', from: '1989-01-08', firstYear: 1989 },
  { name: '昭和', letter: 'S', from: '1926-12-25', firstYear: 1926 },
  { name: '大正', letter: 'T', from: '1912-07-30', firstYear: 1912 },
  { name: '明治', letter: 'M', from: '1868-10-23', firstYear: 1868 },
];

/** The era of an ISO date; null before 明治. */
export function eraOfDate(date: string): Era | null {
  return ERAS.find((era) => era.from <= date) ?? null;
}

/** 令和, 令, R, ㋿ is not read: the era by its name, the beginning of it or its letter (either case), null where there is none. */
export function eraNamed(name: string): Era | null {
  const letter = name.toUpperCase();
  return ERAS.find((era) => era.letter === letter || (name !== '' && era.name.startsWith(name))) ?? null;
}

/** Sources of regular expressions: 令和|平成|… and, inside square brackets, the letters RHS…. */
export const ERA_NAMES = ERAS.map(({ name }) => name).join('|');
export const ERA_LETTERS = ERAS.map(({ letter }) => letter).join('');
/** 令, 平 and 昭, as 平30 abbreviates them; the others begin too many words. */
export const ERA_INITIALS = ERAS.slice(0, 3)
  .map(({ name }) => name[0])
  .join('');
/** The letters that are read as eras anywhere in a paper: in m2 and t5 it is no era. */
export const COMMON_ERA_LETTERS = ERAS.slice(0, 3)
  .map(({ letter }) => letter)
  .join('');

/** The western year of 令和, 5 or R, 元; null where there is no such era or number. */
export function westernYear(era: string, year: string): number | null {
  const number = parseWholeNumber(year);
  const known = eraNamed(era.replace(/[.．]$/u, ''));
  return known && number ? known.firstYear + number - 1 : null;
}

/** Papers leave the era out where it can only be one: ５年度 is 令和５年度, 30年度 平成30年度. */
export function yearWithoutEra(year: number): number {
  const [newest, before] = ERAS as readonly [Era, Era];
  return (year <= LATEST_OF_NEWEST ? newest : before).firstYear + year - 1;
}

/** The newest era has years up to this; larger numbers are of the one before. */
const LATEST_OF_NEWEST = 20;

/** 1 → 元, 5 → 5: the year within an era as it is written. */
export function eraYearText(year: number): string {
  return year === 1 ? '元' : String(year);
}
