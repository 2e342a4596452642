import { ERA_NAMES } from '../japanese/era.ts';
import { fiscalYearLabel } from '../japanese/fiscal-year.ts';
import { parseWholeNumber, withDigits } from '../japanese/numerals.ts';

const NAMED = /第\s*([0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5})\s*回/u;
const YEAR = new RegExp(`(?:${ERA_NAMES})\\s*(?:[0-9０-９]{1,2}|元|[一二三四五六七八九十]{1,3})\\s*年度`, 'u');
const BEGINS_WITH_YEAR = new RegExp(`^${YEAR.source}`, 'u');
const BEGINS_WITH_ERA = new RegExp(`^(?:${ERA_NAMES})`, 'u');

/** The 回 that a name says: 令和５年度第２回行財政改革懇談会 → 2; null where it says none. */
export function ordinalIn(title: string): number | null {
  const found = NAMED.exec(title);
  return found && parseWholeNumber(found[1]!);
}

/** 第３回 */
export const ordinalText = (ordinal: number): string => `第${withDigits(String(ordinal), 'full')}回`;

/** The name as people say it in full, with its 回 where the name itself has none: 第３回懇談会, 令和５年度第３回懇談会, 令和８年３月定例会（第１回）. */
export function fullTitle({ title, ordinal }: { readonly title: string; readonly ordinal: number | null }): string {
  if (ordinal === null || ordinalIn(title) !== null) return title;
  const said = ordinalText(ordinal);
  const [year] = BEGINS_WITH_YEAR.exec(title) ?? [];
  if (year !== undefined) return `${year}${said}${title.slice(year.length)}`;
  return BEGINS_WITH_ERA.test(title) ? `${title}（${said}）` : `${said}${title}`;
}

interface Counted {
  readonly title: string;
  readonly ordinal: number | null;
  readonly fiscalYear: number;
}

/**
 * The 回 to propose for a further meeting of `fiscalYear`: one more than the last. Where the year has none yet it is 1,
 * unless the committee counts on over the years: its last year with meetings did not begin with 1. Null where no meeting
 * of the committee is counted.
 */
export function proposeOrdinal(meetings: readonly Counted[], fiscalYear: number): number | null {
  const counted = meetings.flatMap((meeting) => {
    const ordinal = meeting.ordinal ?? ordinalIn(meeting.title);
    return ordinal === null || meeting.fiscalYear > fiscalYear ? [] : [{ ordinal, fiscalYear: meeting.fiscalYear }];
  });
  if (counted.length === 0) return meetings.length === 0 ? 1 : null;
  const lastYear = Math.max(...counted.map((meeting) => meeting.fiscalYear));
  const ofLastYear = counted.filter((meeting) => meeting.fiscalYear === lastYear).map(({ ordinal }) => ordinal);
  const goesOn = lastYear === fiscalYear || Math.min(...ofLastYear) > 1;
  return goesOn ? Math.max(...ofLastYear) + 1 : 1;
}

/** What the first meeting of a committee is called: 令和８年度第１回行財政改革懇談会. */
export const firstTitle = (committee: string, fiscalYear: number, ordinal: number): string =>
  `${fiscalYearLabel(fiscalYear)}${ordinalText(ordinal)}${committee}`;

/** The name of a further meeting after one of the same kind: its year and its 回 are replaced, where it has them. */
export function nextTitle(title: string, fiscalYear: number, ordinal: number | null): string {
  const dated = title.replace(YEAR, (year) => fiscalYearLabel(fiscalYear, /[0-9]/.test(year) ? 'half' : 'full'));
  if (ordinal === null) return dated;
  return dated.replace(NAMED, (named) => withDigits(ordinalText(ordinal), /[0-9]/.test(named) ? 'half' : 'full'));
}
