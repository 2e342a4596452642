import { expect, test } from 'vitest';
import { type Comparison, compareDocuments } from '../../../../domain/pages/comparison/compare-documents.ts';
import { type Entry, pathOf } from '../../../../domain/pages/entries/entry.ts';
import { comparedLinesOf } from '../compared-lines-of.ts';
import { draw } from '../drawn-page.ts';

const placeOf = (entry: Entry) => ({ page: entry.page, box: entry.box, path: pathOf(entry) });
const corrected = (comparison: Comparison) => {
  const { older, newer } = comparedLinesOf(comparison);
  const claimed = (lines: typeof older) =>
    [...lines.values()].flat().flatMap(({ correctionId, place }) => (correctionId ? [[correctionId, place.page]] : []));
  return { older: claimed(older), newer: claimed(newer) };
};
const paper = draw(`
  歳出
  | 款     | 本年度 |
  | 民生費 | 100    |
  | 計     | 100    |
  ---
  歳出
  | 款     | 本年度 |
  | 衛生費 | 200    |
  | 計     | 200    |
`);
const totals = compareDocuments(paper, paper).papers.older.entries.filter(({ label }) => label.printed === '計');
const [first, second] = totals.map(placeOf);

test('a correction belongs to the line that a person pointed at, not to every line of that path', () => {
  expect(first!.path).toEqual(second!.path);
  const corrections = [{ id: 5, older: second!, newer: second! }];
  expect(corrected(compareDocuments(paper, paper, { corrections }))).toEqual({ older: [[5, 2]], newer: [[5, 2]] });
});

test('likewise that a line has no counterpart', () => {
  const corrections = [{ id: 6, older: null, newer: first! }];
  expect(corrected(compareDocuments(paper, paper, { corrections }))).toEqual({ older: [], newer: [[6, 1]] });
});
