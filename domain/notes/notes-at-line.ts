import { anchorOf, extentOfAll, groupDrawn, type NoteLine } from './anchor.ts';
import type { Size } from './geometry.ts';
import { extentOf, isStroke } from './note.ts';
import type { WrittenNote } from './place-notes.ts';

/** The notes of a page that belong to one of its lines; bookmarks belong to the page. */
export function notesAtLine<Note extends WrittenNote, Line extends NoteLine>(
  notes: readonly Note[],
  size: Size,
  lines: readonly Line[],
  line: Line,
): Note[] {
  const drawn = notes.map((note) => ({ note, writtenAt: note.writtenAt, extent: extentOf(note.content, size) }));
  const strokes = groupDrawn(drawn.filter(({ note }) => isStroke(note.content)));
  const words = drawn.filter(({ note }) => note.content.kind === 'text').map((one) => [one]);
  return [...words, ...strokes]
    .filter((group) => anchorOf(extentOfAll(group), lines) === line)
    .flatMap((group) => group.map(({ note }) => note));
}
