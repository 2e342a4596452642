const japanese = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** 'YYYY-MM-DD' in Japan, wherever the server's clock stands. */
export function todayInJapan(now = new Date()): string {
  return japanese.format(now);
}

const minutes = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

/** 'YYYY-MM-DD HH:MM' in Japan. */
export function minuteInJapan(moment: Date): string {
  return minutes.format(moment);
}

/** The end of that day in Japan, `days` later; Japan has no summer time. */
export function endOfDayInJapan(date: string, days = 0): Date {
  return new Date(Date.parse(`${date}T23:59:59.999+09:00`) + days * 86_400_000);
}
