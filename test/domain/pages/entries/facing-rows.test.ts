import { expect, test } from 'vitest';
import { pairs, unmatched } from '../drawn-page.ts';

test('a table over two facing pages: the names are on the left one', () => {
  const settlement = (rows: readonly (readonly [name: string, budget: number, charged: number])[]) => `
    （歳入）
    | 款 | 予算現額 |
    ${rows.map(([name, budget]) => `| ${name} | ${budget} |`).join('\n    ')}
    ---
    （単位：円）
    | 調定額 | 収入済額 | 備考 |
    ${rows.map(([, , charged]) => `| ${charged} | ${charged - 1} | |`).join('\n    ')}
  `;
  const older = settlement([
    ['1 市税', 100, 110],
    ['2 譲与税', 200, 210],
    ['3 使用料', 300, 310],
  ]);
  const newer = settlement([
    ['1 市税', 101, 111],
    ['2 使用料', 301, 311],
    ['3 諸収入', 401, 411],
  ]);
  expect(pairs(older, newer).filter((pair) => !pair.includes('予算現額'))).toEqual([
    '（歳入） > 1市税 | 調定額: 110 → 111',
    '（歳入） > 1市税 | 収入済額: 109 → 110',
    '（歳入） > 2使用料 | 調定額: 310 → 311',
    '（歳入） > 2使用料 | 収入済額: 309 → 310',
  ]);
});

test('節 on the right page belong to the 目 on the left', () => {
  const expenses = (names: readonly string[], amount: number) => `
    （歳出）
    | 目 | 予算現額 |
    ${names.map((name, i) => `| ${name} | ${amount + i} |\n    | | |`).join('\n    ')}
    ---
    | 節 | < | 支出済額 |
    | 区分 | 金額 | ^ |
    ${names.map((_, i) => `| 1 報酬 | ${amount + 10 * i + 50} | 5 |\n    | 8 旅費 | ${amount + 10 * i + 60} | 6 |`).join('\n    ')}
  `;
  const older = expenses(['1 一般管理費', '2 企画費'], 100);
  const newer = expenses(['1 文書費', '2 一般管理費', '3 企画費'], 500);
  const labels = pairs(older, newer).filter((pair) => pair.includes('金額'));
  expect(labels).toEqual([
    '2一般管理費 > 1報酬 | 節 > 金額: 150 → 560',
    '2一般管理費 > 8旅費 | 節 > 金額: 160 → 570',
    '3企画費 > 1報酬 | 節 > 金額: 160 → 570',
    '3企画費 > 8旅費 | 節 > 金額: 170 → 580',
  ]);
});

test('rows without a name have no counterpart where one came or went', () => {
  const table = (rows: readonly number[]) =>
    `一覧\n| 予算額 | 決算額 |\n${rows.map((row) => `| ${row} | ${row + 1} |`).join('\n')}`;
  expect(pairs(table([10, 20]), table([10, 15, 20]))).toEqual([]);
  expect(unmatched(table([10, 20]), table([10, 15, 20])).new).toHaveLength(6);
});
