import type { Kysely } from 'kysely';
import type { MemberInput } from '../../../contract/committees.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableMembers, requireCommittee } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { memberValues } from './queries.ts';

export async function addMember(db: Kysely<Tables>, official: Official, committeeId: number, input: MemberInput) {
  await requireCommittee(db, official, committeeId);
  refuseBackwardTerm(input);
  return db
    .insertInto('member')
    .values({ committee_id: committeeId, ...memberValues(input) })
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function updateMember(db: Kysely<Tables>, official: Official, id: number, input: MemberInput) {
  refuseBackwardTerm(input);
  const result = await db
    .updateTable('member')
    .set(memberValues(input))
    .where('id', 'in', editableMembers(db, official).select('member.id').where('member.id', '=', id))
    .executeTakeFirst();
  if (!result.numUpdatedRows) throw new DomainError('not_found');
}

/** The member leaves today: the record and the letters stay, but their keys open nothing while it is so. */
export async function retireMember(db: Kysely<Tables>, official: Official, id: number, today: string): Promise<void> {
  const result = await db
    .updateTable('member')
    .set({ left_on: today })
    .where('id', 'in', editableMembers(db, official).select('member.id').where('member.id', '=', id))
    .where('left_on', 'is', null)
    .executeTakeFirst();
  if (!result.numUpdatedRows) throw new DomainError('not_found');
}

/** Undoes a retirement: letters that nobody made void open again. */
export async function reinstateMember(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  const result = await db
    .updateTable('member')
    .set({ left_on: null })
    .where('id', 'in', editableMembers(db, official).select('member.id').where('member.id', '=', id))
    .where('left_on', 'is not', null)
    .executeTakeFirst();
  if (!result.numUpdatedRows) throw new DomainError('not_found');
}

/** Forgets a mistyped member. Throws `in_use` once a letter was issued. */
export async function deleteMember(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const member = await editableMembers(transaction, official)
      .select('member.id')
      .where('member.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!member) throw new DomainError('not_found');
    const notices = await transaction.selectFrom('notice').select('id').where('member_id', '=', id).execute();
    if (notices.length > 0) throw new DomainError('in_use', `発行した通知 ${notices.length}通`);
    await transaction.deleteFrom('member').where('id', '=', id).execute();
  });
}

function refuseBackwardTerm(input: MemberInput): void {
  if (input.termFrom > input.termTo) throw new DomainError('invalid_input', '任期の終わりが始まりより前です');
}
