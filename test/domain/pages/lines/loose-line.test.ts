import { expect, test } from 'vitest';
import { pathOf } from '../../../../domain/pages/entries/entry.ts';
import { readDocument } from '../../../../domain/pages/entries/read-document.ts';
import { draw } from '../drawn-page.ts';

const rowsOf = (paper: string) =>
  readDocument(draw(paper)).entries.flatMap((entry) =>
    entry.quantities.map(({ quantity }) => `${pathOf(entry).join(' > ')} = ${quantity.value}`),
  );

test('the parts of a caption stand for themselves, also where no gap parts them', () => {
  const table = '| 節 | 金額 |\n| 報酬 | 1,200 |\n| 旅費 | 300 |';
  const rows = (款: string, 項: string) => [`${款} > ${項} > 報酬 = 1200`, `${款} > ${項} > 旅費 = 300`];
  expect(rowsOf(`（款）２総務費（項）１総務管理費\n${table}`)).toEqual(rows('２総務費', '１総務管理費'));
  expect(rowsOf(`2款総務費1項総務管理費\n${table}`)).toEqual(rows('2款総務費', '1項総務管理費'));
});

test('a sign apart from its amount belongs to it', () => {
  expect(rowsOf('令和７年度の収支\n差引額　　　　△　　　　1,200千円')).toEqual(['令和７年度の収支 > 差引額 = -1200']);
});

test('dots lead to a page, which is no amount, or to an amount', () => {
  expect(rowsOf('第１章　総論・・・・・・・・・　3\n第２章　各論・・・・・・・・・　12')).toEqual([]);
  expect(rowsOf('公債の残高\n市債・・・・・・・・・　3,200千円')).toEqual([
    '公債の残高 > 市債・・・・・・・・・ = 3200',
  ]);
});
