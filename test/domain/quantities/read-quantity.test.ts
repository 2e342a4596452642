import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../../domain/quantities/difference.ts';
import { findQuantities, isDash, readQuantity, readRange } from '../../../domain/quantities/read-quantity.ts';
import { parseUnit } from '../../../domain/quantities/unit.ts';

describe('a cell', () => {
  test.each([
    ['７９０，２６４', 790264, null],
    ['7 9 0 , 2 6 4', 790264, null],
    ['△2,198', -2198, null],
    ['△ 2,198', -2198, null],
    ['▲ 3', -3, null],
    ['－５', -5, null],
    ['0', 0, null],
    ['△0', 0, null],
    ['24.586875', 24.586875, null],
    ['70.7％', 70.7, '%'],
    ['15 人', 15, '人'],
    ['107,100千円', 107100, '千円'],
    ['4億5,800万円', 45800, '万円'],
    ['62兆135億円', 620135, '億円'],
    ['5%以内', 5, '%'],
    ['約３件', 3, '件'],
    ['2.7％増', 2.7, '%'],
    ['3.1％減', -3.1, '%'],
    ['△3.1％減', -3.1, '%'],
    ['12増', 12, null],
    ['300円の減', -300, '円'],
    ['＋2.7％', 2.7, '%'],
    ['±0', 0, null],
    ['1.3倍', 1.3, '倍'],
    ['一億二千万円', 120_000_000, '円'],
    ['三千五百円', 3500, '円'],
    ['金壱百五拾万円也', 1_500_000, '円'],
    ['二十五人', 25, '人'],
  ])('%s is %d %s', (text, value, unit) => {
    expect(readQuantity(text)).toMatchObject({ text, value, unit: unit && { text: unit } });
  });

  test.each([
    '',
    '－',
    '12 1/3人',
    '47歳6月',
    '(1)',
    '（２）',
    '令和8年',
    'R8.3',
    '1,234,56',
    '第３号',
    '皆増',
    '1.2.3',
    '百万円',
    '千円',
    '一部',
    '千歳',
    '３個人',
  ])('%j is none', (text) => {
    expect(readQuantity(text)).toBeNull();
  });

  test('an inner number stands in brackets', () => {
    expect(readQuantity('(△1,234)')).toMatchObject({ value: -1234, inner: true });
  });

  test('a dash is printed on purpose and is no number', () => {
    expect(['－', '―', '-', 'ー', '…'].every(isDash)).toBe(true);
    expect(isDash('0')).toBe(false);
  });

  test('a range has two ends', () => {
    expect(readRange('38〜50年').map(({ value, unit }) => [value, unit?.text])).toEqual([
      [38, '年'],
      [50, '年'],
    ]);
  });

  test('whatever is printed with commas is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (value) => {
        const printed = `${value < 0 ? '△' : ''}${Math.abs(value).toLocaleString('en-US')}`;
        expect(readQuantity(printed)?.value).toBe(value);
      }),
      { seed: 20261123 },
    );
  });
});

describe('running text', () => {
  const found = (text: string) => findQuantities(text).map(({ value, unit }) => `${value}${unit?.text}`);

  test.each([
    [
      '本予算の総額は、25,550,000千円で、290,000千円、1.1パーセントの減額',
      ['25550000千円', '290000千円', '1.1パーセント'],
    ],
    ['総務費関係で１事業164,675千円', ['1事業', '164675千円']],
    ['年間給水量522万立方メートル', ['522万立方メートル']],
    ['約4億5,800万円、前年度比 2.1％増', ['45800万円', '2.1%']],
    ['複合化した館数は４館となり、掲載枠数は51枠です', ['4館', '51枠']],
    ['特別措置2～20%加算', ['2%', '20%']],
    ['補助金三千五百円を加え', ['3500円']],
    ['500円券を10日間配り', ['500円', '10日間']],
    ['整備は38年～50年の間', ['38年', '50年']],
  ])('%s', (text, quantities) => {
    expect(found(text)).toEqual(quantities);
  });

  test.each([
    '令和８年２月27日提出',
    '第446回定例会',
    '職員８ 1/3名',
    '２公共施設の最適化',
    '１歳入の確保',
    '№3-7 広告収入',
    '令和５年度から令和７年度まで',
    '資料１総括表',
    '１人１日当たりごみ排出量は',
    '人口10万人当たりの医師数',
    '市内一円に百円硬貨を',
    '数千円の',
    '令和５年～７年の計画',
  ])('%s has none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('each is found where it stands', () => {
    const text = '市税４５８千円、県支出金1,200千円';
    expect(findQuantities(text).map(({ start, end }) => text.slice(start, end))).toEqual(['４５８千円', '1,200千円']);
  });
});

describe('differences', () => {
  const measured = (value: number, unit: string | null) => ({ value, unit: unit === null ? null : parseUnit(unit) });

  test.each([
    [measured(100, '千円'), measured(120, '千円'), 20, 0.2],
    [measured(2_000_000, '円'), measured(2_500, '千円'), 500, 0.25],
    [measured(1, '億円'), measured(100, '百万円'), 0, 0],
    [measured(0, '人'), measured(3, '人'), 3, null],
    [measured(-10, null), measured(-5, null), 5, 0.5],
    [measured(0.1, '%'), measured(0.3, '%'), 0.2, 2],
  ])('%o → %o', (older, newer, difference, rate) => {
    expect(differenceOf(older, newer)).toEqual({ difference, rate });
  });

  test('none across measures, or where only one unit is known', () => {
    const none = { difference: null, rate: null };
    expect(differenceOf(measured(1, '人'), measured(2, '円'))).toEqual(none);
    expect(differenceOf(measured(1, null), measured(2, '円'))).toEqual(none);
  });
});

test('a decimal without a unit counts where it says what its topic is', () => {
  const texts = (text: string) => findQuantities(text).map((quantity) => quantity.text);
  expect(texts('財政力指数は０．６７６で、前年度を上回った。')).toEqual(['０．６７６']);
  expect(texts('第2.1節は、版1.2による。')).toEqual([]);
});

test.each([
  ['１億２千３百万円', 123],
  ['12億5千3百万円', 1253],
  ['3億5千万円', 35],
  ['2万3千5百人', 235],
])('the 万 behind 百 is that of 千 as well: %s', (text, value) => {
  expect(findQuantities(`は${text}を`)[0]?.value).toBe(value);
});

test.each([
  ['平成30末で12件', ['12件']],
  ['昭和50代の建物', []],
  ['令和4実績は8人', ['8人']],
  ['平30決算', []],
  ['基準は’13比で26％', ['26％']],
  ['令和5に3団体が', ['3団体']],
])('%s: the number of an era is a year and counts nothing', (text, found) => {
  expect(findQuantities(text).map((quantity) => quantity.text)).toEqual(found);
});
