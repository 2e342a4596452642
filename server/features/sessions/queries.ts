import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';

export async function findCityName(db: Kysely<Tables>): Promise<string> {
  const city = await db.selectFrom('city').select('name').executeTakeFirst();
  return city?.name ?? '';
}

export async function countOfficials(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('official')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function findPassword(db: Kysely<Tables>, email: string) {
  return db
    .selectFrom('official')
    .select(['id', 'name', 'password_hash', 'stopped_at'])
    .where('email', '=', email)
    .executeTakeFirst();
}

export async function insertMemberSession(db: Kysely<Tables>, noticeId: number, tokenHash: string, expiresAt: Date) {
  await db
    .insertInto('session')
    .values({ official_id: null, notice_id: noticeId, token_hash: tokenHash, expires_at: expiresAt })
    .execute();
}

/** Whose session it is, where it has not expired. */
export async function findSignedIn(db: Kysely<Tables>, tokenHash: string) {
  return db
    .selectFrom('session')
    .innerJoin('official', 'official.id', 'session.official_id')
    .select(['official.id', 'official.name'])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', new Date())
    .executeTakeFirst();
}

export async function deleteSession(db: Kysely<Tables>, tokenHash: string) {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

export async function findNotice(db: Kysely<Tables>, column: 'key_hash' | 'code_hash', hashes: readonly string[]) {
  return db
    .selectFrom('notice')
    .innerJoin('member', 'member.id', 'notice.member_id')
    .select([
      'notice.id',
      'notice.meeting_id as meetingId',
      'notice.expires_at as expiresAt',
      'notice.code_expires_at as codeExpiresAt',
      'notice.revoked_at as revokedAt',
      'member.id as memberId',
      'member.name as memberName',
      'member.left_on as leftOn',
      'member.term_to as termTo',
      'member.committee_id as committeeId',
    ])
    .where(`notice.${column}`, 'in', hashes)
    .executeTakeFirst();
}

/** The letter that a session began with, whether it still opens or not. */
export async function findNoticeOfSession(db: Kysely<Tables>, tokenHash: string) {
  return db
    .selectFrom('session')
    .innerJoin('notice', 'notice.id', 'session.notice_id')
    .innerJoin('member', 'member.id', 'notice.member_id')
    .select(['notice.revoked_at as revokedAt', 'member.left_on as leftOn', 'member.committee_id as committeeId'])
    .where('session.token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export async function updateOpened(db: Kysely<Tables>, noticeId: number, now: Date) {
  await db
    .updateTable('notice')
    .set((eb) => ({ last_opened_at: now, first_opened_at: eb.fn.coalesce('first_opened_at', eb.val(now)) }))
    .where('id', '=', noticeId)
    .execute();
}
