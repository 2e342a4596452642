import type { Kysely } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { linkKeyLength, readKey, typedCodeLength } from '../../../domain/meetings/key.ts';
import { recordCall } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { todayInJapan } from '../../http/clock.ts';
import type { Keys } from '../../http/secrets.ts';
import { newToken } from '../../http/session-cookies.ts';
import { findNotice, insertMemberSession, updateOpened } from './queries.ts';

export interface OpenedKey {
  readonly meetingId: number;
  readonly committeeId: number;
  readonly token: string;
  readonly expires: Date;
}

/** Why a letter's key does not open; `committeeId` says whom to phone, where it is known. */
export interface ClosedKey {
  readonly reason: 'unknown' | 'revoked' | 'expired';
  readonly committeeId: number | null;
}

export async function openLink(
  db: Kysely<Tables>,
  keys: Keys,
  typed: string,
  network: string,
): Promise<OpenedKey | ClosedKey> {
  const key = readKey(typed, linkKeyLength);
  if (!key) return { reason: 'unknown', committeeId: null };
  return openNotice(db, 'key_hash', keys.hashes(key), network);
}

/** Throws `unknown_code`, `revoked_code` or `expired_code`. */
export async function openCode(db: Kysely<Tables>, keys: Keys, typed: string, network: string): Promise<OpenedKey> {
  const code = readKey(typed, typedCodeLength);
  const opened = code
    ? await openNotice(db, 'code_hash', keys.hashes(code), network)
    : ({ reason: 'unknown' } as const);
  if (!('reason' in opened)) return opened;
  await db.transaction().execute((transaction) => recordCall(transaction, { network }, 'code-refused'));
  throw new DomainError(`${opened.reason}_code`);
}

async function openNotice(
  db: Kysely<Tables>,
  column: 'key_hash' | 'code_hash',
  hashes: readonly string[],
  network: string,
): Promise<OpenedKey | ClosedKey> {
  const notice = await findNotice(db, column, hashes);
  if (!notice) return { reason: 'unknown', committeeId: null };
  const now = new Date();
  const end = column === 'code_hash' ? notice.codeExpiresAt : notice.expiresAt;
  if (notice.revokedAt || notice.leftOn) return { reason: 'revoked', committeeId: notice.committeeId };
  if (end <= now || notice.termTo < todayInJapan(now)) return { reason: 'expired', committeeId: notice.committeeId };
  const { token, tokenHash } = newToken();
  await db.transaction().execute(async (transaction) => {
    await insertMemberSession(transaction, notice.id, tokenHash, notice.expiresAt);
    await updateOpened(transaction, notice.id, now);
    const member = { id: notice.memberId, name: notice.memberName };
    await recordCall(transaction, { network, member }, 'letter-opened', { notice: notice.id });
  });
  return { meetingId: notice.meetingId, committeeId: notice.committeeId, token, expires: notice.expiresAt };
}
