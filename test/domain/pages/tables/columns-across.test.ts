import { expect, test } from 'vitest';
import { drawPage } from '../draw-page.ts';
import { compare } from '../drawn-page.ts';

/** A line with each text at its place, counted in half-width characters. */
function line(...pieces: readonly (readonly [place: number, text: string])[]): string {
  const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (/[ -~]/.test(each) ? 1 : 2), 0);
  return pieces.reduce((drawn, [place, text]) => drawn + ' '.repeat(place - widthOf(drawn)) + text, '');
}

const rule = '─'.repeat(60);

function rowsOf(older: readonly (readonly string[])[], newer: readonly (readonly string[])[]): string[] {
  const paper = (papers: typeof older) => ({
    pages: papers.map((rows, page) => drawPage(['', '', '', ...rows], { width: 900, index: page + 1 })),
    pageLabels: papers.map(() => null),
  });
  return compare(paper(older), paper(newer)).quantities.map(
    ({ label, column, old, new: now }) =>
      `${label.split(' > ').slice(1).join(' > ')} | ${column}: ${old.text} → ${now.text}`,
  );
}

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
