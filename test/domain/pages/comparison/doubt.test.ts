import { expect, test } from 'vitest';
import { isSure } from '../../../../domain/pages/comparison/doubt.ts';
import { compare, draw } from '../drawn-page.ts';

const doubtful = (older: string, newer: string) =>
  compare(draw(older), draw(newer)).quantities.map(
    ({ old, new: now, confidence }) => `${old.text} → ${now.text}${isSure(confidence) ? '' : '?'}`,
  );

const list = (rows: readonly string[]) =>
  ['補助金の一覧', '| 区分 | 金額 |', ...rows.map((row) => `| ${row} |`)].join('\n');

test('rows of their own names are sure', () => {
  expect(doubtful(list(['消防団 | 10', '自治会 | 20']), list(['消防団 | 11', '自治会 | 21']))).toEqual([
    '10 → 11',
    '20 → 21',
  ]);
});

test('where one paper has a name more often than the other, which is meant is in doubt', () => {
  const found = doubtful(
    list(['消防団 | 10', '補助金 | 20', '補助金 | 30']),
    list(['消防団 | 11', '補助金 | 21', '補助金 | 31', '補助金 | 41']),
  );
  expect(found).toContain('10 → 11');
  expect(found.filter((pair) => !pair.startsWith('10')).every((pair) => pair.endsWith('?'))).toBe(true);
});

test('two numbers of one row under one header are in doubt, the others of the row are not', () => {
  const table = (values: string) => `| 区分 | 件数 | 金額 | 金額 |\n| 窓口 | ${values} |`;
  expect(doubtful(table('1 | 20 | 30'), table('2 | 21 | 31'))).toEqual(['1 → 2', '20 → 21?', '30 → 31?']);
});

test('a column under another name is in doubt', () => {
  const table = (header: string, values: string) => `| 基金 | 積立額 | ${header} | 備荒分 |\n| 減債 | ${values} |`;
  expect(doubtful(table('差引現在高', '1 | 20 | 30'), table('差引残高', '2 | 21 | 31'))).toEqual([
    '1 → 2',
    '20 → 21?',
    '30 → 31',
  ]);
});
