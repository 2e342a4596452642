import { isStroke, type NoteContent, wordsOf } from './note.ts';

/** A note as it is stored. `content` is null where it was deleted for good. */
export interface StoredNote {
  readonly version: number;
  readonly editId: string;
  readonly erased: boolean;
  readonly content: NoteContent | null;
}

/** What a device made of a note: all of it, as it is then. */
export interface NoteEdit {
  /** Another for every edit, so that one that is sent twice is done once. */
  readonly editId: string;
  /** The version that the device had seen; 0 for a note that it wrote itself. */
  readonly base: number;
  readonly erased: boolean;
  readonly content: NoteContent;
}

/**
 * What becomes of an edit: it is stored as the next version; nothing is left to do; or it is kept aside, as a note of its own
 * beside the stored one.
 */
export type Merge = 'store' | 'nothing' | 'aside';

/**
 * Two devices write at once. Notes are records of their own, so only edits of the same note can meet: strokes are drawn and
 * erased, never changed, and an erased one stays erased. Words outlive an eraser that had not seen them, and of two that were written
 * at once both are kept.
 */
export function mergeEdit(stored: StoredNote | null, edit: NoteEdit): Merge {
  if (!stored) return edit.base === 0 ? 'store' : 'nothing';
  if (stored.content === null || stored.editId === edit.editId) return 'nothing';
  if (edit.base === stored.version) return 'store';
  const isSame = sameContent(stored.content, edit.content);
  if (edit.erased) return isStroke(edit.content) && !stored.erased ? 'store' : 'nothing';
  if (isStroke(edit.content) || (isSame && !stored.erased)) return 'nothing';
  return stored.erased ? 'store' : 'aside';
}

function sameContent(one: NoteContent, other: NoteContent): boolean {
  return one.kind === other.kind && wordsOf(one) === wordsOf(other);
}
