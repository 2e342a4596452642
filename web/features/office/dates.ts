import { japaneseDate, japaneseTime } from '../../../domain/japanese/date.ts';
import { dayInJapan, minuteInJapan } from '../../../domain/japanese/moment.ts';

/** An ISO 8601 moment → its day and minute in Japan, as date and time fields take them. */
export function momentParts(moment: string): { date: string; time: string } {
  const [date = '', time = ''] = minuteInJapan(new Date(moment)).split(' ');
  return { date, time };
}

/** An ISO 8601 moment → 令和６年１月２３日　午後２時５分, in Japan. */
export function momentText(moment: string): string {
  const { date, time } = momentParts(moment);
  return `${japaneseDate(date, { weekday: false })}　${japaneseTime(time)}`;
}

/** 'YYYY-MM-DD' in Japan. */
export function today(): string {
  return dayInJapan(new Date());
}

/** 令和６年１月２３日（火）, or '' for what is not a whole date yet: the hint of a date field. */
export function dateHint(date: string): string {
  return isDate(date) ? japaneseDate(date) : '';
}

/** 午後２時から午後４時まで */
export function hoursText(startsAt: string, endsAt: string | null): string {
  return endsAt === null ? `${japaneseTime(startsAt)}から` : `${japaneseTime(startsAt)}から${japaneseTime(endsAt)}まで`;
}

/** 令和５年４月１日から, 令和１０年３月３１日まで: each to stand whole on a line. */
export function termText(from: string, to: string): readonly [string, string] {
  return [`${japaneseDate(from, { weekday: false })}から`, `${japaneseDate(to, { weekday: false })}まで`];
}

/** Whether it is a date of the calendar as YYYY-MM-DD, of 1900 or later: while a year is typed it is the year 2, 20, 202. */
export function isDate(date: string): boolean {
  return /^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) && roundTrips(date);
}

// Date.parse reads February 30 as March 1.
function roundTrips(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

const millisecondsADay = 86_400_000;

/** How many days after `from` the day `to` is. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsADay);
}

/** The day so many days before. */
export function dayBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * millisecondsADay).toISOString().slice(0, 10);
}
