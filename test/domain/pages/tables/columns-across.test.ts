import { expect, test } from 'vitest';
import type { Rule } from '../../../../domain/pages/sheet/page-content.ts';
import { drawPage } from '../draw-page.ts';
import { compare } from '../drawn-page.ts';

/** A line with each text at its place, counted in half-width characters. */
function line(...pieces: readonly (readonly [place: number, text: string])[]): string {
  const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (/[ -~]/.test(each) ? 1 : 2), 0);
  return pieces.reduce((drawn, [place, text]) => drawn + ' '.repeat(place - widthOf(drawn)) + text, '');
}

const rule = '─'.repeat(60);

type Pages = readonly (readonly string[])[];

const drawn = (pages: Pages) => ({
  pages: pages.map((rows, page) => drawPage(['', '', '', ...rows], { width: 900, index: page + 1 })),
  pageLabels: pages.map(() => null),
});

const rowsOf = (older: Pages, newer: Pages) => shown(drawn(older), drawn(newer));

const compared = (older: Pages, newer: Pages) =>
  compare(drawn(older), drawn(newer)).quantities.map(
    ({ label, column, old, new: now }) => `${label} | ${column}: ${old.text} → ${now.text}`,
  );

const shown = (...papers: Parameters<typeof compare>) =>
  compare(...papers).quantities.map(
    ({ label, column, old, new: now }) =>
      `${label.split(' > ').slice(1).join(' > ')} | ${column}: ${old.text} → ${now.text}`,
  );

test('a small amount between the lines of its items is an amount, and numbers none of them', () => {
  const paper = (a: number) => [
    '1款　労働費',
    rule,
    line([4, '区分'], [38, '金額'], [74, '説明']),
    rule,
    line([44, '子育て管理費'], [100, `4,${a}1`]),
    line([0, '19　扶助費'], [40, `${a}6`]),
    line([44, '農地管理費'], [100, `8,${a}2`]),
    rule,
  ];
  expect(rowsOf([paper(10)], [paper(20)])).toEqual([
    '19扶助費 | 金額: 106 → 206',
    '19扶助費 > 子育て管理費 | 説明: 4,101 → 4,201',
    '19扶助費 > 農地管理費 | 説明: 8,102 → 8,202',
  ]);
});

test('an amount far behind the name in its cell is under its header, where the next has an amount of its own', () => {
  const paper = (a: number) => [
    '市税収入見積書',
    rule,
    line([4, '税目'], [55, '令和6年度当初額'], [83, '令和5年度当初額'], [113, '比較']),
    rule,
    line([0, '1．個人'], [46, '現年分'], [75, `449,${a}1`], [98, `497,${a}1`], [113, `1,${a}1`]),
    line([46, '滞納分'], [79, `${a}2`], [102, `${a}3`], [115, `${a}4`]),
    rule,
  ];
  expect(rowsOf([paper(10)], [paper(20)])).toEqual([
    '1．個人 > 現年分 | 令和6年度当初額: 449,101 → 449,201',
    '1．個人 > 現年分 | 令和5年度当初額: 497,101 → 497,201',
    '1．個人 > 現年分 | 比較: 1,101 → 1,201',
    '1．個人 > 滞納分 | 令和6年度当初額: 102 → 202',
    '1．個人 > 滞納分 | 令和5年度当初額: 103 → 203',
    '1．個人 > 滞納分 | 比較: 104 → 204',
  ]);
});

test('rows that go on over the page have the columns of before also where a longer name reaches over their edge', () => {
  const row = (name: string, a: number, place: number, item: string) =>
    line([0, name], [40, `${a},123`], [50, item], [place, `${a},456`], [90, '補助事業'], [110, `${a},789`]);
  const paper = (a: number) => [
    [
      '1款　労働費',
      rule,
      line([4, '目'], [38, '本年度'], [54, '区分'], [78, '金額'], [96, '説明']),
      rule,
      row('1　労働費', a, 78, '4　共済費'),
      rule,
    ],
    [rule, row('2　振興費', a + 1, 78, '18　負担金補助交付金等'), rule, row('3　総務費', a + 2, 78, '2　給料'), rule],
  ];
  const found = rowsOf(paper(10), paper(20));
  expect(found).toHaveLength(9);
  expect(found.slice(3, 6)).toEqual([
    '2振興費 | 本年度: 11,123 → 21,123',
    '2振興費 > 18負担金補助交付金等 | 金額: 11,456 → 21,456',
    '2振興費 > 18負担金補助交付金等 > 補助事業 | 説明: 11,789 → 21,789',
  ]);
});

test('rows that the foot of the page cuts off below the last ruling, and those above the first of the next page, are rows of the table', () => {
  const row = (a: number, name: string) => line([0, name], [40, `${a},123`], [62, `${a},456`], [86, `${a},789`]);
  const paper = (a: number) => [
    [
      '1款　労働費',
      rule,
      line([4, '目'], [40, '本年度'], [62, '前年度'], [86, '比較']),
      rule,
      row(a, '1．労働費'),
      rule,
      row(a + 1, '2．振興費'),
    ],
    [row(a + 2, '3．企画費'), rule, row(a + 3, '4．調査費')],
  ];
  expect(rowsOf(paper(10), paper(20)).filter((each) => each.includes('比較'))).toEqual([
    '1．労働費 | 比較: 10,789 → 20,789',
    '2．振興費 | 比較: 11,789 → 21,789',
    '3．企画費 | 比較: 12,789 → 22,789',
    '4．調査費 | 比較: 13,789 → 23,789',
  ]);
});

test('節 in the middle over 区分 and 金額 spans both without a ruling between', () => {
  const paper = (a: number) => [
    '1款　労働費',
    rule,
    line([60, '節']),
    line([4, '目'], [30, '本年度'], [96, '説明']),
    line([50, '区分'], [72, '金額']),
    rule,
    line([0, '1．労働費'], [30, `5,${a}1`], [48, '4．共済費'], [72, `3,${a}2`], [82, '負担金'], [110, `2,${a}3`]),
    rule,
  ];
  expect(rowsOf([paper(10)], [paper(20)])).toEqual([
    '1．労働費 | 本年度: 5,101 → 5,201',
    '1．労働費 > 4．共済費 | 節 > 金額: 3,102 → 3,202',
    '1．労働費 > 4．共済費 > 負担金 | 説明: 2,103 → 2,203',
  ]);
});

test('rulings between the columns alone hold on over the page, whose foot and head cut the table', () => {
  const down = (from: number, to: number) => [0, 150, 220, 300].map((x): Rule => [x, from, x, to]);
  const row = (a: number, name: string) => line([1, name], [33, `${a},123`], [48, `${a},456`]);
  const paper = (a: number) => {
    const first = drawPage([
      '1款　労働費',
      '',
      line([4, '目'], [34, '本年度'], [48, '前年度']),
      '',
      row(a, '1　労働費'),
    ]);
    const rules: Rule[] = [...down(18, 70), [0, 18, 300, 18], [0, 42, 300, 42]];
    const rows = [row(a + 1, '2　振興費'), '', '', row(a + 2, '3　企画費')];
    const second = drawPage(['', '', '', ...rows], { index: 2, rules: down(30, 110) });
    return { pages: [{ ...first, rules }, second], pageLabels: [null, null] };
  };
  expect(shown(paper(10), paper(20)).filter((each) => each.includes('前年度'))).toEqual([
    '1労働費 | 前年度: 10,456 → 20,456',
    '2振興費 | 前年度: 11,456 → 21,456',
    '3企画費 | 前年度: 12,456 → 22,456',
  ]);
});

test('the heading between two tables is of the second, whether a ruling closes the first above it or not', () => {
  const table = (heading: string, a: number) => [
    heading,
    rule,
    line([4, '目'], [40, '本年度'], [62, '前年度']),
    rule,
    line([0, '1　総務費'], [40, `${a},123`], [62, `${a},456`]),
    line([6, '計'], [40, `${a},124`], [62, `${a},457`]),
  ];
  const paper = (closing: readonly string[]) => (a: number) => [
    [...table('2　衛生費　　　1　清掃費', a), ...closing, '', ...table('8　土木費　　　2　道路費', a + 1), rule],
  ];
  for (const of of [paper([]), paper([rule])])
    expect(compared(of(10), of(20)).filter((each) => each.includes('前年度'))).toEqual([
      '2衛生費1清掃費 > 1総務費 | 前年度: 10,456 → 20,456',
      '2衛生費1清掃費 > 計 | 前年度: 10,457 → 20,457',
      '8土木費2道路費 > 1総務費 | 前年度: 11,456 → 21,456',
      '8土木費2道路費 > 計 | 前年度: 11,457 → 21,457',
    ]);
});

test('款 項 目 spread over one column of names are one header, and 1款. numbers a name', () => {
  const paper = (a: number) => [
    '2　歳入',
    rule,
    line([6, '款'], [14, '項'], [22, '目'], [42, '本年度'], [64, '比較']),
    rule,
    line([0, '1款. 市税'], [42, `${a},123`], [62, `△1,${a}4`]),
    rule,
    line([2, '1項. 市民税'], [42, `${a},125`], [62, `△1,${a}6`]),
    rule,
  ];
  expect(rowsOf([paper(10)], [paper(20)])).toEqual([
    '1款.市税 | 本年度: 10,123 → 20,123',
    '1款.市税 | 比較: △1,104 → △1,204',
    '1款.市税 > 1項.市民税 | 本年度: 10,125 → 20,125',
    '1款.市税 > 1項.市民税 | 比較: △1,106 → △1,206',
  ]);
});
