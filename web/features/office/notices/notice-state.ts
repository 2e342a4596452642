import type { Notice, NoticeRow } from '../../../../contract/notices.ts';

export type NoticeState = 'opened' | 'issued' | 'revoked' | 'expired';

export function noticeState({ revokedAt, firstOpenedAt, expiresAt }: Notice, now: Date): NoticeState {
  if (revokedAt !== null) return 'revoked';
  if (Date.parse(expiresAt) <= now.getTime()) return 'expired';
  return firstOpenedAt === null ? 'issued' : 'opened';
}

/** Letters that open the door today. */
export function validNotices({ notices }: NoticeRow, now: Date): Notice[] {
  return notices.filter((notice) => {
    const state = noticeState(notice, now);
    return state === 'issued' || state === 'opened';
  });
}

/** 委員８人：発行済８人、うち開封５人 */
export function noticeSummary(rows: readonly NoticeRow[], now: Date): string {
  const issued = rows.filter((row) => validNotices(row, now).length > 0);
  const opened = issued.filter((row) => validNotices(row, now).some((notice) => notice.firstOpenedAt !== null));
  return `委員${rows.length}人のうち、発行済み${issued.length}人、開封${opened.length}人`;
}
