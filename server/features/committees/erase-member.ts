import { type Kysely, sql, type Transaction } from 'kysely';
import { erasedName } from '../../../domain/meetings/erased-name.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableMembers } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/**
 * Erases for good what the portal knows of a member who has left: name and address, notes, answers, reading places,
 * sessions, and their name in the audit trail. A nameless row stays, with the term, the letters that were issued and what
 * was printed on paper, so that lists and ledgers of past meetings still come out. Throws `not_found`, and `still_member`.
 */
export function eraseMember(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const member = await editableMembers(transaction, official)
      .select('member.left_on')
      .where('member.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!member) throw new DomainError('not_found');
    if (member.left_on === null) throw new DomainError('still_member');
    await transaction
      .updateTable('member')
      .set({ name: erasedName, kana: '', position: '', postal_code: '', address: '', honorific: '様', email: '' })
      .set({ erased_at: new Date(), edition: sql`edition + 1` })
      .where('id', '=', id)
      .execute();
    await shutLetters(transaction, id);
    for (const table of ['note', 'reading_place', 'member_visit', 'member_appearance'] as const)
      await transaction.deleteFrom(table).where('member_id', '=', id).execute();
    // what was printed stays in the ledger
    await transaction.updateTable('reply').set({ attendance: null, word: '' }).where('member_id', '=', id).execute();
    await forgetInTrail(transaction, id);
    await recordAct(transaction, official, 'member-erased', { member: id });
  });
}

async function shutLetters(transaction: Transaction<Tables>, id: number): Promise<void> {
  const notices = transaction.selectFrom('notice').select('id').where('member_id', '=', id);
  await transaction.deleteFrom('session').where('notice_id', 'in', notices).execute();
  await transaction
    .updateTable('notice')
    .set({ first_opened_at: null, last_opened_at: null })
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', sql<Date>`now()`) }))
    .where('member_id', '=', id)
    .execute();
}

async function forgetInTrail(transaction: Transaction<Tables>, id: number): Promise<void> {
  await sql`update audit_entry set actor = ${erasedName}, network = '', detail = '{}'
    where member_id = ${id}`.execute(transaction);
  await sql`update audit_entry set subject = ${erasedName}, detail = detail - 'attendance' - 'paper'
    where subject_kind = 'member' and subject_id = ${id}`.execute(transaction);
  await sql`update audit_entry set subject = meeting.title || '　' || ${erasedName}
    from notice join meeting on meeting.id = notice.meeting_id
    where subject_kind = 'notice' and subject_id = notice.id and notice.member_id = ${id}`.execute(transaction);
}
