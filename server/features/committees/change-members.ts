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

/** The member leaves today: the record stays, the keys open nothing any more. */
export async function removeMember(db: Kysely<Tables>, official: Official, id: number, today: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable('member')
      .set({ left_on: today })
      .where('id', 'in', editableMembers(transaction, official).select('member.id').where('member.id', '=', id))
      .where('left_on', 'is', null)
      .executeTakeFirst();
    if (!result.numUpdatedRows) throw new DomainError('not_found');
    await transaction
      .updateTable('notice')
      .set({ revoked_at: new Date() })
      .where('member_id', '=', id)
      .where('revoked_at', 'is', null)
      .execute();
  });
}

function refuseBackwardTerm(input: MemberInput): void {
  if (input.termFrom > input.termTo) throw new DomainError('invalid_input', '任期の終わりが始まりより前です');
}
