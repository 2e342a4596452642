import type { Kysely } from 'kysely';
import type { PasskeyAnswer, PasskeyStep } from '../../../contract/passkeys.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { recordAct, recordCall } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { type Beginning, beginOfficialSession } from '../../identity/official-sessions.ts';
import { askForPasskey, type RelyingParty, verifyPasskey } from '../../identity/passkeys.ts';
import { verifyPassword } from '../../identity/passwords.ts';
import { deleteSession, findPassword, findSignedIn } from './queries.ts';

type Begun = Awaited<ReturnType<typeof beginOfficialSession>>;

interface Needs {
  db: Kysely<Tables>;
  party: RelyingParty;
}

/**
 * A session, or the second step where the official has passkeys. Throws `wrong_password`, which takes as long for an unknown
 * address as for a wrong password; `stopped_account` only to whoever knows the password.
 */
export async function signIn(
  { db, party }: Needs,
  { email, password }: { email: string; password: string },
  beginning: Beginning,
): Promise<Begun | { secondStep: PasskeyStep }> {
  const official = await findPassword(db, email.trim().toLowerCase());
  const right = await verifyPassword(official?.password_hash, password);
  if (!official || !right || official.stopped_at) {
    await recordRefusal(db, beginning.network, official?.id);
    throw new DomainError(official && right ? 'stopped_account' : 'wrong_password');
  }
  const secondStep = await askForPasskey(db, party, official.id, 'sign-in');
  return secondStep ? { secondStep } : begin(db, official, beginning);
}

/** The session after both steps. Throws `passkey_refused`, or `stopped_account` where it was stopped between them. */
export async function signInByPasskey(
  { db, party }: Needs,
  answer: PasskeyAnswer,
  beginning: Beginning,
): Promise<Begun> {
  const officialId = await verifyPasskey(db, party, 'sign-in', answer).catch(async (error: unknown) => {
    await recordRefusal(db, beginning.network);
    throw error;
  });
  const official = await db
    .selectFrom('official')
    .select(['id', 'name', 'stopped_at'])
    .where('id', '=', officialId)
    .executeTakeFirstOrThrow();
  if (official.stopped_at) throw new DomainError('stopped_account');
  return begin(db, official, beginning);
}

function begin(db: Kysely<Tables>, official: { id: number; name: string }, beginning: Beginning): Promise<Begun> {
  return db.transaction().execute(async (transaction) => {
    const { id, name } = official;
    await recordAct(transaction, { id, name, network: beginning.network }, 'signed-in');
    return beginOfficialSession(transaction, id, beginning);
  });
}

function recordRefusal(db: Kysely<Tables>, network: string, officialId?: number): Promise<void> {
  return db
    .transaction()
    .execute((transaction) =>
      recordCall(
        transaction,
        { network },
        'sign-in-refused',
        officialId === undefined ? undefined : { official: officialId },
      ),
    );
}

/** Ends the session, whoever's it is; unknown ones are none. */
export async function signOut(db: Kysely<Tables>, tokenHash: string, network: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const official = await findSignedIn(transaction, tokenHash);
    if (official) await recordAct(transaction, { ...official, network }, 'signed-out');
    await deleteSession(transaction, tokenHash);
  });
}
