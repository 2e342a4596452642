import type { NotedPage } from '../../contract/notes.ts';
import { groupDrawn } from '../../domain/notes/anchor.ts';
import { extentOf, isStroke } from '../../domain/notes/note.ts';
import type { BookNote } from './note-book.ts';

/** Notes without a place in the version that is read, which were written in one go, and the page they were written on. */
export interface LostGroup {
  readonly notes: readonly BookNote[];
  /** Undefined where that version can no longer be read. */
  readonly page: NotedPage | undefined;
}

const isLost = ({ page, note }: BookNote): boolean => page === 0 && note.place !== 'waiting';

export function lostGroups(notes: readonly BookNote[], pages: readonly NotedPage[]): LostGroup[] {
  const byPage = new Map<string, BookNote[]>();
  for (const one of notes.filter(isLost)) {
    const key = `${one.note.revisionId} ${one.note.page}`;
    byPage.set(key, [...(byPage.get(key) ?? []), one]);
  }
  return [...byPage.values()].flatMap((written) => {
    const { revisionId, page: number } = written[0]!.note;
    const page = pages.find((one) => one.revisionId === revisionId && one.number === number);
    const strokes = page ? written.filter(({ note }) => isStroke(note.content)) : [];
    const drawn = strokes.map((one) => ({
      ...{ one, extent: extentOf(one.note.content, page!), writtenAt: Date.parse(one.note.writtenAt) },
    }));
    const groups = groupDrawn(drawn).map((group) => group.map(({ one }) => one));
    const single = written.filter((one) => !strokes.includes(one)).map((one) => [one]);
    return [...groups, ...single].map((group) => ({ notes: group, page }));
  });
}
