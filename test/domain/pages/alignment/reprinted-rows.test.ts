import { describe, expect, test } from 'vitest';
import { compare, draw } from '../drawn-page.ts';

/** Each page of a book; only the first of a 款 says which one it is. */
const firstOf = (chapter: string, from: number) => `
${chapter}
| 目 | 本年度 | 前年度 |
| 一般管理費 | ${from + 1},000 | ${from + 2},000 |
| 徴収費 | ${from + 3},000 | ${from + 4},000 |
| 施設費 | ${from + 5},000 | ${from + 6},000 |
| 計 | ${from + 9},000 | ${from + 12},000 |`;
const secondOf = (from: number) => `
| 目 | 本年度 | 前年度 |
| 調査費 | ${from + 1},100 | ${from + 2},100 |
| 振興費 | ${from + 3},100 | ${from + 4},100 |
| その他 | ${from + 5},100 | ${from + 6},100 |
| 計 | ${from + 9},100 | ${from + 12},100 |`;

const PAGES = [
  firstOf('１款　総務費', 100),
  secondOf(100),
  firstOf('２款　民生費', 200),
  secondOf(200),
  firstOf('３款　土木費', 300),
  secondOf(300),
];
const NUMBERS_A_PAGE = 8;
const paper = (order: readonly number[]) => draw(order.map((page) => PAGES[page]!.trim()).join('\n---\n'));
const WHOLE = [0, 1, 2, 3, 4, 5];

describe('a copy of a paper', () => {
  test.each([
    ['without a page that said what the next one belongs to', [0, 1, 3, 4, 5]],
    ['with two pages changed for each other', [0, 1, 3, 2, 4, 5]],
    ['with a page that went to the end', [0, 2, 3, 4, 5, 1]],
    ['with a page twice', [0, 1, 2, 2, 3, 4, 5]],
  ])('%s: every row of the pages that are there is paired with itself', (_, order) => {
    const { quantities } = compare(paper(WHOLE), paper(order));
    expect(quantities).toHaveLength(NUMBERS_A_PAGE * new Set(order).size);
    expect(quantities.filter(({ difference }) => difference !== 0)).toEqual([]);
    const isItself = ({ old, new: now }: (typeof quantities)[number]) => order[now.page - 1] === old.page - 1;
    expect(quantities.filter((pair) => !isItself(pair))).toEqual([]);
  });

  test('of two pages with the same figures the heading tells which one is there', () => {
    const one = (heading: string) => `${heading}\n| 目 | 本年度 | 前年度 | 比較 | 財源 |\n| 計 | 10 | 10 | 0 | 10 |`;
    const pages = [PAGES[0]!.trim(), one('６項　利子'), PAGES[1]!.trim(), one('７項　拠出金')];
    const [older, newer] = [pages, [pages[0]!, pages[2]!, pages[3]!]].map((each) => draw(each.join('\n---\n')));
    const { quantities } = compare(older!, newer!);
    const ofTotals = quantities.filter(({ new: now }) => now.page === 3);
    expect(ofTotals.map(({ old, difference }) => [old.page, difference])).toEqual(Array(4).fill([4, 0]));
  });

  test('a page of which a few rows alone are printed alike is no copy: its rows go by their headings', () => {
    const other = firstOf('２款　民生費', 900).replace('901,000', '101,000').replace('903,000', '103,000');
    const { quantities } = compare(draw(PAGES[0]!.trim()), draw(other.trim()));
    expect(quantities).toEqual([]);
  });
});
