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

test.each([
  ['令和８年度後期高齢者医療保険特別会計予算', null],
  ['令和８年度国民健康保険特別会計予算', 1],
  ['国民健康保険税条例の一部改正', null],
  ['令和８年度下水道事業会計予算', 2],
  ['病院事業会計予算', null],
  ['議案一覧表（446回）', null],
])('of accounts with like names: %s', (title, id) => {
  const accounts = [
    { id: 1, title: '(1)　国民健康保険事業特別会計' },
    { id: 2, title: '(2)　下水道事業会計予算について' },
    { id: 3, title: '３　その他' },
  ];
  expect(proposeAgendaItem(title, accounts)).toBe(id);
});

test('what an item is about, unless that is no name of a thing', () => {
  const reform = [{ id: 1, title: '行財政改革の取組実績について' }];
  expect(proposeAgendaItem('行財政改革大綱', reform)).toBe(null);
  expect(proposeAgendaItem('取組実績', reform)).toBe(1);
});
