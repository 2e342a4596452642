import type { Kysely } from 'kysely';
import type { CommitteeInput } from '../../../contract/committees.ts';
import type { Official } from '../../access/viewer.ts';
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
    return committee;
  });
}
