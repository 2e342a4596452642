import { eraOfDate, eraYearText } from './era.ts';
import { type DigitWidth, withDigits } from './numerals.ts';

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** How dates and times are printed; full-width digits with the weekday where nothing is said. */
export interface DateStyle {
  readonly digits?: DigitWidth;
  readonly weekday?: boolean;
}

/** 日 … 土 of an ISO date, by Zeller's congruence: no clock and no time zone. */
export function weekdayOf(date: string): string {
  const [year, month, day] = partsOf(date);
  const shifted = month < 3 ? year - 1 : year;
  const termOfMonth = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return WEEKDAYS[(shifted + leaps + termOfMonth + day) % 7]!;
}

/** 2024-01-23 → 令和６年１月２３日（火）. Before 明治 the year is western. Throws a RangeError on anything but YYYY-MM-DD. */
export function japaneseDate(date: string, style: DateStyle = {}): string {
  const [year, month, day] = partsOf(date);
  const era = eraOfDate(date);
  const yearText = era ? `${era.name}${eraYearText(year - era.firstYear + 1)}` : String(year);
  const weekday = style.weekday === false ? '' : `（${weekdayOf(date)}）`;
  return withDigits(`${yearText}年${month}月${day}日${weekday}`, style.digits ?? 'full');
}

/** 14:00 → 午後２時, 14:30 → 午後２時３０分, 12:00 → 午後０時 as public notices write it. Throws a RangeError on anything but HH:MM. */
export function japaneseTime(time: string, style: DateStyle = {}): string {
  const match = /^([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9](?:\.[0-9]+)?)?$/.exec(time);
  if (!match) throw new RangeError(`not a time: ${time}`);
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  const text = `${hour < 12 ? '午前' : '午後'}${hour % 12}時${minute === 0 ? '' : `${minute}分`}`;
  return withDigits(text, style.digits ?? 'full');
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function partsOf(date: string): [year: number, month: number, day: number] {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(date);
  if (match) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const days = (DAYS_IN_MONTH[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
    if (day >= 1 && day <= days) return [year, month, day];
  }
  throw new RangeError(`not a date: ${date}`);
}
