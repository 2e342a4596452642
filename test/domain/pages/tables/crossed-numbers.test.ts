import { expect, test } from 'vitest';
import type { Box, Character, Rule } from '../../../../domain/pages/sheet/page-content.ts';
import { compare } from '../drawn-page.ts';

/** Three columns, each 40 points wide but the first; texts end 2 points before the end of theirs. */
const EDGES = [20, 120, 160, 200];

function paper(rows: readonly (readonly string[])[]) {
  const characters: Character[] = [];
  const rules: Rule[] = EDGES.map((x) => [x, 100, x, 100 + 20 * rows.length]);
  rows.forEach((cells, row) => {
    const y = 100 + 20 * row;
    rules.push([EDGES[0]!, y, EDGES.at(-1)!, y], [EDGES[0]!, y + 20, EDGES.at(-1)!, y + 20]);
    cells.forEach((text, column) => {
      const width = (each: string) => (/[ -~]/u.test(each) ? 6 : 10);
      let x =
        column === 0 ? EDGES[0]! + 2 : EDGES[column + 1]! - 2 - [...text].reduce((sum, each) => sum + width(each), 0);
      for (const each of text) {
        const box: Box = [x, y + 5, x + width(each), y + 15];
        characters.push({ text: each, box, vertical: false });
        x += width(each);
      }
    });
  });
  const page = { index: 1, width: 300, height: 400, characters, rules, scanned: false };
  return { pages: [page], pageLabels: [null] };
}

test('a number too long for its column is not cut by the ruling that goes through it', () => {
  const budget = (a: number) =>
    paper([
      ['目', '年度', '比較'],
      ['総務費', ``, `△1${a},345`],
      ['民生費', `1,${a}1,102`, `△${a}6`],
      ['土木費', `${a},103`, `${a},203`],
    ]);
  const found = compare(budget(10), budget(20)).quantities;
  expect(found.map(({ label, column, old, new: now }) => `${label} | ${column}: ${old.text} → ${now.text}`)).toEqual([
    '総務費 | 比較: △110,345 → △120,345',
    '民生費 | 年度: 1,101,102 → 1,201,102',
    '民生費 | 比較: △106 → △206',
    '土木費 | 年度: 10,103 → 20,103',
    '土木費 | 比較: 10,203 → 20,203',
  ]);
});

test('numbers that are printed over one another, touch, or have a blank behind their sign stay whole', () => {
  const budget = (a: number) =>
    paper([
      ['目', '年度', '比較'],
      ['総務費', `${a},123`, `1${a},456`],
      ['民生費', `${a},304`, `${a},345,678`],
      ['土木費', '', `△ ${a},345`],
      ['消防費', `${a}0`, `１${a % 10},345`],
    ]);
  const found = compare(budget(11), budget(22)).quantities;
  expect(found.map(({ label, column, old, new: now }) => `${label} | ${column}: ${old.text} → ${now.text}`)).toEqual([
    '総務費 | 年度: 11,123 → 22,123',
    '総務費 | 比較: 111,456 → 122,456',
    '民生費 | 年度: 11,304 → 22,304',
    '民生費 | 比較: 11,345,678 → 22,345,678',
    '土木費 | 比較: △11,345 → △22,345',
    '消防費 | 年度: 110 → 220',
    '消防費 | 比較: １1,345 → １2,345',
  ]);
});

test('a number that begins its column and reaches over the end of it belongs where it begins', () => {
  const budget = (a: number) => {
    const { pages, pageLabels } = paper([
      ['目', '比較', '年度'],
      ['総務費', '', ''],
      ['民生費', `${a}1`, `${a}2`],
    ]);
    const over = [...`1${a},345`].map((text, at): Character => {
      const x = EDGES[1]! + 2 + 6 * at;
      return { text, box: [x, 125, x + 6, 135], vertical: false };
    });
    return { pages: [{ ...pages[0]!, characters: [...pages[0]!.characters, ...over] }], pageLabels };
  };
  const found = compare(budget(11), budget(22)).quantities;
  expect(found.map(({ label, column, old, new: now }) => `${label} | ${column}: ${old.text} → ${now.text}`)).toEqual([
    '総務費 | 比較: 111,345 → 122,345',
    '民生費 | 比較: 111 → 221',
    '民生費 | 年度: 112 → 222',
  ]);
});
