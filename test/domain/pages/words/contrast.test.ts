import { expect, test } from 'vitest';
import { areContrary } from '../../../../domain/pages/words/contrast.ts';
import { labelOf } from '../../../../domain/pages/words/label.ts';
import { pairs } from '../drawn-page.ts';

const contrary = (names: string) => areContrary(...(names.split(' ').map(labelOf) as [never, never]));

test.each([
  '小学校管理費 中学校管理費',
  '一般被保険者保険税 退職被保険者保険税',
  '東部公民館管理費 西部公民館管理費',
  '水道事業会計負担金 下水道事業会計負担金',
  '介護サービス給付費 介護予防サービス給付費',
  '1月末残高 2月末残高',
])('%s are two things', (names) => {
  expect(contrary(names)).toBe(true);
});

test.each([
  '子ども医療費助成事業 こども医療費助成事業',
  '老人クラブ活動費補助金 老人クラブ活動補助金',
  '地域おこし協力隊事業 地域おこし協力隊推進事業',
  '移住定住促進事業 移住・定住の促進事業',
  '総務費 総務費',
])('%s may be one', (names) => {
  expect(contrary(names)).toBe(false);
});

test('a row has no counterpart in one that is called after another thing, nor a column', () => {
  const table = (school: string, half: string) => `
    歳出の内訳
    | 目 | ${half}実績 | 前年度 |
    | 総務管理費 | 1 | 2 |
    | ${school}管理費 | 3 | 4 |
    | 公債費 | 5 | 6 |
  `;
  expect(pairs(table('小学校', '上半期'), table('中学校', '下半期'))).toEqual([
    '歳出の内訳 > 総務管理費 | 前年度: 2 → 2',
    '歳出の内訳 > 公債費 | 前年度: 6 → 6',
  ]);
});
