import type { ReplyList } from '../../../contract/replies.ts';
import { minuteInJapan } from '../../../domain/japanese/moment.ts';
import { spokenName } from '../../../domain/meetings/document.ts';
import { attendanceNames, paperWishNames } from '../../../domain/meetings/reply.ts';
import { disarmed } from '../../http/downloads.ts';

/** The answers as a table for CSV: a header, then a row a member. */
export function replyTable({ rows, papers }: ReplyList) {
  const names = new Map(papers.map((paper) => [paper.id, spokenName(paper)]));
  const header = [
    '氏名',
    '役職',
    '出欠',
    '事務局へのひとこと',
    '紙の資料',
    '紙で希望する資料',
    '回答日時',
    '入力者',
    '最後に開いた日時',
  ];
  return [
    header,
    ...rows.map((row) => [
      disarmed(row.name),
      disarmed(row.position),
      row.attendance === null ? '未回答' : attendanceNames[row.attendance],
      disarmed(row.word),
      row.answeredAt === null ? '' : paperWishNames[row.paper],
      disarmed(row.documentIds.flatMap((id) => names.get(id) ?? []).join('、')),
      momentIn(row.answeredAt),
      row.answeredAt === null ? '' : row.entered ? '事務局' : '委員',
      momentIn(row.openedAt),
    ]),
  ];
}

const momentIn = (moment: string | null) => (moment === null ? '' : minuteInJapan(new Date(moment)));
