import type { Member } from '../../../../contract/committees.ts';
import { fiscalYearOf } from '../../../../domain/japanese/fiscal-year.ts';

/** First and last day, YYYY-MM-DD. */
export interface Term {
  readonly from: string;
  readonly to: string;
}

/**
 * What most likely holds for a new member: the newest term of the others. Without one, two fiscal years from this one,
 * or from last year's where the newest meeting, held on `lastMeeting`, was in it, so that its letters can be printed.
 */
export function proposeTerm(members: readonly Member[], today: string, lastMeeting = today): Term {
  const newest = members
    .filter((member) => member.leftOn === null && member.termTo >= today)
    .sort((a, b) => b.termTo.localeCompare(a.termTo))[0];
  if (newest) return { from: newest.termFrom, to: newest.termTo };
  const year = fiscalYearOf(today);
  const first = fiscalYearOf(lastMeeting) === year - 1 ? year - 1 : year;
  return { from: `${first}-04-01`, to: `${first + 2}-03-31` };
}

/** The term after that of these members: from the day after, for as many years; two where theirs is less than one. */
export function nextTerm(members: readonly Member[]): Term {
  const newest = [...members].sort((a, b) => b.termTo.localeCompare(a.termTo))[0];
  if (!newest) return { from: '', to: '' };
  const years = Math.round((Date.parse(newest.termTo) - Date.parse(newest.termFrom)) / (365.25 * 86_400_000)) || 2;
  return { from: dayAfter(newest.termTo), to: yearsAfter(newest.termTo, years) };
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

/** The same day so many years later; of a 29 February the 28th. */
function yearsAfter(date: string, years: number): string {
  const [year = '', month, day] = date.split('-');
  return `${Number(year) + years}-${month}-${month === '02' && day === '29' ? '28' : day}`;
}
