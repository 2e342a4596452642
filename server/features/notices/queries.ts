import type { Kysely, Selectable } from 'kysely';
import type { NoticeRow } from '../../../contract/notices.ts';
import { editableMeetings } from '../../access/editable.ts';
import { presentAtMeeting } from '../../access/present-members.ts';
import type { Official } from '../../access/viewer.ts';
import type { MemberTable, Tables } from '../../database/tables.ts';
import { findUnprintable } from '../../print/font-coverage.ts';
import { codePointLabel } from '../../print/print-error.ts';

/** The meeting with what its letters say of it. */
export async function findNotifiedMeeting(db: Kysely<Tables>, official: Official, id: number) {
  return editableMeetings(db, official)
    .innerJoin('committee', 'committee.id', 'meeting.committee_id')
    .selectAll('meeting')
    .select(['committee.name', 'committee.department', 'committee.phone', 'committee.email'])
    .select(['committee.letter_greeting', 'committee.letter_body'])
    .where('meeting.id', '=', id)
    .executeTakeFirst();
}

/** Members who are on the committee on the day and have not left since, in the order of the list: a letter opens nothing for others. */
export async function listPresentMembers(db: Kysely<Tables>, meetingId: number) {
  return db
    .selectFrom('meeting')
    .innerJoin('member', (join) => join.on(presentAtMeeting))
    .selectAll('member')
    .where('meeting.id', '=', meetingId)
    .where('member.left_on', 'is', null)
    .orderBy('member.place')
    .orderBy('member.id')
    .execute();
}

/** Characters of a member's name and address that no font draws, with their code points; '' where all can be printed. */
export function unprintableOf({
  name,
  honorific,
  address,
  postal_code,
}: Pick<Selectable<MemberTable>, 'name' | 'honorific' | 'address' | 'postal_code'>): string {
  const missing = findUnprintable([postal_code, address, `${name}${honorific}`]).flatMap(
    ({ characters }) => characters,
  );
  return [...new Set(missing)].map(codePointLabel).join(' ');
}

export async function listAgenda(db: Kysely<Tables>, meetingId: number) {
  return db
    .selectFrom('agenda_item')
    .select(['mark', 'level', 'title'])
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
}

export async function listMaterials(db: Kysely<Tables>, meetingId: number) {
  return db
    .selectFrom('document')
    .select(['kind', 'number', 'title'])
    .where('meeting_id', '=', meetingId)
    .where('withdrawn_at', 'is', null)
    .where('kind', '<>', 'minutes')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function listNotices(db: Kysely<Tables>, meetingId: number): Promise<NoticeRow[]> {
  const members = await listPresentMembers(db, meetingId);
  const notices = await db
    .selectFrom('notice')
    .select(['id', 'member_id', 'issued_at', 'first_opened_at', 'last_opened_at', 'revoked_at', 'expires_at'])
    .where('meeting_id', '=', meetingId)
    .orderBy('id', 'desc')
    .execute();
  return members.map((member) => ({
    memberId: member.id,
    name: member.name,
    position: member.position,
    addressed: member.address !== '',
    postalCode: member.postal_code,
    unprintable: unprintableOf(member),
    notices: notices
      .filter((notice) => notice.member_id === member.id)
      .map((notice) => ({
        id: notice.id,
        issuedAt: notice.issued_at.toISOString(),
        firstOpenedAt: notice.first_opened_at?.toISOString() ?? null,
        lastOpenedAt: notice.last_opened_at?.toISOString() ?? null,
        revokedAt: notice.revoked_at?.toISOString() ?? null,
        expiresAt: notice.expires_at.toISOString(),
      })),
  }));
}
