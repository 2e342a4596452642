import { dayInJapan } from '../../domain/japanese/moment.ts';

/** 'YYYY-MM-DD' in Japan, wherever the server's clock stands. */
export function todayInJapan(now = new Date()): string {
  return dayInJapan(now);
}

/** The end of that day in Japan, `days` later; Japan has no summer time. */
export function endOfDayInJapan(date: string, days = 0): Date {
  return new Date(Date.parse(`${date}T23:59:59.999+09:00`) + days * 86_400_000);
}
