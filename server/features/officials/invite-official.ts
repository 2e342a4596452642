import type { Kysely } from 'kysely';
import type { Invitation, OfficialInput } from '../../../contract/officials.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct, recordCall } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Keys } from '../../http/secrets.ts';
import { endSessions } from '../../identity/official-sessions.ts';
import { officialValues, replaceCommittees } from './change-official.ts';
import { keepAdministrator } from './keep-administrator.ts';

/** Days for which an invitation opens. */
const invitationDays = 7;

interface Needs {
  db: Kysely<Tables>;
  keys: Keys;
  publicUrl: string;
}

/** A new official, who sets a password of their own with the invitation. Throws `email_taken`. */
export function inviteOfficial(
  { db, keys, publicUrl }: Needs,
  by: Official,
  input: OfficialInput,
): Promise<Invitation> {
  return db.transaction().execute(async (transaction) => {
    const official = await transaction
      .insertInto('official')
      .values({ ...officialValues(input), password_hash: null })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!official) throw new DomainError('email_taken');
    await replaceCommittees(transaction, official.id, input.committeeIds);
    await recordAct(transaction, by, 'official-invited', { official: official.id }, { role: input.role });
    return issue({ db: transaction, keys, publicUrl }, by.id, official.id);
  });
}

/**
 * A new invitation for an official, in place of whatever they came in by: password and passkeys are gone, the sessions end.
 * Throws `own_account`, and `not_found` for one who was stopped.
 */
export function resetOfficial({ db, keys, publicUrl }: Needs, by: Official, officialId: number): Promise<Invitation> {
  if (by.id === officialId) throw new DomainError('own_account');
  return db.transaction().execute(async (transaction) => {
    await keepAdministrator(transaction, async () => {
      const reset = await transaction
        .updateTable('official')
        .set({ password_hash: null })
        .where('id', '=', officialId)
        .where('stopped_at', 'is', null)
        .executeTakeFirst();
      if (!reset.numUpdatedRows) throw new DomainError('not_found');
    });
    await forget(transaction, officialId);
    await recordAct(transaction, by, 'official-reset', { official: officialId });
    return issue({ db: transaction, keys, publicUrl }, by.id, officialId);
  });
}

/**
 * The way back in for whoever runs the machine, where no administrator can come in any more: this official, by address,
 * becomes an administrator who sets a new password. Null where there is no such official.
 */
export function recoverAdministrator({ db, keys, publicUrl }: Needs, email: string): Promise<Invitation | null> {
  return db.transaction().execute(async (transaction) => {
    const official = await transaction
      .updateTable('official')
      .set({ password_hash: null, role: 'administrator', stopped_at: null })
      .where('email', '=', email.trim().toLowerCase())
      .returning('id')
      .executeTakeFirst();
    if (!official) return null;
    await forget(transaction, official.id);
    await recordCall(transaction, { network: '' }, 'official-reset', { official: official.id });
    return issue({ db: transaction, keys, publicUrl }, null, official.id);
  });
}

/** Passkeys and sessions of an official, whose password is gone already. */
async function forget(db: Kysely<Tables>, officialId: number): Promise<void> {
  await db.deleteFrom('passkey').where('official_id', '=', officialId).execute();
  await endSessions(db, officialId);
}

/** Earlier invitations of the official open nothing any more. */
async function issue({ db, keys, publicUrl }: Needs, by: number | null, officialId: number): Promise<Invitation> {
  await db
    .deleteFrom('official_invitation')
    .where('official_id', '=', officialId)
    .where('used_at', 'is', null)
    .execute();
  const { key, hash } = keys.newLinkKey();
  const expires = new Date(Date.now() + invitationDays * 86_400_000);
  await db
    .insertInto('official_invitation')
    .values({ code_hash: hash, official_id: officialId, invited_by: by, expires_at: expires })
    .execute();
  const code = (key.match(/.{4}/g) ?? []).join('-');
  // what stands behind # reaches no server and no log
  return { officialId, link: `${publicUrl}/office/join#${code}`, code, expiresAt: expires.toISOString() };
}
