import type { Kysely } from 'kysely';
import { requireMeeting } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/** The official has looked at these names and finds them right: they are proposals no more. Throws `not_found`. */
export async function acceptNames(
  db: Kysely<Tables>,
  official: Official,
  meetingId: number,
  documentIds: readonly number[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await requireMeeting(transaction, official, meetingId);
    const { numUpdatedRows } = await transaction
      .updateTable('document')
      .set({ name_source: 'official', other_name: null })
      .where('meeting_id', '=', meetingId)
      .where('id', 'in', documentIds)
      .where('name_source', '<>', 'official')
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) await recordAct(transaction, official, 'names-accepted', { meeting: meetingId });
  });
}
