import { expect, test } from 'vitest';
import { placementAt } from '../../../domain/notes/lay-by-hand.ts';
import { extentOf, type Stroke, type TextNote } from '../../../domain/notes/note.ts';
import { movedContent } from '../../../domain/notes/place-notes.ts';

const a4 = { width: 595, height: 842 };
const a3 = { width: 1190, height: 842, page: 7 };
const stroke: Stroke = { kind: 'pen', color: 'red', width: 0.01, points: [0.1, 0.1, 0.5, 0.3, 0.2, 0.5] };
const memo: TextNote = { kind: 'text', x: 0.2, y: 0.15, words: 'きく' };

test('what is laid on a page has its middle where the page was pressed, and its size', () => {
  const placement = placementAt([stroke, memo], a4, a3, { x: 0.5, y: 0.5 });
  expect(placement.page).toBe(7);
  const [left, top, right, bottom] = extentOf(movedContent(stroke, placement), a3);
  expect((left + right) / 2).toBeCloseTo(595);
  expect((top + bottom) / 2).toBeCloseTo(421);
  expect(right - left).toBeCloseTo(0.2 * 595);
  const moved = movedContent(memo, placement) as TextNote;
  expect(moved.x * 1190 - left).toBeCloseTo(0.1 * 595);
});

test('at the edge of a page it is laid wholly on it', () => {
  const [left, top] = extentOf(movedContent(stroke, placementAt([stroke], a4, a3, { x: 0, y: 0 })), a3);
  expect([left, top].map((value) => Math.round(value))).toEqual([0, 0]);
  const [, , right, bottom] = extentOf(movedContent(stroke, placementAt([stroke], a4, a3, { x: 1, y: 1 })), a3);
  expect([right, bottom].map(Math.round)).toEqual([1190, 842]);
});
