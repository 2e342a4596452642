import type { Kysely } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableMeetings } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/** The letter's link and code open nothing any more, and sessions that began with it end. Throws `not_found`. */
export async function revokeNotice(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable('notice')
      .set({ revoked_at: new Date() })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .where('meeting_id', 'in', editableMeetings(transaction, official).select('meeting.id'))
      .executeTakeFirst();
    if (!result.numUpdatedRows) throw new DomainError('not_found');
    await recordAct(transaction, official, 'letter-revoked', { notice: id });
  });
}
