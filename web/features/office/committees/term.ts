import type { Member } from '../../../../contract/committees.ts';
import { fiscalYearOf } from '../../../../domain/japanese/fiscal-year.ts';

/** First and last day, YYYY-MM-DD. */
export interface Term {
  readonly from: string;
  readonly to: string;
}

/** What most likely holds for a new member: the newest term of the others, or two fiscal years from this one. */
export function proposeTerm(members: readonly Member[], today: string): Term {
  const newest = members
    .filter((member) => member.leftOn === null && member.termTo >= today)
    .sort((a, b) => b.termTo.localeCompare(a.termTo))[0];
  if (newest) return { from: newest.termFrom, to: newest.termTo };
  const year = fiscalYearOf(today);
  return { from: `${year}-04-01`, to: `${year + 2}-03-31` };
}
