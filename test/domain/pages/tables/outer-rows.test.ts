import { expect, test } from 'vitest';
import { pairs } from '../drawn-page.ts';

type Row = readonly string[];

/** Pages with a table that has rulings between its columns alone: each cell holds all lines of its page. */
const paper = (...pages: readonly (readonly Row[])[]) =>
  pages
    .map((rows) => {
      const cells = [0, 1, 2, 3, 4].map((column) => rows.map((row) => row[column] ?? '').join('/'));
      return `１項　総務管理費\n| 目 | 本年度 | 節 | 金額 | 説明 |\n| ${cells.join(' | ')} |`;
    })
    .join('\n---\n');
const shown = (of: (a: number) => string) => pairs(of(1), of(2)).filter((pair) => pair.includes('説明'));

test('what stands beside names that no ruling parts belongs to the name it begins with', () => {
  const book = (a: number) =>
    paper([
      ['1 企画費', '900', '1 報酬', '100', `広報事業　　　${a}1`],
      ['', '', '8 旅費', '800', `　委託料　　　${a}2`],
      ['', '', '', '', `文書事業　　　${a}3`],
      ['', '', '', '', `　委託料　　　${a}4`],
      ['2 支所費', '700', '1 報酬', '300', `広報事業　　　${a}5`],
      ['', '', '8 旅費', '200', `　委託料　　　${a}6`],
      ['', '', '10 需用費', '200', `　手数料　　　${a}7`],
    ]);
  expect(shown(book)).toEqual([
    '1企画費 > 広報事業 | 説明: 11 → 21',
    '広報事業 > 委託料 | 説明: 12 → 22',
    '1企画費 > 文書事業 | 説明: 13 → 23',
    '文書事業 > 委託料 | 説明: 14 → 24',
    '2支所費 > 広報事業 | 説明: 15 → 25',
    '広報事業 > 委託料 | 説明: 16 → 26',
    '広報事業 > 手数料 | 説明: 17 → 27',
  ]);
});

test('what stands above the first name of a page goes on with the last of the page before', () => {
  const book = (a: number) =>
    paper(
      [
        ['1 企画費', '900', '1 報酬', '100', `広報事業　　　${a}1`],
        ['', '', '8 旅費', '800', `文書事業　　　${a}2`],
      ],
      [
        ['', '', '10 需用費', '300', `窓口事業　　　${a}3`],
        ['', '', '', '', `庁舎事業　　　${a}4`],
        ['2 支所費', '700', '8 旅費', '700', `窓口事業　　　${a}5`],
        ['', '', '', '', `庁舎事業　　　${a}6`],
        ['', '', '', '', `公用車事業　　　${a}7`],
        ['', '', '', '', `広報事業　　　${a}8`],
        ['', '', '', '', `統計事業　　　${a}9`],
      ],
    );
  expect(shown(book).slice(2)).toEqual([
    '10需用費 > 窓口事業 | 説明: 13 → 23',
    '10需用費 > 庁舎事業 | 説明: 14 → 24',
    '8旅費 > 窓口事業 | 説明: 15 → 25',
    '8旅費 > 庁舎事業 | 説明: 16 → 26',
    '8旅費 > 公用車事業 | 説明: 17 → 27',
    '8旅費 > 広報事業 | 説明: 18 → 28',
    '8旅費 > 統計事業 | 説明: 19 → 29',
  ]);
});
