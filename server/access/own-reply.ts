import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { OwnReply, ReplyInput } from '../../contract/replies.ts';
import { lastReplyDay } from '../../domain/meetings/reply.ts';
import type { Tables } from '../database/tables.ts';

/** Members' answers with the documents they wish on paper; narrowed by the caller to a meeting that its viewer may see. */
export function selectReplies(db: Kysely<Tables>) {
  return db
    .selectFrom('reply')
    .select(['reply.member_id', 'attendance', 'word', 'paper', 'answered_at', 'entered_by'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('wished_document')
          .select('document_id')
          .whereRef('wished_document.meeting_id', '=', 'reply.meeting_id')
          .whereRef('wished_document.member_id', '=', 'reply.member_id')
          .orderBy('document_id'),
      ).as('wished'),
    );
}

type Selected = Awaited<ReturnType<ReturnType<typeof selectReplies>['executeTakeFirstOrThrow']>>;
/** As the database gives it, or as JSON has it. */
export type ReplyRecord = Omit<Selected, 'answered_at'> & { answered_at: Date | string };

export function replyOf(row: ReplyRecord | null | undefined): ReplyInput & Pick<OwnReply, 'answeredAt'> {
  if (!row) return { attendance: null, word: '', paper: 'none', documentIds: [], answeredAt: null };
  const { attendance, word, paper, wished, answered_at } = row;
  const answeredAt = new Date(answered_at).toISOString();
  return { attendance, word, paper, documentIds: wished.map(({ document_id }) => document_id), answeredAt };
}

/** `today` is 'YYYY-MM-DD' in Japan. */
export function ownReplyOf(
  meeting: { held_on: string; reply_by: string | null },
  row: ReplyRecord | null | undefined,
  today: string,
): OwnReply {
  const lastDay = lastReplyDay({ heldOn: meeting.held_on, replyBy: meeting.reply_by });
  return { ...replyOf(row), lastDay, open: today <= lastDay };
}
