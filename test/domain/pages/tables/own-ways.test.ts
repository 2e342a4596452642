import { expect, test } from 'vitest';
import { compare, draw, pairs } from '../drawn-page.ts';

const shown = (older: string, newer: string) =>
  pairs(older, newer)
    .filter((pair) => pair.includes('説明'))
    .map((pair) => pair.split(' | 説明: ').join(' '));

/** 目 | 節 | 説明, whose items are numbered under 事業 that stand beside any 節. */
const table = (rows: readonly string[]) => `
  １項　総務管理費
  | 目 | 本年度 | 節 | 金額 | 説明 | < |
  ${rows.join('\n  ')}
`;

test('説明 that goes its own way beside the 節 is about the 目: an item under a 事業 stands beside any of them', () => {
  const older = table([
    '| 1 一般管理費 | 900 | 1 報酬 | 100 | 001 庁舎管理 | 60 |',
    '| ^ | ^ | 7 報償費 | 200 | (1)消耗品費 | 20 |',
    '| ^ | ^ | 8 旅費 | 300 | 002 文書管理 | 40 |',
    '| ^ | ^ | 10 需用費 | 300 | (1)消耗品費 | 10 |',
  ]);
  const newer = table([
    '| 1 一般管理費 | 910 | 7 報償費 | 210 | 001 庁舎管理 | 61 |',
    '| ^ | ^ | 8 旅費 | 310 | (2)光熱水費 | 31 |',
    '| ^ | ^ | 10 需用費 | 390 | (1)消耗品費 | 21 |',
    '| ^ | ^ | | | 002 文書管理 | 41 |',
    '| ^ | ^ | | | (1)消耗品費 | 11 |',
  ]);
  expect(shown(older, newer)).toEqual([
    '1一般管理費 > 001庁舎管理 60 → 61',
    '001庁舎管理 > (1)消耗品費 20 → 21',
    '1一般管理費 > 002文書管理 40 → 41',
    '002文書管理 > (1)消耗品費 10 → 11',
  ]);
});

test('説明 whose items begin anew beside each 節 is about the 節', () => {
  const paper = (n: number) =>
    table([
      `| 1 一般管理費 | 900 | 1 報酬 | 100 | 委員報酬 | ${n}1 |`,
      `| ^ | ^ | | | (1)消耗品費 | ${n}2 |`,
      `| ^ | ^ | 8 旅費 | 300 | 普通旅費 | ${n}3 |`,
      `| ^ | ^ | | | (1)消耗品費 | ${n}4 |`,
    ]);
  expect(shown(paper(1), paper(2))).toEqual([
    '1報酬 > 委員報酬 11 → 21',
    '1報酬 > (1)消耗品費 12 → 22',
    '8旅費 > 普通旅費 13 → 23',
    '8旅費 > (1)消耗品費 14 → 24',
  ]);
});

test('an item that one paper prints beside its 節 and the other beside all 節 of the 目 is the same, and not quite sure', () => {
  const older = table([
    '| 1 一般管理費 | 900 | 1 報酬 | 100 | 文書管理 | 60 |',
    '| ^ | ^ | 8 旅費 | 300 | 庁舎管理 | 40 |',
    '| 2 財産管理費 | 700 | 8 旅費 | 700 | 文書管理 | 70 |',
  ]);
  const newer = table([
    '| 1 一般管理費 | 910 | 1 報酬 | 110 | 文書管理/庁舎管理 | 61/41 |',
    '| ^ | ^ | 8 旅費 | 310 | ^ | ^ |',
    '| 2 財産管理費 | 710 | 8 旅費 | 710 | 文書管理 | 71 |',
  ]);
  const found = compare(draw(older), draw(newer)).quantities.filter(({ column }) => column === '説明');
  expect(found.map(({ old, new: now, confidence }) => [old.text, now.text, confidence < 0.95])).toEqual([
    ['60', '61', true],
    ['40', '41', true],
    ['70', '71', false],
  ]);
});
