import { fiscalYearOf, parseFiscalYear } from '../japanese/fiscal-year.ts';

/** The fiscal year to propose for a meeting: the one its name says (令和７年度第５回…) where its date is near, else its date's. */
export function proposeMeetingYear(title: string, heldOn: string): number {
  const dated = fiscalYearOf(heldOn);
  const named = /年度/u.test(title) ? parseFiscalYear(title) : null;
  return named !== null && Math.abs(named - dated) <= 1 ? named : dated;
}
