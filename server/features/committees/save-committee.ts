import type { Kysely } from 'kysely';
import type { CommitteeInput } from '../../../contract/committees.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableCommittees } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { committeeValues } from './queries.ts';

/** The committee, with the official who made it among those who work on it. */
export function createCommittee(
  db: Kysely<Tables>,
  official: Official,
  input: CommitteeInput,
): Promise<{ id: number }> {
  return db.transaction().execute(async (transaction) => {
    const committee = await transaction
      .insertInto('committee')
      .values(committeeValues(input))
      .returning('id')
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('committee_official')
      .values({ committee_id: committee.id, official_id: official.id })
      .execute();
    await recordAct(transaction, official, 'committee-created', { committee: committee.id });
    return committee;
  });
}

/** Throws `not_found`. */
export async function updateCommittee(db: Kysely<Tables>, official: Official, id: number, input: CommitteeInput) {
  await db.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable('committee')
      .set(committeeValues(input))
      .where(
        'id',
        'in',
        editableCommittees(transaction, official).select('committee.id').where('committee.id', '=', id),
      )
      .executeTakeFirst();
    if (!result.numUpdatedRows) throw new DomainError('not_found');
    await recordAct(transaction, official, 'committee-changed', { committee: id });
  });
}
