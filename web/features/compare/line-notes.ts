import type { ComparedLine } from '../../../contract/comparisons.ts';
import { kindNames, wordsOf } from '../../../domain/notes/note.ts';
import { notesAtLine } from '../../../domain/notes/notes-at-line.ts';
import type { BookNote } from '../../notes/note-book.ts';
import type { CompareSession } from './compare-session.ts';
import type { LineChoice } from './line-choice.ts';
import { facing, type Side } from './sides.ts';

/** What the member wrote in the older paper on the line that was chosen or on its counterpart, in words. */
export function olderNotes(
  session: CompareSession,
  { side, line }: LineChoice,
  notesOf: (side: Side, page: number) => readonly BookNote[],
): string[] {
  const isOlder = session.comparedSide(side) === 'older';
  const [olderSide, place] = isOlder ? [side, line.place] : [facing[side], line.other];
  const size = place && session.paper(olderSide)?.pages[place.page - 1];
  if (!place || !size) return [];
  const lines = (session.comparing.linesOf('older', place.page) ?? []).map((one: ComparedLine) => one.place);
  const own = lines.find(({ box }) => box.join() === place.box.join());
  if (!own) return [];
  const written = notesOf(olderSide, place.page).map(({ note, shown }) => ({
    ...{ id: note.id, writtenAt: Date.parse(note.writtenAt), content: shown },
  }));
  const said = notesAtLine(written, size, lines, own).map(({ content }) => wordsOf(content) || kindNames[content.kind]);
  return [...new Set(said)];
}
