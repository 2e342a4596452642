import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOneUnit } from '../../../domain/quantities/one-unit.ts';

const quantity = (text: string, value: number, unit: string | null) => ({ text, value, unit });

describe('numbers of several papers in one unit', () => {
  test('円 beside 千円 is rounded to 千円, whichever is the newer', () => {
    const [yen, thousands] = [quantity('3,631,161', 3631161, '円'), quantity('6,046', 6046, '千円')];
    expect(inOneUnit([yen, thousands])).toMatchObject({ unit: '千円', decimals: 0, values: [3631, 6046] });
    expect(inOneUnit([thousands, yen])).toMatchObject({ unit: '千円', decimals: 0, values: [6046, 3631] });
  });

  test('the digits behind the point are those of the coarser paper', () => {
    const both = [quantity('1,234,567,000', 1234567000, '円'), quantity('1.2', 1.2, '十億円')];
    expect(inOneUnit(both)).toMatchObject({ unit: '十億円', decimals: 1, values: [1.2, 1.2] });
  });

  test('in one unit nothing is rounded, and the finer precision stands', () => {
    const both = [quantity('98.4', 98.4, '%'), quantity('98.45', 98.45, '%')];
    expect(inOneUnit(both)).toMatchObject({ unit: '%', decimals: 2, values: [98.4, 98.45] });
  });

  test('half is rounded away from zero, also below it', () => {
    const both = [quantity('△2,500', -2500, '円'), quantity('1', 1, '千円')];
    expect(inOneUnit(both).values).toEqual([-3, 1]);
  });

  test('what counts something else, or is missing, has no value', () => {
    expect(inOneUnit([quantity('5', 5, '人'), null, quantity('7', 7, '千円')]).values).toEqual([null, null, 7]);
    expect(inOneUnit([quantity('5', 5, null), quantity('7', 7, '千円')]).values).toEqual([null, 7]);
  });

  test('without any unit the numbers stand as they are', () => {
    expect(inOneUnit([quantity('5', 5, null), quantity('7.5', 7.5, null)])).toMatchObject({
      unit: null,
      decimals: 1,
      values: [5, 7.5],
    });
  });

  test('a value is never further from the printed one than half of the last digit shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99999 }), (yen, thousands) => {
        const both = [quantity(String(yen), yen, '円'), quantity(String(thousands), thousands, '千円')];
        expect(Math.abs(inOneUnit(both).values[0]! * 1000 - yen)).toBeLessThanOrEqual(500);
      }),
      { seed: 11 },
    );
  });
});
