import { expect, test } from 'vitest';
import { firstTitle, fullTitle, nextTitle, ordinalIn, proposeOrdinal } from '../../../domain/meetings/ordinal.ts';

const meeting = (fiscalYear: number, ordinal: number | null, title = '会議') => ({ fiscalYear, ordinal, title });

test('the 回 of a name is read in any digits', () => {
  const names = ['令和５年度第２回懇談会', '第12回審議会', '第 ３ 回', '第十一回委員会', '第２期計画の会議'];
  expect(names.map(ordinalIn)).toEqual([2, 12, 3, 11, null]);
});

test('the next 回 follows the last of its year, begins anew with a year, or counts on where the committee does', () => {
  expect(proposeOrdinal([], 2024)).toBe(1);
  expect(proposeOrdinal([meeting(2024, 2), meeting(2024, 1), meeting(2023, 4)], 2024)).toBe(3);
  expect(proposeOrdinal([meeting(2023, 4), meeting(2023, 1)], 2024)).toBe(1);
  expect(proposeOrdinal([meeting(2023, 25), meeting(2023, 24)], 2024)).toBe(26);
  expect(proposeOrdinal([meeting(2023, null, '令和５年度第３回懇談会')], 2023)).toBe(4);
  // a later year's meetings say nothing of an earlier one
  expect(proposeOrdinal([meeting(2025, 9), meeting(2024, 1)], 2024)).toBe(2);
  expect(proposeOrdinal([meeting(2024, null)], 2024)).toBeNull();
});

test('a name goes on with another year and 回, in the digits it is written in', () => {
  expect(nextTitle('令和５年度第２回行財政改革懇談会', 2024, 1)).toBe('令和６年度第１回行財政改革懇談会');
  expect(nextTitle('平成30年度 第11回 審議会', 2019, 12)).toBe('令和元年度 第12回 審議会');
  expect(nextTitle('行財政改革懇談会', 2024, 3)).toBe('行財政改革懇談会');
});

test('a name without its 回 gets it', () => {
  expect(fullTitle({ title: '懇談会', ordinal: 3 })).toBe('第３回懇談会');
  expect(fullTitle({ title: '令和５年度第３回懇談会', ordinal: 3 })).toBe('令和５年度第３回懇談会');
  expect(fullTitle({ title: '令和５年度懇談会', ordinal: 3 })).toBe('令和５年度第３回懇談会');
  expect(fullTitle({ title: '令和８年３月定例会', ordinal: 1 })).toBe('令和８年３月定例会（第１回）');
  expect(fullTitle({ title: '懇談会', ordinal: null })).toBe('懇談会');
});

test('the first meeting of a committee is called after it', () => {
  expect(firstTitle('行財政改革懇談会', 2026, 1)).toBe('令和８年度第１回行財政改革懇談会');
});
