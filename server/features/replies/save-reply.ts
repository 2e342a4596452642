import type { Kysely, Transaction } from 'kysely';
import type { EnteredReply, OwnReply, ReplyInput, ReplyList } from '../../../contract/replies.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { lastReplyDay } from '../../../domain/meetings/reply.ts';
import { editableMeetings, requireMeeting } from '../../access/editable.ts';
import { ownReplyOf, selectReplies } from '../../access/own-reply.ts';
import { listPrintedPapers } from '../../access/printed-papers.ts';
import type { MemberViewer, Official } from '../../access/viewer.ts';
import { recordAct, recordCall } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { todayInJapan } from '../../http/clock.ts';
import { type AnsweredMeeting, findOwnMeeting, listReplies } from './queries.ts';

/** What the member says of themselves, until the last day. Resolves with what is stored. */
export async function giveReply(
  db: Kysely<Tables>,
  member: MemberViewer,
  meetingId: number,
  input: ReplyInput,
  network: string,
): Promise<OwnReply> {
  return db.transaction().execute(async (transaction) => {
    const meeting = await findOwnMeeting(transaction, member, meetingId);
    if (!meeting) throw new DomainError('not_found');
    const today = todayInJapan();
    if (today > lastDayOf(meeting)) throw new DomainError('reply_closed');
    await store(transaction, { meetingId, memberId: member.id, enteredBy: null }, input);
    const { attendance, paper } = input;
    const detail = { attendance: attendance ?? '', paper };
    await recordCall(transaction, { network, member }, 'reply-given', { meeting: meetingId }, detail);
    const stored = selectReplies(transaction).where('meeting_id', '=', meetingId).where('member_id', '=', member.id);
    return ownReplyOf(meeting, await stored.executeTakeFirst(), today);
  });
}

export async function listMeetingReplies(db: Kysely<Tables>, official: Official, id: number): Promise<ReplyList> {
  const meeting = await findEditable(db, official, id);
  const [rows, papers] = await Promise.all([listReplies(db, id), listPrintedPapers(db, [id])]);
  return { lastDay: lastDayOf(meeting), rows, papers: papers.map(({ meetingId: _, ...paper }) => paper) };
}

/** Enters what a member said otherwise, at any time. Throws `changed_elsewhere` where the answer is not the one that was seen. */
export async function enterReply(
  db: Kysely<Tables>,
  official: Official,
  { id, member }: { id: number; member: number },
  { seenAt, ...input }: EnteredReply,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await requireMeeting(transaction, official, id);
    // one at a time, also while there is no answer yet to be locked
    await transaction.selectFrom('member').select('id').where('id', '=', member).forUpdate().execute();
    const row = (await listReplies(transaction, id)).find(({ memberId }) => memberId === member);
    if (!row) throw new DomainError('not_found');
    if (row.answeredAt !== seenAt) throw new DomainError('changed_elsewhere');
    await store(transaction, { meetingId: id, memberId: member, enteredBy: official.id }, input);
    await recordAct(transaction, official, 'reply-entered', { member }, { meeting: id });
  });
}

async function findEditable(db: Kysely<Tables>, official: Official, id: number): Promise<AnsweredMeeting> {
  const meeting = await editableMeetings(db, official)
    .select(['meeting.id', 'meeting.held_on', 'meeting.reply_by'])
    .where('meeting.id', '=', id)
    .executeTakeFirst();
  if (!meeting) throw new DomainError('not_found');
  return meeting;
}

const lastDayOf = ({ held_on, reply_by }: AnsweredMeeting) => lastReplyDay({ heldOn: held_on, replyBy: reply_by });

interface Answering {
  readonly meetingId: number;
  readonly memberId: number;
  readonly enteredBy: number | null;
}

async function store(transaction: Transaction<Tables>, answering: Answering, input: ReplyInput): Promise<void> {
  const { meetingId, memberId, enteredBy } = answering;
  const row = {
    attendance: input.attendance,
    word: input.word.trim(),
    paper: input.paper,
    answered_at: new Date(),
    entered_by: enteredBy,
  };
  await transaction
    .insertInto('reply')
    .values({ meeting_id: meetingId, member_id: memberId, ...row })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'member_id']).doUpdateSet(row))
    .execute();
  const own = { meeting_id: meetingId, member_id: memberId };
  await transaction
    .deleteFrom('wished_document')
    .where('meeting_id', '=', meetingId)
    .where('member_id', '=', memberId)
    .execute();
  const wished = input.paper === 'some' ? await documentsOf(transaction, meetingId, input.documentIds) : [];
  if (wished.length > 0)
    await transaction
      .insertInto('wished_document')
      .values(wished.map(({ id }) => ({ ...own, document_id: id })))
      .execute();
}

/** Those that are the meeting's: a paper that was taken out meanwhile is left out, and the rest of the answer holds. */
function documentsOf(transaction: Transaction<Tables>, meetingId: number, ids: readonly number[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return transaction
    .selectFrom('document')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('withdrawn_at', 'is', null)
    .where('id', 'in', ids)
    .execute();
}
