import type { Kysely, Selectable } from 'kysely';
import type { NoticeInput } from '../../../contract/notices.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { MemberTable, Tables } from '../../database/tables.ts';
import type { Keys } from '../../http/secrets.ts';
import type { NoticeLetter } from '../../print/notice-letter.ts';
import { findOccasion } from './find-occasion.ts';
import { keepKeys, makeKey } from './keep-keys.ts';
import { letterOf } from './letter.ts';
import { listPresentMembers, unprintableOf } from './queries.ts';

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
  const made = members.map((member) => makeKey(keys, member));
  const pdf = await print(made.map(({ member, link, typed }) => letterOf(occasion, member, link.key, typed.code)));
  await db.transaction().execute(async (transaction) => {
    await keepKeys(transaction, official, meeting, made, input.revokeEarlier);
    const detail = { letters: made.length, revokeEarlier: input.revokeEarlier };
    await recordAct(transaction, official, 'letters-issued', { meeting: meetingId }, detail);
  });
  return { pdf, title: meeting.title };
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
