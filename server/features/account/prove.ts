import type { Kysely, Transaction } from 'kysely';
import type { PasskeyAnswer } from '../../../contract/passkeys.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { type RelyingParty, verifyPasskey } from '../../identity/passkeys.ts';
import { verifyPassword } from '../../identity/passwords.ts';

/** Shows the password again in this session. Throws `wrong_current_password`. */
export async function proveByPassword(db: Kysely<Tables>, official: Official, password: string): Promise<void> {
  await requirePassword(db, official, password);
  await db.transaction().execute((transaction) => noteProof(transaction, official, 'password-proven'));
}

/** Shows a passkey again in this session. Throws `passkey_refused`. */
export async function proveByPasskey(
  { db, party }: { db: Kysely<Tables>; party: RelyingParty },
  official: Official,
  answer: PasskeyAnswer,
): Promise<void> {
  try {
    const owner = await verifyPasskey(db, party, 'proof', answer);
    if (owner !== official.id) throw new DomainError('passkey_refused');
  } catch (error) {
    await recordRefusal(db, official);
    throw error;
  }
  await db.transaction().execute((transaction) => noteProof(transaction, official, 'passkey-proven'));
}

/** Throws `wrong_current_password`. */
export async function requirePassword(db: Kysely<Tables>, official: Official, password: string): Promise<void> {
  const row = await db.selectFrom('official').select('password_hash').where('id', '=', official.id).executeTakeFirst();
  if (await verifyPassword(row?.password_hash, password)) return;
  await recordRefusal(db, official);
  throw new DomainError('wrong_current_password');
}

/** Whoever holds this session has just shown who they are, by this act. */
export async function noteProof(
  transaction: Transaction<Tables>,
  official: Official,
  act: 'password-proven' | 'passkey-proven' | 'password-changed',
): Promise<void> {
  await transaction
    .updateTable('session')
    .set({ proven_at: new Date() })
    .where('id', '=', official.session.id)
    .execute();
  await recordAct(transaction, official, act, { official: official.id });
}

function recordRefusal(db: Kysely<Tables>, official: Official): Promise<void> {
  return db
    .transaction()
    .execute((transaction) => recordAct(transaction, official, 'proof-refused', { official: official.id }));
}
