import type { Kysely } from 'kysely';
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
