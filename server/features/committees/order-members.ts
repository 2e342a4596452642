import type { Kysely } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { requireCommittee } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/**
 * The order of a committee's present members in lists and letters; those who are not named keep theirs after them. Throws
 * `changed_elsewhere` where one of them is no member of it.
 */
export function orderMembers(
  db: Kysely<Tables>,
  official: Official,
  committeeId: number,
  memberIds: readonly number[],
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await requireCommittee(transaction, official, committeeId);
    for (const [index, id] of memberIds.entries()) {
      const result = await transaction
        .updateTable('member')
        .set({ place: index + 1 })
        .where('id', '=', id)
        .where('committee_id', '=', committeeId)
        .executeTakeFirst();
      if (!result.numUpdatedRows) throw new DomainError('changed_elsewhere');
    }
    await recordAct(transaction, official, 'members-ordered', { committee: committeeId });
  });
}
