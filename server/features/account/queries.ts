import type { Kysely } from 'kysely';
import type { Account } from '../../../contract/account.ts';
import { editableCommittees } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

export async function findAccount(db: Kysely<Tables>, official: Official, passkeyHost: string): Promise<Account> {
  const committees = await editableCommittees(db, official)
    .select(['committee.id', 'committee.name'])
    .orderBy('committee.name')
    .execute();
  const passkeys = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('official_id', '=', official.id)
    .orderBy('id')
    .execute();
  const sessions = await db
    .selectFrom('session')
    .select(['id', 'device', 'created_at', 'last_used_at'])
    .where('official_id', '=', official.id)
    .where('expires_at', '>', new Date())
    .orderBy('last_used_at', 'desc')
    .execute();
  return {
    ...{ id: official.id, name: official.name, email: official.email, role: official.role },
    committees,
    passkeys: passkeys.map(({ id, name, created_at, last_used_at }) => ({
      ...{ id, name, createdAt: created_at.toISOString() },
      lastUsedAt: last_used_at?.toISOString() ?? null,
    })),
    sessions: sessions.map(({ id, device, created_at, last_used_at }) => ({
      ...{ id, device, createdAt: created_at.toISOString(), lastUsedAt: last_used_at.toISOString() },
      current: id === official.session.id,
    })),
    passkeyHost,
    needsPasskey: official.needsPasskey ?? false,
  };
}
