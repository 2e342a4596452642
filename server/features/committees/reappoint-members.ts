import { type Kysely, sql } from 'kysely';
import type { Reappointment } from '../../../contract/committees.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { requireCommittee } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/**
 * Members of a committee go on for another term, all at once or none. Whose term runs up to the new one keeps its beginning,
 * so that meetings before it stay theirs; after a gap it begins anew. Throws `changed_elsewhere` where one of them has left.
 */
export function reappointMembers(
  db: Kysely<Tables>,
  official: Official,
  committeeId: number,
  { memberIds, termFrom, termTo }: Reappointment,
): Promise<void> {
  if (termFrom > termTo) throw new DomainError('invalid_input', '任期の終わりが始まりより前です');
  return db.transaction().execute(async (transaction) => {
    await requireCommittee(transaction, official, committeeId);
    const result = await transaction
      .updateTable('member')
      .set({
        term_from: sql`case when term_to >= ${termFrom}::date - 1 then least(term_from, ${termFrom}::date) else ${termFrom}::date end`,
        term_to: termTo,
        edition: sql`edition + 1`,
      })
      .where('committee_id', '=', committeeId)
      .where('id', 'in', memberIds)
      .where('left_on', 'is', null)
      .executeTakeFirst();
    if (Number(result.numUpdatedRows) < memberIds.length) throw new DomainError('changed_elsewhere');
    const detail = { members: memberIds.length, until: termTo };
    await recordAct(transaction, official, 'members-reappointed', { committee: committeeId }, detail);
  });
}
