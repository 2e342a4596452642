import { describe, expect, test } from 'vitest';
import type { PrintedDocument } from '../../../../domain/pages/entries/read-document.ts';
import type { Character } from '../../../../domain/pages/sheet/page-content.ts';
import { draw, pairs } from '../drawn-page.ts';

const table = (amount: number) => `
  歳入予算の内訳
  | 区分 | 本年度 | 前年度 |
  | 市民税 | ${amount} | ${amount - 1} |
  | 固定資産税 | ${amount + 9} | ${amount + 8} |
`;
const expected = [
  '歳入予算の内訳 > 市民税 | 本年度: 100 → 110',
  '歳入予算の内訳 > 市民税 | 前年度: 99 → 109',
  '歳入予算の内訳 > 固定資産税 | 本年度: 109 → 119',
  '歳入予算の内訳 > 固定資産税 | 前年度: 108 → 118',
];

const withType = (paper: PrintedDocument, type: readonly Character[]): PrintedDocument => ({
  ...paper,
  pages: paper.pages.map((page) => ({ ...page, characters: [...page.characters, ...type] })),
});

const set = (text: string, left: number, top: number, [across, down]: readonly [number, number], size: number) =>
  [...text].map((each, i): Character => {
    const [x, y] = [left + i * across, top + i * down];
    return { text: each, box: [x, y, x + size, y + size], vertical: false };
  });

describe('type that is stamped across a page', () => {
  test.each([
    ['upwards', set('取扱注意', 60, 160, [40, -20], 60)],
    ['downwards', set('部外秘', 60, 80, [30, 22], 40)],
    ['in two words', [...set('見本', 60, 150, [30, -20], 45), ...set('案', 200, 90, [0, 0], 45)]],
  ])('is no part of a row: %s', (_, stamp) => {
    expect(pairs(draw(table(100)), withType(draw(table(110)), stamp))).toEqual(expected);
  });

  test('but a large title is one', () => {
    const titled = (amount: number) => withType(draw(table(amount)), set('予算の概要', 60, 40, [30, 0], 28));
    expect(pairs(titled(100), titled(110))[0]).toMatch(/^歳入予算の内訳 > 市民税|予算の概要/u);
  });
});

test.each([
  ['over each word', 4, 0],
  ['spread wider than its word', 5, 2],
  ['near the line above', 3, -1],
])('ruby is no part of a name: %s', (_, step, lift) => {
  const paper = draw(table(110));
  const base = paper.pages[0]!.characters.find(({ text }) => text === '市')!.box;
  const ruby = set('しみんぜい', base[0], base[1] - 4 + lift / 2, [step, 0], 4);
  expect(pairs(draw(table(100)), withType(paper, ruby))).toEqual(expected);
});

test('kana that are set small beside other type stay', () => {
  const note = (amount: number) => `
    | 区分 | 本年度 |
    | こども | ${amount} |
    | しみん | ${amount + 1} |
  `;
  expect(pairs(note(1), note(5))).toEqual(['こども | 本年度: 1 → 5', 'しみん | 本年度: 2 → 6']);
});

test.each([2, 3])(
  'a title at the head of each of two pages is none of their rows, also where there are %i now',
  (pages) => {
    const names = Array.from({ length: 12 }, (_, index) => `第${'一二三四五六七八九十甲乙'[index]}事業費`);
    const paper = (count: number, amount: number) => {
      const each = names.length / count;
      const parts = Array.from({ length: count }, (_, page) =>
        [
          '| 事業 | 予算額 |',
          ...names
            .slice(page * each, (page + 1) * each)
            .map((name, row) => `| ${name} | ${amount + page * each + row} |`),
        ].join('\n'),
      );
      return withType(draw(parts.join('\n---\n')), set('事業別予算一覧', 300, 20, [10, 0], 10));
    };
    expect(pairs(paper(2, 100), paper(pages, 200))).toHaveLength(12);
  },
);
