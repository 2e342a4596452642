import { expect, test } from 'vitest';
import { anchorOf, groupDrawn } from '../../../domain/notes/anchor.ts';
import type { Extent } from '../../../domain/notes/geometry.ts';
import { extentOf, type NoteContent } from '../../../domain/notes/note.ts';
import { notesAtLine } from '../../../domain/notes/notes-at-line.ts';
import { movedContent, type PairedLine, placeNotes, type WrittenPage } from '../../../domain/notes/place-notes.ts';
import { isTouched } from '../../../domain/notes/touch.ts';

const a4 = { width: 600, height: 800 };
/** Lines of 12 points from 40 to 560, one every 20 points from `top`. */
const lineAt = (row: number, top = 100): Extent => [40, top + 20 * row, 560, top + 20 * row + 12];

/** 'abc' → 'a cb' as drawn: each letter a line; in the other paper it stands at its place there, '.' is an empty line. */
function page(older: string, newer: string, changes: Partial<WrittenPage> = {}): WrittenPage {
  const lines = [...older].map((letter, row): PairedLine & { letter: string } => {
    const at = newer.indexOf(letter);
    return { letter, box: lineAt(row), other: at < 0 ? null : { page: 1, box: lineAt(at) } };
  });
  return { size: a4, lines: lines.filter(({ letter }) => letter !== '.'), same: null, pair: 1, ...changes };
}

const stroke = (points: [number, number][], kind: 'pen' | 'marker' = 'pen'): NoteContent => ({
  ...{ kind, color: 'red', width: 0.004 },
  points: points.flatMap(([x, y]) => [x / a4.width, y / a4.height, 0.5]),
});
const memo = (x: number, y: number): NoteContent => ({
  kind: 'text',
  x: x / a4.width,
  y: y / a4.height,
  words: 'なぜ？',
});

/** The row that what was drawn stands on in the other paper, its shift across in points; null where it is not placed. */
function placed(content: NoteContent, on: WrittenPage): { down: number; across: number } | null {
  const placement = placeNotes([{ id: 'n', writtenAt: 0, content }], on, () => a4).get('n');
  if (!placement) return null;
  const [before, after] = [extentOf(content, a4), extentOf(movedContent(content, placement), a4)];
  return { down: Math.round(after[1] - before[1]), across: Math.round(after[0] - before[0]) };
}

test.each([
  ['abc', 'abc', 1, 0],
  ['abc', 'xabc', 1, 20],
  ['abc', 'bac', 1, -20],
  ['abc', 'xyabc', 2, 40],
])('%s → %s: a memo on line %i moves by %i points', (older, newer, row, down) => {
  expect(placed(memo(300, 106 + 20 * row), page(older, newer))).toEqual({ down, across: 0 });
});

test('a line that is not there any more leaves its note to be listed', () => {
  expect(placed(memo(300, 126), page('abc', 'ac'))).toBeNull();
});

test('an underline belongs to the line above it, a marker to the line it covers', () => {
  const on = page('abc', 'xabc');
  on.lines[2]!.other!.box.length;
  const under = stroke([
    [60, 133],
    [300, 134],
  ]);
  const moved = page('abc', 'bxa');
  // b goes up by 20, c is gone
  expect(placed(under, moved)).toEqual({ down: -20, across: 0 });
  expect(
    placed(
      stroke(
        [
          [60, 126],
          [300, 126],
        ],
        'marker',
      ),
      moved,
    ),
  ).toEqual({ down: -20, across: 0 });
});

test('a circle goes with the line in its middle', () => {
  const circle = stroke([
    [100, 100],
    [220, 126],
    [100, 152],
    [50, 126],
    [100, 100],
  ]);
  expect(placed(circle, page('abc', 'x.b'))).toEqual({ down: 20, across: 0 });
});

test('what stands between two lines goes with them only where both went the same way', () => {
  const between = memo(300, 160);
  expect(placed(between, page('a....b', 'xa....b'))).toEqual({ down: 20, across: 0 });
  expect(placed(between, page('a....b', 'a'))).toBeNull();
});

test('a page that looks the same keeps everything where it is, also a picture without lines', () => {
  const scanned = page('', '', { same: 1 });
  expect(
    placed(
      stroke([
        [5, 5],
        [590, 790],
      ]),
      scanned,
    ),
  ).toEqual({ down: 0, across: 0 });
  expect(placed(memo(10, 10), page('', '', { pair: 1 }))).toBeNull();
});

test('a bookmark goes with its page', () => {
  const bookmark: NoteContent = { kind: 'bookmark', words: '' };
  const place = (on: WrittenPage) => placeNotes([{ id: 'n', writtenAt: 0, content: bookmark }], on, () => a4).get('n');
  expect(place(page('a', 'a', { pair: 7 }))?.page).toBe(7);
  expect(place(page('a', 'a', { pair: null }))).toBeNull();
});

test('on a page of another size the shape keeps its size in points', () => {
  const [written, there] = [a4, { width: 1200, height: 800 }];
  const content = stroke([
    [60, 126],
    [120, 126],
  ]);
  const on = page('abc', 'abc');
  const placement = placeNotes([{ id: 'n', writtenAt: 0, content }], on, () => there).get('n')!;
  const [left, , right] = extentOf(movedContent(content, placement), there);
  expect(right - left).toBeCloseTo(extentOf(content, written)[2] - extentOf(content, written)[0]);
});

test('a word of many strokes is not torn apart, another word later is its own', () => {
  const at = (extent: Extent, seconds: number) => ({ extent, writtenAt: seconds * 1000 });
  const word = [at([100, 100, 110, 118], 0), at([112, 101, 124, 119], 1), at([126, 100, 133, 120], 3)];
  const far = at([400, 500, 420, 520], 4);
  const later = at([128, 100, 140, 120], 300);
  expect(groupDrawn([...word, far, later]).map((group) => group.length)).toEqual([3, 1, 1]);
});

test('of a line’s notes there are those that lie on it, none of its neighbours’', () => {
  const { lines } = page('abc', 'abc');
  const notes = [0, 1, 1, 2].map((row, index) => ({
    id: `${index}`,
    writtenAt: index,
    content: memo(300, 106 + 20 * row),
  }));
  expect(notesAtLine(notes, a4, lines, lines[1]!).map(({ id }) => id)).toEqual(['1', '2']);
  expect(anchorOf([300, 400, 300, 400], lines)).toBeNull();
});

test('the eraser touches a stroke between its points and not beside it', () => {
  const long = { kind: 'pen', color: 'red', width: 0.004, points: [0.1, 0.5, 0.5, 0.9, 0.5, 0.5] } as const;
  const near = { ...long, points: [...long.points] };
  expect(isTouched(near, { x: 0.5, y: 0.505 }, a4, 8)).toBe(true);
  expect(isTouched(near, { x: 0.5, y: 0.55 }, a4, 8)).toBe(false);
});
