import { expect, test } from 'vitest';
import { spreadOf } from '../../web/features/reader/spread.ts';

const pages = (labels: (string | null)[]) => labels.map((label, at) => ({ number: at + 1, label }));

test.each([
  [[null, null, null, null], 1, [1, 2]],
  [[null, null, null, null], 4, [3, 4]],
  [[null, null, null], 3, [3]],
  [['148', '149', '150'], 2, [1, 2]],
  [['149', '150', '151'], 1, [1]],
  [['149', '150', '151'], 3, [2, 3]],
  [[null, '2', '3', null], 4, [4]],
])('of pages printed %j the one at %i lies open as %j: even numbers on the left', (labels, page, expected) => {
  expect(spreadOf(pages(labels), page, labels.length)).toEqual(expected);
});
