import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { MemberViewer } from './viewer.ts';

/** A member's own notes, erased and deleted ones among them. There is no other way to a note: officials have none. */
export function ownNotes(db: Kysely<Tables>, member: MemberViewer) {
  return db.selectFrom('note').where('note.member_id', '=', member.id);
}

/** Those that are to be seen. */
export function shownNotes(db: Kysely<Tables>, member: MemberViewer) {
  return ownNotes(db, member).where('note.erased_at', 'is', null).where('note.content', 'is not', null);
}

/** How many of them are on the document of the query around it; none for whoever is no member. */
export const ownNoteCount = (member: Pick<MemberViewer, 'id'> | null) =>
  sql<number>`(select count(*)::int from note where note.member_id = ${member?.id ?? 0}
    and note.document_id = document.id and note.erased_at is null and note.content is not null)`;

/** Those of the revisions that anybody wrote on: for what has to be made ready, whoever it was. */
export function writtenOn(db: Kysely<Tables>, revisionIds: readonly number[]) {
  return db.selectFrom('note').select('note.revision_id').distinct().where('note.revision_id', 'in', revisionIds);
}
