import { expect, test } from 'vitest';
import { drawPage } from '../draw-page.ts';
import { compare } from '../drawn-page.ts';

/** 目 with its 節 and what each is for, between rulings that go across only. */
const budget = (a: number) => {
  const rule = '─'.repeat(60);
  const page = drawPage(
    [
      '1款　労働費                                                                       （単位：千円）',
      rule,
      '目              本年度     前年度       比較   区分                    金額   説明',
      rule,
      `1　労働施設費   54,${a}1     58,${a}2     △3,${a}3  4　共済費             39,${a}4   管理事業                2,${a}5`,
      `                                               7　報償費                 ${a}6   推進事業                1,${a}7`,
      rule,
      `2　労働振興費   17,${a}8     13,${a}9        ${a}2  2　給料               11,${a}3   運営事業                  ${a}4`,
      `                                               3　職員手当等             ${a}5   支援事業                3,${a}6`,
      rule,
    ],
    { width: 900 },
  );
  return { pages: [page], pageLabels: [null] };
};

test('a budget ruled across only: each amount under its header, each 節 under its 目', () => {
  const quantities = compare(budget(10), budget(20)).quantities.filter(({ column }) => column !== '説明');
  expect(
    quantities.map(
      ({ label, column, old, new: now }) =>
        `${label.split(' > ').slice(1).join(' > ')} | ${column}: ${old.text} → ${now.text}`,
    ),
  ).toEqual([
    '1労働施設費 | 本年度: 54,101 → 54,201',
    '1労働施設費 | 前年度: 58,102 → 58,202',
    '1労働施設費 | 比較: △3,103 → △3,203',
    '1労働施設費 > 4共済費 | 金額: 39,104 → 39,204',
    '1労働施設費 > 7報償費 | 金額: 106 → 206',
    '2労働振興費 | 本年度: 17,108 → 17,208',
    '2労働振興費 | 前年度: 13,109 → 13,209',
    '2労働振興費 | 比較: 102 → 202',
    '2労働振興費 > 2給料 | 金額: 11,103 → 11,203',
    '2労働振興費 > 3職員手当等 | 金額: 105 → 205',
  ]);
});
