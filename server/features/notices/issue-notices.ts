import type { Kysely, Selectable } from 'kysely';
import type { NoticeInput } from '../../../contract/notices.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { codeDaysAfterMeeting } from '../../../domain/meetings/key.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { MemberTable, Tables } from '../../database/tables.ts';
import { endOfDayInJapan, todayInJapan } from '../../http/clock.ts';
import type { Keys } from '../../http/secrets.ts';
import type { NoticeLetter } from '../../print/notice-letter.ts';
import { findOccasion } from './find-occasion.ts';
import { letterOf } from './letter.ts';
import { listPresentMembers, unprintableOf } from './queries.ts';

/** The link serves to the end of the member's term, the typed code until shortly after the meeting; neither is printed nearly spent. */
const leastDays = 60;

export interface Needs {
  db: Kysely<Tables>;
  keys: Keys;
  publicUrl: string;
  print(letters: NoticeLetter[]): Promise<Buffer>;
}

/**
 * The letters as one PDF, each with a key of its own. The PDF is made first: keys exist only for letters that could be
 * printed, and only their hashes are kept. Throws `no_members` and what printing refuses.
 */
export async function issueNotices(needs: Needs, official: Official, meetingId: number, input: NoticeInput) {
  const { db, keys, publicUrl, print } = needs;
  const occasion = await findOccasion(db, official, meetingId, input, publicUrl);
  const { meeting } = occasion;
  const members = chosen(await listPresentMembers(db, meetingId), input.memberIds);
  const made = members.map((member) => ({ member, link: keys.newLinkKey(), typed: keys.newTypedCode() }));
  const least = endOfDayInJapan(todayInJapan(), leastDays);
  const pdf = await print(made.map(({ member, link, typed }) => letterOf(occasion, member, link.key, typed.code)));
  await db.transaction().execute(async (transaction) => {
    if (input.revokeEarlier) {
      await transaction
        .updateTable('notice')
        .set({ revoked_at: new Date() })
        .where('meeting_id', '=', meetingId)
        .where(
          'member_id',
          'in',
          members.map((member) => member.id),
        )
        .where('revoked_at', 'is', null)
        .execute();
    }
    await transaction
      .insertInto('notice')
      .values(
        made.map(({ member, link, typed }) => ({
          meeting_id: meetingId,
          member_id: member.id,
          key_hash: link.hash,
          code_hash: typed.hash,
          issued_by: official.id,
          expires_at: later(endOfDayInJapan(member.term_to), least),
          code_expires_at: later(endOfDayInJapan(meeting.held_on, codeDaysAfterMeeting), least),
        })),
      )
      .execute();
    const detail = { letters: made.length, revokeEarlier: input.revokeEarlier };
    await recordAct(transaction, official, 'letters-issued', { meeting: meetingId }, detail);
  });
  return { pdf, title: meeting.title };
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** Without those whose letters wait for a character that no font has. */
function printable(members: Selectable<MemberTable>[]): Selectable<MemberTable>[] {
  if (members.length === 0) throw new DomainError('no_members');
  const kept = members.filter((member) => unprintableOf(member) === '');
  if (kept.length === 0)
    throw new DomainError(
      'unprintable_text',
      members.map((member) => `${member.name}: ${unprintableOf(member)}`).join('、'),
    );
  return kept;
}

/** In the order that was asked for. */
function chosen(members: Selectable<MemberTable>[], ids: number[] | null): Selectable<MemberTable>[] {
  if (ids === null) return printable(members);
  const kept = [...new Set(ids)].flatMap((id) => members.find((member) => member.id === id) ?? []);
  if (kept.length === 0 || kept.length < new Set(ids).size) throw new DomainError('no_members');
  return kept;
}
