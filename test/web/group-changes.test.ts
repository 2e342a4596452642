import { expect, test } from 'vitest';
import type { Change } from '../../contract/comparisons.ts';
import { groupChanges, shownChange } from '../../web/features/changes/filter-changes.ts';

const change = (label: string, ...parents: string[]) => {
  const place = (value: number) => ({
    page: 1,
    pageLabel: null,
    text: `${value}`,
    value,
    unit: null,
    box: [0, 0, 1, 1],
  });
  const made: Change = {
    ...{ kind: 'changed', label, parents, column: [], older: place(1), newer: place(2) },
    ...{ difference: 1, rate: 1, confidence: 1 },
  };
  return shownChange(made);
};

const drawn = (...of: Parameters<typeof groupChanges>) =>
  groupChanges(...of).map(({ path, rows }) => [
    path.join('/'),
    ...rows.map((row) => '・'.repeat(row.depth) + ('name' in row ? `（${row.name}）` : row.change.label)),
  ]);

test('a heading is said once: what belongs to a row stands below it, under the name of what has not changed', () => {
  const changes = [
    change('市税', '歳入'),
    change('個人', '歳入', '市税'),
    change('手数料', '歳入', '使用料'),
    change('証明', '歳入', '使用料', '手数料'),
    change('合計', '歳入'),
    change('総務費', '歳出'),
  ];
  expect(drawn(changes, 'page')).toEqual([
    ['歳入', '市税', '・個人', '（使用料）', '・手数料', '・・証明', '合計'],
    ['歳出', '総務費'],
  ]);
});

test('a row that only the older paper prints stands under the heading that both have, whatever their years', () => {
  const changes = [
    change('市税', '令和８年度予算', '歳入'),
    change('繰入金', '令和７年度予算', '歳入'),
    change('計', '令和８年度予算', '歳入'),
  ];
  expect(drawn(changes, 'page')).toEqual([['令和８年度予算/歳入', '市税', '繰入金', '計']]);
});

test('by size only neighbours of one path stand together', () => {
  const changes = [change('個人', '歳入', '市税'), change('市税', '歳入'), change('法人', '歳入', '市税')];
  expect(drawn(changes, 'amount')).toEqual([
    ['歳入/市税', '個人'],
    ['歳入', '市税'],
    ['歳入/市税', '法人'],
  ]);
});

test('far below its heading a row has a heading of its own', () => {
  const changes = [change('款', '表'), change('説明', '表', '款', '項', '目', '節')];
  expect(drawn(changes, 'page')).toEqual([
    ['表', '款'],
    ['表/款/項/目/節', '説明'],
  ]);
});
