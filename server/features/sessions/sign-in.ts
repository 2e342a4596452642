import { hash, verify } from '@node-rs/argon2';
import type { Kysely } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Tables } from '../../database/tables.ts';
import { newToken } from '../../http/session-cookies.ts';
import { findPassword, insertOfficialSession } from './queries.ts';

const sessionHours = 12;

/** argon2id at OWASP's first recommendation (19 MiB, 2 passes), the library's default algorithm. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
}

let decoy: Promise<string> | undefined;

/** A session's token, or the refusal `wrong_password`, which takes as long for an unknown address as for a wrong password. */
export async function signIn(db: Kysely<Tables>, email: string, password: string) {
  const official = await findPassword(db, email.trim().toLowerCase());
  decoy ??= hashPassword('no such official');
  const right = await verify(official?.password_hash ?? (await decoy), password);
  if (!official || !right) throw new DomainError('wrong_password');
  return beginOfficialSession(db, official.id);
}

export async function beginOfficialSession(db: Kysely<Tables>, officialId: number) {
  const { token, tokenHash } = newToken();
  const expires = new Date(Date.now() + sessionHours * 3600_000);
  await insertOfficialSession(db, officialId, tokenHash, expires);
  return { token, tokenHash, expires };
}
