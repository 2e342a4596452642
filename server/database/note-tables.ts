import type { JSONColumnType } from 'kysely';
import type { NoteContent } from '../../domain/notes/note.ts';
import type { DefaultMoment, OptionalMoment } from './moments.ts';

/** What a member wrote on a page. */
export interface NoteTable {
  id: string;
  member_id: number;
  document_id: number;
  /** What it was written on. */
  revision_id: number;
  page: number;
  version: number;
  /** The edit that made this version. */
  edit_id: string;
  /** Null: deleted for good. */
  content: JSONColumnType<NoteContent, string, string | null> | null;
  written_at: DefaultMoment;
  changed_at: DefaultMoment;
  erased_at: OptionalMoment;
}
