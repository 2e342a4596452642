import { expect, test } from 'vitest';
import { compare, draw, pairs } from '../drawn-page.ts';

test('a share or a rate below a caption of 千円 is no 千円', () => {
  const table = (amounts: readonly string[]) =>
    draw(`
      歳出の状況（単位：千円）
      | 区分 | 予算額 | 構成比 | 増減率 |
      | 総務費 | ${amounts[0]} | 50.5 | 1.2 |
      | 民生費 | ${amounts[1]} | 49.5 | 2.2 |`);
  const { quantities } = compare(table(['1,200', '1,300']), table(['1,250', '1,350']));
  expect(quantities.map(({ unit }) => unit)).toEqual(['千円', '%', '%', '千円', '%', '%']);
});

test('皆増 and 皆減 stand where an amount would and name no row', () => {
  const table = (amounts: readonly string[]) => `
    補助金
    | 事業 | 増減率 | 本年度 |
    | 新駅整備 | 皆増 | ${amounts[0]} |
    | 支所解体 | 皆減 | ${amounts[1]} |`;
  expect(pairs(table(['120', '130']), table(['125', '135']))).toEqual([
    '補助金 > 新駅整備 | 本年度: 120 → 125',
    '補助金 > 支所解体 | 本年度: 130 → 135',
  ]);
});

test('what is printed for one year, 【新規】, is no part of a name', () => {
  const table = (first: string, second: string, amounts: readonly string[]) => `
    主要事業
    | 事業名 | 予算額 |
    | ${first}駅 | ${amounts[0]} |
    | ${second}橋 | ${amounts[1]} |`;
  expect(pairs(table('【新規】', '', ['140', '150']), table('', '（新規）', ['145', '155']))).toEqual([
    '主要事業 > 駅 | 予算額: 140 → 145',
    '主要事業 > （新規）橋 | 予算額: 150 → 155',
  ]);
});

test('a name that gains or loses の実施 or の強化 stays itself', () => {
  const table = (first: string, second: string, amounts: readonly string[]) => `
    主要事業
    | 取組 | 予算額 |
    | ${first} | ${amounts[0]} |
    | ${second} | ${amounts[1]} |`;
  const found = pairs(
    table('防災訓練の実施', '防犯灯の強化', ['130', '140']),
    table('防災訓練', '防犯灯について', ['135', '145']),
  );
  expect(found).toEqual(['主要事業 > 防災訓練 | 予算額: 130 → 135', '主要事業 > 防犯灯について | 予算額: 140 → 145']);
});
