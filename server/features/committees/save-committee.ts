import type { Kysely } from 'kysely';
import type { CommitteeChange, CommitteeInput } from '../../../contract/committees.ts';
import { editableCommittees, requireEdition } from '../../access/editable.ts';
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

/** Throws `changed_elsewhere` where it was changed since `input.edition` was read. */
export async function updateCommittee(db: Kysely<Tables>, official: Official, id: number, input: CommitteeChange) {
  await db.transaction().execute(async (transaction) => {
    const stored = await editableCommittees(transaction, official)
      .select('committee.edition')
      .where('committee.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    requireEdition(stored, input.edition);
    const values = { ...committeeValues(input), edition: input.edition + 1 };
    await transaction.updateTable('committee').set(values).where('id', '=', id).execute();
    await recordAct(transaction, official, 'committee-changed', { committee: id });
  });
}
