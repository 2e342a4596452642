import { expect, test } from 'vitest';
import { readNumbering } from '../../../../domain/pages/words/numbering.ts';

test.each([
  ['１目', '目', '1目'],
  ['２項', '項', '2項'],
  ['３款 民生費', '款', '3款'],
  ['１目標の設定', '1', '1'],
  ['２項目別の一覧', '1', '2'],
  ['１歳入の確保', '1', '1'],
  ['１市債', '1', '1'],
  ['（１）市民税', '(1)', '1'],
  ['③ 窓口', '①', '3'],
])('%j is numbered in the style %s by %s', (label, style, number) => {
  expect(readNumbering(label)).toMatchObject({ style, number });
});

test('each numbering stands above those that Japanese papers print below it', () => {
  const orders = [
    ['第１編 総論', '第２部 人口', '第３章 世帯', '第４節 推移', '第５条 目的', '１. 定義', '２ 範囲', '（３）例外'],
    [
      '第１章 予算',
      '議案第２号 補正',
      '第３款 民生費',
      '第４項 児童費',
      '第５目 手当',
      '（６）給付',
      'ア 現金',
      '① 国内',
    ],
    [
      '第１表 歳入',
      'Ⅱ．市税',
      '３項 固定資産税',
      '４目 交付金',
      '001 国有分',
      '（１）土地',
      'ロ 家屋',
      '（ア）木造',
      '(a) 住宅',
    ],
    ['№3 窓口', '１．受付', '１-2. 証明', '（３）発行', '② 手数料'],
  ];
  for (const labels of orders) {
    const ranks = labels.map((label) => readNumbering(label).rank);
    expect(ranks, labels.join()).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(ranks).size).toBe(labels.length);
  }
});

test.each(['１級', '３人世帯', '１歳児', '５件', '３年目', '3.5'])('%j has a number in its name', (label) => {
  expect(readNumbering(label)).toMatchObject({ style: '', number: '' });
});
