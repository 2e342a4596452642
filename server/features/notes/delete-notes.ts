import type { Kysely } from 'kysely';
import type { MemberViewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

/** Days for which what the eraser took away can still come back. */
const erasedDays = 30;
const day = 24 * 60 * 60 * 1000;

/** For good: nothing of them is left but that they were there. Resolves with how many. */
export async function deleteNotes(db: Kysely<Tables>, member: MemberViewer, ids: readonly string[]): Promise<number> {
  const result = await db
    .updateTable('note')
    .set({ content: null, erased_at: new Date() })
    .where('member_id', '=', member.id)
    .where('id', 'in', ids)
    .where('content', 'is not', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** The same for what the eraser took away long ago. */
export async function deleteErasedNotes(db: Kysely<Tables>, now = Date.now()): Promise<void> {
  await db
    .updateTable('note')
    .set({ content: null })
    .where('erased_at', '<', new Date(now - erasedDays * day))
    .where('content', 'is not', null)
    .execute();
}
