import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

export interface Official {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: 'administrator' | 'secretariat';
  /** Where the request comes from (networkOf), for the audit trail. */
  readonly network?: string;
  /** The city demands a passkey, and this official has registered none yet. */
  readonly needsPasskey?: boolean;
  readonly session: OfficialSession;
}

export interface OfficialSession {
  readonly id: number;
  readonly endsAt: Date;
  readonly lastUsedAt: Date;
  /** When the password or a passkey was last shown in it. */
  readonly provenAt: Date;
}

/** The holder of a letter's key. */
export interface MemberViewer {
  readonly id: number;
  readonly name: string;
  readonly noticeId: number;
  readonly meetingId: number;
  readonly committeeId: number;
  readonly committeeName: string;
  /** 'YYYY-MM-DD': meetings held later are not theirs to read. */
  readonly termTo: string;
}

/** Who is asking. Both are present where an official tries a member's letter in the same browser. */
export interface Viewer {
  readonly official: Official | null;
  readonly member: MemberViewer | null;
}

export const anyone: Viewer = { official: null, member: null };

/** Null also where the session was not used for `idleMinutes`, or the account was stopped. */
export async function findOfficial(
  db: Kysely<Tables>,
  tokenHash: string,
  idleMinutes: number,
): Promise<Official | null> {
  const now = Date.now();
  const row = await db
    .selectFrom('session')
    .innerJoin('official', 'official.id', 'session.official_id')
    .select(['official.id', 'official.name', 'official.email', 'official.role'])
    .select(['session.id as sessionId', 'session.expires_at as endsAt', 'session.last_used_at as lastUsedAt'])
    .select('session.proven_at as provenAt')
    .select(
      sql<boolean>`(select passkeys_demanded from city)
        and not exists (select from passkey where passkey.official_id = official.id)`.as('needsPasskey'),
    )
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', new Date(now))
    .where('session.last_used_at', '>', new Date(now - idleMinutes * 60_000))
    .where('official.stopped_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { sessionId, endsAt, lastUsedAt, provenAt, ...official } = row;
  return { ...official, session: { id: sessionId, endsAt, lastUsedAt, provenAt } };
}

/**
 * Null also where the letter was revoked or has expired, or the member has left or the term ended, since the session
 * began. `today` is 'YYYY-MM-DD'.
 */
export async function findMember(db: Kysely<Tables>, tokenHash: string, today: string): Promise<MemberViewer | null> {
  const now = new Date();
  const row = await db
    .selectFrom('session')
    .innerJoin('notice', 'notice.id', 'session.notice_id')
    .innerJoin('member', 'member.id', 'notice.member_id')
    .innerJoin('committee', 'committee.id', 'member.committee_id')
    .select([
      'member.id',
      'member.name',
      'member.term_to as termTo',
      'notice.id as noticeId',
      'notice.meeting_id as meetingId',
      'committee.id as committeeId',
      'committee.name as committeeName',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('notice.expires_at', '>', now)
    .where('notice.revoked_at', 'is', null)
    .where('member.left_on', 'is', null)
    .where('member.term_to', '>=', today)
    .executeTakeFirst();
  return row ?? null;
}
