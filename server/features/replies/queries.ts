import { type Kysely, sql } from 'kysely';
import type { ReplyRow } from '../../../contract/replies.ts';
import { replyOf, selectReplies } from '../../access/own-reply.ts';
import { presentAtMeeting } from '../../access/present-members.ts';
import { readableMeetings } from '../../access/readable.ts';
import type { MemberViewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

export interface AnsweredMeeting {
  readonly id: number;
  readonly held_on: string;
  readonly reply_by: string | null;
}

/** The meeting, where it is this member's to answer: published, in their term, and of their committee. */
export async function findOwnMeeting(db: Kysely<Tables>, member: MemberViewer, id: number) {
  return readableMeetings(db, { official: null, member })
    .select(['meeting.id', 'meeting.held_on', 'meeting.reply_by'])
    .where('meeting.id', '=', id)
    .executeTakeFirst();
}

/** Everybody who is on the committee on the day, in the order of the list, with their answer or none. */
export async function listReplies(db: Kysely<Tables>, meetingId: number): Promise<ReplyRow[]> {
  const [members, replies] = await Promise.all([
    selectPresentMembers(db, meetingId).execute(),
    selectReplies(db).where('reply.meeting_id', '=', meetingId).execute(),
  ]);
  const byMember = new Map(replies.map((row) => [row.member_id, row]));
  return members.map(({ id, name, position, opened_at }) => {
    const row = byMember.get(id);
    return {
      ...replyOf(row),
      memberId: id,
      name,
      position,
      entered: row !== undefined && row.entered_by !== null,
      openedAt: opened_at === null ? null : opened_at.toISOString(),
    };
  });
}

/** With the last time that they opened a letter of the meeting or one of its documents: never which page. */
function selectPresentMembers(db: Kysely<Tables>, meetingId: number) {
  return db
    .selectFrom('meeting')
    .innerJoin('member', (join) => join.on(presentAtMeeting))
    .select(['member.id', 'member.name', 'member.position'])
    .select(
      sql<Date | null>`greatest(
        (select max(last_opened_at) from notice where notice.member_id = member.id and notice.meeting_id = meeting.id),
        (select max(read_at) from reading_place join document on document.id = reading_place.document_id
          where reading_place.member_id = member.id and document.meeting_id = meeting.id))`.as('opened_at'),
    )
    .where('meeting.id', '=', meetingId)
    .orderBy('member.place')
    .orderBy('member.id');
}
