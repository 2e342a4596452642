import type { Kysely } from 'kysely';
import type { InvitationFace } from '../../../contract/officials.ts';
import type { TakeUp } from '../../../contract/sessions.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { linkKeyLength, readKey } from '../../../domain/meetings/key.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Keys } from '../../http/secrets.ts';
import { type Beginning, beginOfficialSession } from '../../identity/official-sessions.ts';
import { hashPassword, requireStrongPassword } from '../../identity/passwords.ts';
import { findCityName } from './queries.ts';

/** What an open invitation says. Throws `unknown_invitation` or `closed_invitation`. */
export async function readInvitation(db: Kysely<Tables>, keys: Keys, typed: string): Promise<InvitationFace> {
  const { officialId, expiresAt, name, email, role } = await findOpen(db, hashesOf(keys, typed));
  const committees = await db
    .selectFrom('committee_official')
    .innerJoin('committee', 'committee.id', 'committee_official.committee_id')
    .select('committee.name')
    .where('committee_official.official_id', '=', officialId)
    .orderBy('committee.name')
    .execute();
  return {
    ...{ cityName: await findCityName(db), name, email, role },
    committees: committees.map((committee) => committee.name),
    expiresAt: expiresAt.toISOString(),
  };
}

/** Sets the password and begins a session; the invitation is used up, also where two take it up at once. */
export async function takeUpInvitation(
  { db, keys }: { db: Kysely<Tables>; keys: Keys },
  { code, password }: TakeUp,
  beginning: Beginning,
) {
  const hashes = hashesOf(keys, code);
  const { name, email } = await findOpen(db, hashes);
  await requireStrongPassword(password, [name, email, await findCityName(db)]);
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (transaction) => {
    const used = await transaction
      .updateTable('official_invitation')
      .set({ used_at: new Date() })
      .where('code_hash', 'in', hashes)
      .where('used_at', 'is', null)
      .where('expires_at', '>', new Date())
      .returning('official_id')
      .executeTakeFirst();
    if (!used) throw new DomainError('closed_invitation');
    const { official_id: officialId } = used;
    const changed = await transaction
      .updateTable('official')
      .set({ password_hash: passwordHash })
      .where('id', '=', officialId)
      .where('stopped_at', 'is', null)
      .executeTakeFirst();
    if (!changed.numUpdatedRows) throw new DomainError('closed_invitation');
    const recorded = { id: officialId, name, network: beginning.network };
    await recordAct(transaction, recorded, 'invitation-taken-up', { official: officialId });
    return beginOfficialSession(transaction, officialId, beginning);
  });
}

function hashesOf(keys: Keys, typed: string): string[] {
  // a link that was copied whole is as good as its code
  const key = readKey(typed.slice(typed.lastIndexOf('#') + 1), linkKeyLength);
  if (!key) throw new DomainError('unknown_invitation');
  return keys.hashes(key);
}

async function findOpen(db: Kysely<Tables>, hashes: readonly string[]) {
  const invitation = await db
    .selectFrom('official_invitation')
    .innerJoin('official', 'official.id', 'official_invitation.official_id')
    .select(['official.id as officialId', 'official.name', 'official.email', 'official.role'])
    .select(['official.stopped_at as stoppedAt', 'official_invitation.expires_at as expiresAt'])
    .select('official_invitation.used_at as usedAt')
    .where('official_invitation.code_hash', 'in', hashes)
    .executeTakeFirst();
  if (!invitation) throw new DomainError('unknown_invitation');
  const { usedAt, stoppedAt, expiresAt } = invitation;
  if (usedAt || stoppedAt || expiresAt <= new Date()) throw new DomainError('closed_invitation');
  return invitation;
}
