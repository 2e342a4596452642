import { expect, test } from 'vitest';
import { proposeAgendaItem } from '../../../domain/meetings/agenda.ts';

const items = [
  { id: 1, title: '集中改革プランの進捗状況について' },
  { id: 2, title: '行財政改革の取組実績について' },
  { id: 3, title: 'ＤＸ推進計画の進捗について' },
  { id: 4, title: 'その他' },
];

test.each([
  ['集中改革プラン進行管理シート（令和４年度）', 1],
  ['取組実績', 2],
  ['DX推進計画施策一覧', 3],
  ['財政の中期見通し', null],
  ['用語の説明', null],
  ['計画の進捗', 3],
])('%s', (title, id) => expect(proposeAgendaItem(title, items)).toBe(id));

test('two items alike leave the choice to the secretariat', () => {
  const alike = [
    { id: 1, title: '国民健康保険特別会計予算' },
    { id: 2, title: '国民健康保険特別会計決算' },
  ];
  expect(proposeAgendaItem('国民健康保険特別会計の概要', alike)).toBe(null);
});
