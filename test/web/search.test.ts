import { expect, test } from 'vitest';
import type { FoundDocument } from '../../contract/search.ts';
import { markedParts } from '../../web/features/search/found-page.ts';
import { joined } from '../../web/features/search/search-page.ts';
import { placePath, whereOf } from '../../web/features/search/where.ts';

test('the words that were searched for are marked, also where two marks meet', () => {
  const marks = [
    { from: 0, to: 2 },
    { from: 1, to: 3 },
    { from: 5, to: 6 },
  ];
  const drawn = markedParts('予算書と決算', marks).map(({ part, marked }) => (marked ? `[${part}]` : part));
  expect(drawn.join('')).toBe('[予算][書]と決[算]');
});

test('a paper that the next answer goes on with stands once', () => {
  const paper = (revisionId: number, ...pages: number[]) =>
    ({ revisionId, pages: pages.map((page) => ({ page })) }) as unknown as FoundDocument;
  const both = joined([paper(1, 1), paper(2, 1, 2)], [paper(2, 3), paper(3, 1)]);
  expect(both.map(({ revisionId, pages }) => [revisionId, ...pages.map(({ page }) => page)])).toEqual([
    [1, 1],
    [2, 1, 2, 3],
    [3, 1],
  ]);
});

test.each([
  ['/documents/4', { document: 4 }, '/documents/9?page=3'],
  ['/documents/9/beside/4', { document: 9 }, '/documents/9/beside/4?page=3'],
  ['/documents/4/beside/9', { document: 4 }, '/documents/9?page=3'],
  ['/meetings/2', { meeting: 2 }, '/documents/9?page=3'],
  ['/office/meetings/2/notices', { meeting: 2 }, '/documents/9?page=3'],
  ['/search', {}, '/documents/9?page=3'],
])('from %s it is looked for from where one is, and side by side stays so', (pathname, where, path) => {
  expect(whereOf(pathname)).toEqual(where);
  expect(placePath(pathname, { documentId: 9, page: 3 })).toBe(path);
});
