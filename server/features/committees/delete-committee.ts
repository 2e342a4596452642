import type { Kysely } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableCommittees } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/** Forgets a committee that never met, with its members. Throws `in_use` once it has a meeting. */
export async function deleteCommittee(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const committee = await editableCommittees(transaction, official)
      .select('committee.id')
      .where('committee.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!committee) throw new DomainError('not_found');
    const meetings = await transaction.selectFrom('meeting').select('id').where('committee_id', '=', id).execute();
    if (meetings.length > 0) throw new DomainError('in_use', `会議 ${meetings.length}回`);
    await recordAct(transaction, official, 'committee-deleted', { committee: id });
    for (const table of ['committee_official', 'member', 'series'] as const)
      await transaction.deleteFrom(table).where('committee_id', '=', id).execute();
    await transaction.deleteFrom('committee').where('id', '=', id).execute();
  });
}
