import { expect, test } from 'vitest';
import { pageName, pagePlace, printedRange, spokenPage } from '../../../domain/meetings/page-name.ts';

test('a page is called by the number printed on it, and its place in the file stands beside', () => {
  expect(pageName({ number: 9, label: '151' })).toBe('151ページ');
  expect(pagePlace({ number: 9, label: '151' }, 29)).toBe('29枚中9枚目');
  expect(spokenPage({ number: 9, label: '151' }, 29)).toBe('151ページ、29枚中9枚目');
});

test('one without a number is the nth of its file', () => {
  expect(spokenPage({ number: 1, label: null }, 29)).toBe('1枚目、全29枚');
});

test.each([
  [['148', null, '171'], '148から171まで'],
  [['i', 'ii'], 'iからiiまで'],
  [['18・19', '20・21'], '18から21まで'],
  [[null, null], null],
])('the numbers on %j are %s', (labels, expected) => {
  expect(printedRange(labels.map((label, at) => ({ number: at + 1, label })))).toBe(expected);
});
