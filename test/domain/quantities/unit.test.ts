import { expect, test } from 'vitest';
import { findQuantities } from '../../../domain/quantities/read-quantity.ts';
import { parseUnit } from '../../../domain/quantities/unit.ts';

const measureOf = (text: string) => findQuantities(text)[0]?.unit?.measure;

test.each([
  ['30人', '30名'],
  ['3箇所', '3か所', '3ヶ所', '3カ所'],
  ['12学級', '12クラス'],
  ['5店', '5店舗'],
  ['65歳', '65才'],
  ['2月分', '2か月分', '2ヶ月分'],
  ['6か月', '6カ月', '6ヶ月', '6箇月'],
  ['3年間', '3か年', '3カ年', '3箇年'],
])('%s and %s are of one measure', (first, ...others) => {
  expect(measureOf(`延べ${first}です`)).toBeDefined();
  for (const other of others) expect(measureOf(`延べ${other}です`), other).toBe(measureOf(`延べ${first}です`));
});

test('日 over a column counts days, as 日間 does; 組合 are no 組', () => {
  expect(parseUnit('日')?.measure).toBe(parseUnit('日間')?.measure);
  expect(parseUnit('組合')?.measure).not.toBe(parseUnit('組')?.measure);
});
