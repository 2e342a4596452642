import type { Kysely } from 'kysely';
import type { OfficialAccount } from '../../../contract/officials.ts';
import type { Tables } from '../../database/tables.ts';

/** All officials: those who come in first, then by name. */
export async function listOfficials(db: Kysely<Tables>): Promise<OfficialAccount[]> {
  const rows = await db
    .selectFrom('official')
    .select(['official.id', 'official.name', 'official.email', 'official.role', 'official.edition'])
    .select('official.stopped_at as stoppedAt')
    .select(({ eb, selectFrom }) => [
      eb('official.password_hash', 'is not', null).as('hasPassword'),
      selectFrom('official_invitation')
        .select(({ fn }) => fn.max('expires_at').as('until'))
        .whereRef('official_id', '=', 'official.id')
        .where('used_at', 'is', null)
        .where('expires_at', '>', new Date())
        .as('invitedUntil'),
      selectFrom('passkey')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('official_id', '=', 'official.id')
        .as('passkeyCount'),
      selectFrom('session')
        .select(({ fn }) => fn.max('last_used_at').as('at'))
        .whereRef('official_id', '=', 'official.id')
        .as('lastUsedAt'),
    ])
    .orderBy('official.name')
    .execute();
  const given = await db.selectFrom('committee_official').selectAll().orderBy('committee_id').execute();
  const ranks = { active: 0, invited: 1, stopped: 2 };
  return rows
    .map(
      ({ stoppedAt, hasPassword, invitedUntil, passkeyCount, lastUsedAt, ...official }): OfficialAccount => ({
        ...official,
        state: stoppedAt ? 'stopped' : hasPassword ? 'active' : 'invited',
        committeeIds: given.filter((one) => one.official_id === official.id).map((one) => one.committee_id),
        invitedUntil: invitedUntil && !stoppedAt ? new Date(invitedUntil).toISOString() : null,
        passkeyCount: Number(passkeyCount),
        lastUsedAt: lastUsedAt && new Date(lastUsedAt).toISOString(),
      }),
    )
    .sort((one, other) => ranks[one.state] - ranks[other.state]);
}
