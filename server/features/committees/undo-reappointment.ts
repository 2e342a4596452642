import { type Kysely, sql } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { requireCommittee } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/**
 * Takes the committee's last reappointment back: its members have the terms they had before. Throws `not_found` where there is none,
 * and `changed_elsewhere` where one of them has left or was changed since.
 */
export function undoReappointment(db: Kysely<Tables>, official: Official, committeeId: number): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await requireCommittee(transaction, official, committeeId);
    const terms = await transaction
      .selectFrom('member_term')
      .innerJoin('member', 'member.id', 'member_term.member_id')
      .select(['member.id', 'member_term.number', 'before_from', 'before_to'])
      .select(sql<boolean>`member.left_on is null and member.edition = member_term.after_edition`.as('unchanged'))
      .where(
        'member_term.made_at',
        '=',
        sql<Date>`(select max(made_at) from member_term join member on member.id = member_id
          where committee_id = ${committeeId} and before_to is not null)`,
      )
      .where('committee_id', '=', committeeId)
      .where('before_to', 'is not', null)
      .forUpdate()
      .execute();
    if (terms.length === 0) throw new DomainError('not_found');
    if (terms.some(({ unchanged }) => !unchanged)) throw new DomainError('changed_elsewhere');
    for (const { id, number, before_from, before_to } of terms) {
      await transaction
        .updateTable('member')
        .set({ term_from: before_from!, term_to: before_to!, edition: sql`edition + 1` })
        .where('id', '=', id)
        .execute();
      await transaction.deleteFrom('member_term').where('member_id', '=', id).where('number', '=', number).execute();
    }
    await recordAct(
      transaction,
      official,
      'reappointment-undone',
      { committee: committeeId },
      { members: terms.length },
    );
  });
}
