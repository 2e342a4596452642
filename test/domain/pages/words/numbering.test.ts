import { expect, test } from 'vitest';
import { readNumbering } from '../../../../domain/pages/words/numbering.ts';

test.each([
  ['１目', '目', '1目'],
  ['２項', '項', '2項'],
  ['３款 民生費', '款', '3款'],
  ['１目標の設定', '1', '1'],
  ['２項目別の一覧', '1', '2'],
  ['１歳入の確保', '1', '1'],
  ['１市債', '1', '1'],
  ['（１）市民税', '(1)', '1'],
  ['③ 窓口', '①', '3'],
])('%j is numbered in the style %s by %s', (label, style, number) => {
  expect(readNumbering(label)).toMatchObject({ style, number });
});

test.each(['１級', '３人世帯', '１歳児', '５件', '３年目', '3.5'])('%j has a number in its name', (label) => {
  expect(readNumbering(label)).toMatchObject({ style: '', number: '' });
});
