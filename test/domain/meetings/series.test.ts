import { describe, expect, test } from 'vitest';
import { proposeSeries } from '../../../domain/meetings/series.ts';

const earlier = [
  { id: 1, title: '令和４年度国民健康保険特別会計予算' },
  { id: 2, title: '令和４年度後期高齢者医療保険特別会計予算' },
  { id: 3, title: '令和４年度下水道事業会計予算' },
  { id: 4, title: '議案一覧表' },
  { id: 5, title: '提案理由' },
  { id: 6, title: '委員名簿' },
];

describe('a title goes on the series of the same paper', () => {
  test.each([
    ['令和８年度国民健康保険特別会計予算', 1],
    ['令和8年度後期高齢者医療保険特別会計予算', 2],
    ['令和８年度下水道事業会計予算', 3],
    ['議案一覧表（446回）', 4],
    ['提案理由（446回）', 5],
    ['行財政改革懇談会委員名簿', 6],
    ['R6下水道事業会計予算書', 3],
    ['令和８年度一般会計予算', null],
    ['当日の席次', null],
  ])('%s', (title, id) => {
    expect(proposeSeries(title, earlier)).toBe(id);
  });

  test('nothing to go on', () => expect(proposeSeries('資料', [])).toBe(null));
});
