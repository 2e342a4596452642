import { expect, test } from 'vitest';
import { mergeEdit, type NoteEdit, type StoredNote } from '../../../domain/notes/merge-edit.ts';
import type { NoteContent } from '../../../domain/notes/note.ts';

const words = (text: string): NoteContent => ({ kind: 'text', x: 0.1, y: 0.1, words: text });
const line: NoteContent = { kind: 'pen', color: 'red', width: 0.003, points: [0.1, 0.1, 0.5, 0.2, 0.1, 0.5] };

/** "3 hello" is version 3, "3 -hello" erased, "3 gone" deleted for good; "|" a stroke. */
function stored(drawn: string): StoredNote | null {
  if (drawn === 'none') return null;
  const [version = '0', text = ''] = drawn.split(' ');
  return {
    version: Number(version),
    editId: `edit ${version}`,
    erased: text.startsWith('-'),
    content: text === 'gone' ? null : contentOf(text),
  };
}

function edit(drawn: string): NoteEdit {
  const [base = '0', text = '', editId = 'other'] = drawn.split(' ');
  return {
    editId: editId.replace('@', 'edit '),
    base: Number(base),
    erased: text.startsWith('-'),
    content: contentOf(text),
  };
}

const contentOf = (text: string) => (text.endsWith('|') ? line : words(text.replace(/^-/, '')));

test.each([
  // what is stored, what a device sends (base and content), what becomes of it
  ['none', '0 a', 'store'],
  ['1 a', '1 b', 'store'],
  ['1 a', '1 -a', 'store'],
  // sent twice
  ['1 a', '0 a @1', 'nothing'],
  ['2 b', '1 b @2', 'nothing'],
  // both wrote at once: both are kept
  ['2 b', '1 c', 'aside'],
  ['2 b', '1 b', 'nothing'],
  // words outlive an eraser that had not seen them, whichever came first
  ['2 b', '1 -a', 'nothing'],
  ['2 -a', '1 b', 'store'],
  // strokes are drawn and erased, never changed
  ['2 |', '1 -|', 'store'],
  ['2 -|', '1 |', 'nothing'],
  ['2 -|', '1 -|', 'nothing'],
  // the eraser is undone
  ['2 -|', '2 |', 'store'],
  // deleted for good stays so
  ['3 gone', '2 b', 'nothing'],
  ['3 gone', '3 b', 'nothing'],
  ['none', '2 b', 'nothing'],
])('%s stored, %s sent: %s', (before, sent, outcome) => {
  expect(mergeEdit(stored(before), edit(sent))).toBe(outcome);
});
