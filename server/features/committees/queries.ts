import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Committee, CommitteeInput, CommitteeSummary, MemberInput } from '../../../contract/committees.ts';
import { tidyPhone, tidyPostalCode } from '../../../domain/japanese/contact.ts';
import { editableCommittees } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

const contact = [
  'committee.id',
  'committee.name',
  'committee.department',
  'committee.phone',
  'committee.email',
] as const;

export async function listCommittees(
  db: Kysely<Tables>,
  official: Official,
  today: string,
): Promise<CommitteeSummary[]> {
  const rows = await editableCommittees(db, official)
    .select(contact)
    .select((eb) => [
      eb
        .selectFrom('member')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('member.committee_id', '=', 'committee.id')
        .where('member.left_on', 'is', null)
        .as('memberCount'),
      eb
        .selectFrom('meeting')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('meeting.committee_id', '=', 'committee.id')
        .as('meetingCount'),
    ])
    .orderBy('committee.name')
    .execute();
  const next = await db
    .selectFrom('meeting')
    .select(['committee_id', 'id', 'title', 'held_on as heldOn'])
    .distinctOn('committee_id')
    .where('committee_id', 'in', editableCommittees(db, official).select('committee.id'))
    .where('held_on', '>=', today)
    .orderBy('committee_id')
    .orderBy('held_on')
    .execute();
  return rows.map((row) => {
    const meeting = next.find((candidate) => candidate.committee_id === row.id);
    return {
      ...row,
      memberCount: Number(row.memberCount),
      meetingCount: Number(row.meetingCount),
      nextMeeting: meeting ? { id: meeting.id, title: meeting.title, heldOn: meeting.heldOn } : null,
    };
  });
}

export async function findCommittee(db: Kysely<Tables>, official: Official, id: number): Promise<Committee | null> {
  const committee = await editableCommittees(db, official)
    .select(contact)
    .select(['letter_greeting', 'letter_body', 'letter_edition', 'committee.edition'])
    .where('committee.id', '=', id)
    .executeTakeFirst();
  if (!committee) return null;
  const { letter_greeting: greeting, letter_body: body, letter_edition: edition, ...whom } = committee;
  const members = await db
    .selectFrom('member')
    .select(['id', 'name', 'kana', 'position', 'address', 'honorific', 'email', 'edition'])
    .select(['postal_code as postalCode', 'term_from as termFrom', 'term_to as termTo', 'left_on as leftOn'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('notice').select('notice.id').whereRef('notice.member_id', '=', 'member.id'))
        .$castTo<boolean>()
        .as('hasNotices'),
    )
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('member_term')
          .select(['member_term.term_from as termFrom', 'member_term.term_to as termTo'])
          .whereRef('member_term.member_id', '=', 'member.id')
          .orderBy('member_term.number'),
      ).as('terms'),
    )
    .where('committee_id', '=', id)
    .where('erased_at', 'is', null)
    .orderBy('left_on', (order) => order.desc().nullsFirst())
    .orderBy('place')
    .orderBy('id')
    .execute();
  return { ...whom, letterSentences: { greeting, body, edition }, members };
}

/** For everybody: a committee's name and telephone are printed on the city's own pages. */
export async function findContact(db: Kysely<Tables>, id: number) {
  return (await db.selectFrom('committee').select(contact).where('id', '=', id).executeTakeFirst()) ?? null;
}

export function committeeValues(input: CommitteeInput) {
  return {
    name: input.name.trim(),
    department: input.department.trim(),
    phone: tidyPhone(input.phone),
    email: input.email.trim(),
  };
}

/** Names are kept as typed, variation selectors and all; only the ends are trimmed. */
export function memberValues(input: MemberInput) {
  return {
    name: input.name.trim(),
    kana: input.kana.trim(),
    position: input.position.trim(),
    postal_code: tidyPostalCode(input.postalCode),
    address: input.address.trim(),
    term_from: input.termFrom,
    term_to: input.termTo,
    honorific: input.honorific?.trim() || '様',
    email: input.email?.trim() ?? '',
  };
}
