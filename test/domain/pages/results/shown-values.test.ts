import { describe, expect, test } from 'vitest';
import { shownValues } from '../../../../domain/pages/results/shown-values.ts';

const quantity = (text: string, value: number, unit: string | null) => ({ text, value, unit });
const pair = (column: string, older: number, newer: number, unit: string | null = '千円') =>
  shownValues([quantity(String(older), older, unit), quantity(String(newer), newer, unit)], column.split(' '));

describe('numbers as a person is shown them', () => {
  test('where the units differ both stand in the coarser, the original beside, and the difference adds up by eye', () => {
    const shown = shownValues([quantity('3,631,561', 3631561, '円'), quantity('6,046', 6046, '千円')], ['計画額']);
    expect(shown.values.map((one) => one?.words)).toEqual(['3,632千円', '6,046千円']);
    expect(shown.values.map((one) => one?.original)).toEqual(['3,631,561円', null]);
    expect(shown.difference(0, 1)).toBe(2414);
    expect(shown.rate(0, 1)).toBeCloseTo(0.665, 3);
  });

  test('as printed where the unit is one: full-width digits and the mark of a minus become plain', () => {
    const shown = shownValues([quantity('△２，１９８', -2198, '千円'), quantity('▲1,000', -1000, '千円')], ['計画額']);
    expect(shown.values.map((one) => one?.words)).toEqual(['△2,198千円', '▲1,000千円']);
  });

  test.each([
    ['比較増減', 10, 20],
    ['比 較', 10, 20],
    ['増△減', 10, 20],
    ['対前年度 伸び率', 10, 20],
    ['市税 伸び率', 10, 20],
    ['計画額', 0, 0],
    ['計画額', -10, 20],
    ['計画額', 10, -20],
  ])('no rate in the column %s from %i to %i', (column, older, newer) => {
    expect(pair(column, older, newer).rate(0, 1)).toBeNull();
  });

  test('no rate of percentages; one of amounts, also down to zero and up from it', () => {
    expect(pair('収納率', 98, 99, '%').rate(0, 1)).toBeNull();
    expect(pair('計画額', 10, 0).rate(0, 1)).toBe(-1);
    expect(pair('計画額', 0, 20).rate(0, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(pair('計画額', -10, -5).rate(0, 1)).toBe(0.5);
  });

  test('what counts something else stands as printed, without a difference', () => {
    const shown = shownValues([quantity('15', 15, '人'), quantity('20', 20, '千円')], ['計画額']);
    expect([shown.values[0]?.words, shown.difference(0, 1), shown.rate(0, 1)]).toEqual(['15人', null, null]);
  });
});
