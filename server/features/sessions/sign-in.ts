import { hash, verify } from '@node-rs/argon2';
import type { Kysely } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { findOfficial } from '../../access/viewer.ts';
import { recordAct, recordCall } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { newToken } from '../../http/session-cookies.ts';
import { deleteSession, findPassword, insertOfficialSession } from './queries.ts';

const sessionHours = 12;

/** argon2id at OWASP's first recommendation (19 MiB, 2 passes), the library's default algorithm. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
}

let decoy: Promise<string> | undefined;

/** A session's token, or the refusal `wrong_password`, which takes as long for an unknown address as for a wrong password. */
export async function signIn(db: Kysely<Tables>, email: string, password: string, network: string) {
  const official = await findPassword(db, email.trim().toLowerCase());
  decoy ??= hashPassword('no such official');
  const right = await verify(official?.password_hash ?? (await decoy), password);
  const session = await db.transaction().execute(async (transaction) => {
    if (official && right) {
      await recordAct(transaction, { ...official, network }, 'signed-in');
      return beginOfficialSession(transaction, official.id);
    }
    await recordCall(transaction, { network }, 'sign-in-refused', official && { official: official.id });
    return null;
  });
  if (!session) throw new DomainError('wrong_password');
  return session;
}

export async function beginOfficialSession(db: Kysely<Tables>, officialId: number) {
  const { token, tokenHash } = newToken();
  const expires = new Date(Date.now() + sessionHours * 3600_000);
  await insertOfficialSession(db, officialId, tokenHash, expires);
  return { token, tokenHash, expires };
}

/** Ends the session, whoever's it is; unknown ones are none. */
export async function signOut(db: Kysely<Tables>, tokenHash: string, network: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const official = await findOfficial(transaction, tokenHash);
    if (official) await recordAct(transaction, { ...official, network }, 'signed-out');
    await deleteSession(transaction, tokenHash);
  });
}
