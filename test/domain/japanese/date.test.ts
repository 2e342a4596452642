import { expect, test } from 'vitest';
import { japaneseDate, japaneseTime, weekdayOf } from '../../../domain/japanese/date.ts';

test.each([
  ['2024-01-23', '令和６年１月２３日（火）'],
  ['2019-05-01', '令和元年５月１日（水）'],
  ['2019-04-30', '平成３１年４月３０日（火）'],
  ['1989-01-08', '平成元年１月８日（日）'],
  ['1989-01-07', '昭和６４年１月７日（土）'],
  ['2024-02-29', '令和６年２月２９日（木）'],
])('%s is %s', (date, text) => {
  expect(japaneseDate(date)).toBe(text);
});

test('half-width digits and no weekday on request', () => {
  expect(japaneseDate('2024-01-23', { digits: 'half' })).toBe('令和6年1月23日（火）');
  expect(japaneseDate('2024-01-23', { weekday: false })).toBe('令和６年１月２３日');
});

test('weekdays agree with the calendar over 400 years', () => {
  for (let day = Date.UTC(1800, 0, 1); day < Date.UTC(2200, 0, 1); day += 86_400_000 * 13) {
    const date = new Date(day);
    expect(weekdayOf(date.toISOString().slice(0, 10))).toBe('日月火水木金土'[date.getUTCDay()]);
  }
});

test.each([
  ['14:00', '午後２時'],
  ['14:30', '午後２時３０分'],
  ['09:05', '午前９時５分'],
  ['12:00', '午後０時'],
  ['00:10', '午前０時１０分'],
])('%s is %s', (time, text) => {
  expect(japaneseTime(time)).toBe(text);
});

test.each(['2024-1-23', '2023-02-29', '2024-13-01', '2024-00-10', 'x'])('%s is refused', (date) => {
  expect(() => japaneseDate(date)).toThrow(RangeError);
});
test.each(['24:00', '9', '10:60'])('%s is no time', (time) => {
  expect(() => japaneseTime(time)).toThrow(RangeError);
});
