import { expect, test } from 'vitest';
import type { PrintedDocument } from '../../../../domain/pages/entries/read-document.ts';
import { layBaselines } from '../../../../domain/pages/lines/baselines.ts';
import { draw, pairs } from '../drawn-page.ts';

const table = (amounts: readonly string[]) =>
  draw(`
    歳出の状況
    | 区分 | 予算額 |
    | 総務費 | ${amounts[0]} |
    | 民生費 | ${amounts[1]} |`);

/** As Word prints bold type where the face has none. */
function inBold(paper: PrintedDocument): PrintedDocument {
  const pages = paper.pages.map((page) => ({
    ...page,
    characters: [0, 0.3].flatMap((off) =>
      page.characters.map((character) => {
        const [x0, y0, x1, y1] = character.box;
        return { ...character, box: [x0 + off, y0, x1 + off, y1] as const };
      }),
    ),
  }));
  return { ...paper, pages };
}

test('type that is drawn twice to look bold is read once', () => {
  const [older, newer] = [table(['120', '1,300']), table(['125', '1,350'])];
  expect(pairs(inBold(older), inBold(newer))).toEqual(pairs(older, newer));
  expect(pairs(older, newer)).toHaveLength(2);
});

test('two amounts beside one another in one cell never make one number', () => {
  const [older, newer] = [table(['44        2', '1,300']), table(['46        5', '1,350'])];
  expect(pairs(older, newer)).toEqual([
    '歳出の状況 > 総務費 | 予算額: 44 → 46',
    '歳出の状況 > 総務費 | 予算額: 2 → 5',
    '歳出の状況 > 民生費 | 予算額: 1,300 → 1,350',
  ]);
});

test('amounts of narrow columns are parted alike on both sides of the widest gap in a number', () => {
  const characters = ['999,241', '1,107,902', '1,219,596'].flatMap((amount, index) =>
    [...amount].map((text, at) => {
      const x = [0, 75.9, 172][index]! + 10 * at;
      return { text, box: [x, 0, x + 10, 10] as const, vertical: false, page: 1 };
    }),
  );
  const [line] = layBaselines(characters, 1);
  expect(line?.runs.map(({ text }) => text)).toEqual(['999,241', '1,107,902', '1,219,596']);
});

test('amounts of narrow columns that touch are parted where the digits are in threes', () => {
  const [older, newer] = [table(['1,187,1391,126,888', '1,300']), table(['1,087,1391,026,888△5,100', '1,350'])];
  expect(pairs(older, newer)).toEqual([
    '歳出の状況 > 総務費 | 予算額: 1,187,139 → 1,087,139',
    '歳出の状況 > 総務費 | 予算額: 1,126,888 → 1,026,888',
    '歳出の状況 > 民生費 | 予算額: 1,300 → 1,350',
  ]);
});
