import { expect, test } from 'vitest';
import type { ComparedValue } from '../../contract/comparisons.ts';
import { readAloud } from '../../domain/japanese/read-aloud.ts';
import { blockSentences } from '../../web/features/wording/drawn-block.ts';

const quantity = (text: string, value: number, unit: string | null) => ({
  ...{ page: 1, pageLabel: null, text, value, unit, box: [0, 0, 9, 9] },
});
const pair = (older: [string, number], newer: [string, number], unit: string, confidence = 1): ComparedValue => ({
  ...{ column: ['本年度'], older: quantity(...older, unit), newer: quantity(...newer, unit) },
  ...{ difference: newer[1] - older[1], rate: null, confidence },
});
const lastYear = { name: '昨年', of: ({ older }: ComparedValue) => older };
const table = (label: string, value: ComparedValue) => ({
  ...({ kind: 'table', path: ['２款　総務費'], columns: ['本年度'] } as const),
  rows: [{ label, depth: 0, cells: [value] }],
});

test('a row of a budget is heard as a person would say it, with last year and the difference', () => {
  const row = table('１項　総務管理費', pair(['764,910', 764910], ['762,712', 762712], '千円'));
  expect(blockSentences(row, lastYear).map(readAloud)).toEqual([
    '2かん 総務費',
    '1こう 総務管理費、本年度 7億6271万2千円、昨年 7億6491万円、219万8千円の減',
  ]);
  expect(blockSentences(row, null).map(readAloud)[1]).toBe('1こう 総務管理費、本年度 7億6271万2千円');
});

test('a row that is new is heard as such', () => {
  const value: ComparedValue = { ...pair(['0', 0], ['46,000', 46000], '千円'), older: null };
  expect(blockSentences(table('寄附金', value), lastYear).map(readAloud)[1]).toBe('寄附金、本年度 4600万円、昨年 なし');
});

test('a pair that is in doubt is heard as such', () => {
  const row = table('達成率', pair(['70.7％', 70.7], ['△2.1％', -2.1], '％', 0.8));
  expect(blockSentences(row, lastYear).map(readAloud)[1]).toBe(
    '達成率、本年度 マイナス2.1パーセント、昨年 70.7パーセント、72.8ポイントの減、同じ行かどうかは要確認',
  );
});

test('a sentence is followed by what its amounts were last year', () => {
  const value = { ...pair(['10人', 10], ['12人', 12], '人'), column: [] };
  const amounts = [{ label: '委員', values: [value] }];
  const prose = { kind: 'prose', text: '委員は12人です。', amounts } as const;
  expect(blockSentences(prose, lastYear).map(readAloud)).toEqual([
    '委員は12人です。',
    '委員、12人、昨年 10人、2人の増',
  ]);
  expect(blockSentences(prose, null)).toEqual(['委員は12人です。']);
});
