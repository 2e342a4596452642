import { expect, test } from 'vitest';
import { jumpTo } from '../../web/ui/page-view/page-jump.ts';

/** Pages of a file by the numbers printed on them; 「.」 carries none. */
function pages(labels: string) {
  return labels.split(' ').map((label, index) => ({
    number: index + 1,
    width: 595,
    height: 842,
    label: label === '.' ? null : label,
    scanned: false,
    problem: null,
  }));
}

test.each([
  ['149', 3],
  ['１４９', 3],
  ['149ページ', 3],
  ['p.149', 3],
  ['― 149 ―', 3],
])('%s is the page on which 149 is printed', (typed, page) => {
  expect(jumpTo(typed, pages('. . 149 150'))).toEqual({ kind: 'page', page, by: 'label', otherIndex: null });
});

test('a printed number comes before the count from the front, which is offered', () => {
  expect(jumpTo('2', pages('. . 1 2'))).toEqual({ kind: 'page', page: 4, by: 'label', otherIndex: 2 });
});

test('a number that is printed nowhere is counted from the front', () => {
  expect(jumpTo('2', pages('. . 149 150'))).toEqual({ kind: 'page', page: 2, by: 'index', otherIndex: null });
});

test('a number printed twice is asked back', () => {
  expect(jumpTo('1', pages('. 1 2 1'))).toEqual({ kind: 'ambiguous', pages: [2, 4] });
});

test('letters count as printed too', () => {
  expect(jumpTo('ＩＩ', pages('i ii 1'))).toEqual({ kind: 'page', page: 2, by: 'label', otherIndex: null });
});

test.each(['', '0', '9', 'あ'])('「%s」 is nowhere', (typed) => {
  expect(jumpTo(typed, pages('1 2 3'))).toEqual({ kind: 'none' });
});

test.each(['19', '20', '19・20'])('%s is the sheet on which 19 and 20 are printed', (typed) => {
  expect(jumpTo(typed, pages('. . 19・20'))).toEqual({ kind: 'page', page: 3, by: 'label', otherIndex: null });
});
