import { expect, test } from 'vitest';
import { readNumberedHeading } from '../../../domain/initiatives/number.ts';

test.each([
  ['№３－７　窓口の改善', '№３－７', '窓口の改善', true],
  ['取組3：目標の設定', '取組3', '目標の設定', true],
  ['3-7 市民と歩む', '3-7', '市民と歩む', false],
  ['１目標による管理', '１', '目標による管理', false],
  ['２人件費の抑制', '２', '人件費の抑制', false],
  ['５歳入の確保', '５', '歳入の確保', false],
])('%j is the initiative %s', (text, number, rest, marked) => {
  expect(readNumberedHeading(text)).toEqual({ number, rest, marked });
});

test.each([
  '取組3件',
  '取組３項目',
  '１目',
  '２項',
  '３人世帯',
  '１歳児',
  '５件',
  '３回目',
  '５校区',
  '１２月',
  '1,200円',
])('%j counts or names, and is no initiative', (text) => {
  expect(readNumberedHeading(text)).toBeNull();
});
