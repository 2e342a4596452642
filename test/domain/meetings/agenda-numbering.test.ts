import { expect, test } from 'vitest';
import { agendaNumbers, readAgenda } from '../../../domain/meetings/agenda-numbering.ts';

/** An item a line: its level as dots, its numbering in brackets. */
const drawn = (text: string) =>
  readAgenda(text.split('\n')).map(({ mark, level, title }) => `${'.'.repeat(level)}[${mark}]${title}`);

test('an order of the day keeps its numbering and levels', () => {
  expect(
    drawn(
      '１　開会\n２　議案の説明\n　(1) 国民健康保険事業特別会計\n　(2) 下水道事業会計\n　　ア　収益的収支\n　　イ　資本的収支\n３　その他',
    ),
  ).toEqual([
    '[１]開会',
    '[２]議案の説明',
    '.[(1)]国民健康保険事業特別会計',
    '.[(2)]下水道事業会計',
    '..[ア]収益的収支',
    '..[イ]資本的収支',
    '[３]その他',
  ]);
});

test.each([
  ['1. 開会', '[1.]開会'],
  ['① 報告', '[①]報告'],
  ['（１）報告', '[（１）]報告'],
  ['議案第12号　一般会計予算', '[議案第12号]一般会計予算'],
  ['第１号　承認について', '[第１号]承認について'],
  ['一　開会', '[一]開会'],
  ['一般会計予算について', '[]一般会計予算について'],
  ['10年後のまちの姿', '[]10年後のまちの姿'],
  ['第２回会議の日程', '[]第２回会議の日程'],
  ['アンケートの結果', '[]アンケートの結果'],
  ['第１号', '[]第１号'],
])('%s', (line, read) => expect(drawn(line)).toEqual([read]));

test('the portal numbers only what has no numbering of its own', () => {
  expect(agendaNumbers(readAgenda(['開会', 'その他']))).toEqual(['１', '２']);
  expect(agendaNumbers(readAgenda(['１　開会', '(1) 報告', '閉会']))).toEqual(['１', '(1)', '']);
});
