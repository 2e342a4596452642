import { expect, test } from 'vitest';
import { drawPage } from '../draw-page.ts';
import { compare } from '../drawn-page.ts';

/** A budget ruled across only, whose second page says no headers again. */
const budget = (a: number) => {
  const rule = '─'.repeat(60);
  const row = (left: string, right: string) => `${left}${right}`;
  const first = [
    '1款　労働費                                                                       （単位：千円）',
    rule,
    '目              本年度     前年度       比較   区分                    金額   説明',
    rule,
    row(
      `1　労働施設費   54,${a}1     58,${a}2     △3,${a}3  `,
      `4　共済費             39,${a}4   管理事業                2,${a}5`,
    ),
    row(
      '                                               ',
      `7　報償費                ${a}6   推進事業                1,${a}7`,
    ),
    rule,
  ];
  const second = [
    rule,
    row(
      `2　労働振興費   17,${a}8     13,${a}9         ${a}2  `,
      `2　給料               11,${a}3   運営事業                  ${a}4`,
    ),
    row(
      '                                               ',
      `3　職員手当等            ${a}5   支援事業                3,${a}6`,
    ),
    rule,
  ];
  const blank = ['', '', ''];
  const pages = [first, second].map((rows, index) => drawPage([...blank, ...rows], { width: 900, index: index + 1 }));
  return { pages, pageLabels: pages.map(() => null) };
};

test('rows ruled across that go on over the page without headers have the columns of the page before', () => {
  const found = compare(budget(10), budget(20)).quantities;
  expect(
    found.map(
      ({ label, column, old, new: now }) =>
        `${label.split(' > ').slice(1).join(' > ')} | ${column}: ${old.text} → ${now.text}`,
    ),
  ).toEqual([
    '1労働施設費 | 本年度: 54,101 → 54,201',
    '1労働施設費 | 前年度: 58,102 → 58,202',
    '1労働施設費 | 比較: △3,103 → △3,203',
    '1労働施設費 > 4共済費 | 金額: 39,104 → 39,204',
    '1労働施設費 > 4共済費 > 管理事業 | 説明: 2,105 → 2,205',
    '1労働施設費 > 7報償費 | 金額: 106 → 206',
    '1労働施設費 > 7報償費 > 推進事業 | 説明: 1,107 → 1,207',
    '2労働振興費 | 本年度: 17,108 → 17,208',
    '2労働振興費 | 前年度: 13,109 → 13,209',
    '2労働振興費 | 比較: 102 → 202',
    '2労働振興費 > 2給料 | 金額: 11,103 → 11,203',
    '2労働振興費 > 2給料 > 運営事業 | 説明: 104 → 204',
    '2労働振興費 > 3職員手当等 | 金額: 105 → 205',
    '2労働振興費 > 3職員手当等 > 支援事業 | 説明: 3,106 → 3,206',
  ]);
});
