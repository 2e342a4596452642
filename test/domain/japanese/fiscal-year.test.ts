import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yearWithoutEra } from '../../../domain/japanese/era.ts';
import { fiscalYearLabel, fiscalYearOf, parseFiscalYear } from '../../../domain/japanese/fiscal-year.ts';

test('a fiscal year begins in April', () => {
  expect(fiscalYearOf('2024-03-31')).toBe(2023);
  expect(fiscalYearOf('2024-04-01')).toBe(2024);
  expect(fiscalYearOf('2024-01-23')).toBe(2023);
});

test.each([
  [2018, '平成３０年度'],
  [2019, '令和元年度'],
  [2023, '令和５年度'],
  [1989, '平成元年度'],
  [1988, '昭和６３年度'],
])('%i is %s', (year, label) => {
  expect(fiscalYearLabel(year)).toBe(label);
});

test.each([
  ['平成31年度', 2019],
  ['平成３１年度', 2019],
  ['令和元年度', 2019],
  ['R5', 2023],
  ['Ｒ５', 2023],
  ['H31', 2019],
  ['令和５年度', 2023],
  ['令和五年度', 2023],
  ['令和 6 年度 国民健康保険特別会計予算', 2024],
  ['平成二十三年度', 2011],
  ['2023年度', 2023],
  ['2023(令和5)年度', 2023],
  ['議案第９号：令和８年度国民健康保険特別会計予算', 2026],
  ['R6.3 定例会', 2024],
])('%s names %i', (text, year) => {
  expect(parseFiscalYear(text)).toBe(year);
});

test.each(['', '年度', '資料１', 'PR5', 'R5A', 'R123', '令和年度'])('%j names no year', (text) => {
  expect(parseFiscalYear(text)).toBeNull();
});

test('a year without its era is of the newest that has it', () => {
  expect(yearWithoutEra(5)).toBe(2023);
  expect(yearWithoutEra(30)).toBe(2018);
});

test('what is printed is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1868, max: 2099 }),
      fc.constantFrom('half' as const, 'full' as const),
      (year, width) => {
        expect(parseFiscalYear(fiscalYearLabel(year, width))).toBe(year);
      },
    ),
    { seed: 20261123 },
  );
});
