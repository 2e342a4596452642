import { type Kysely, sql, type Transaction } from 'kysely';
import type { Reappointment } from '../../../contract/committees.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { requireCommittee } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/**
 * Members of a committee go on for another term, all at once or none. Whose term runs up to the new one keeps its beginning,
 * so that meetings before it stay theirs; after a gap it begins anew. Throws `changed_elsewhere` where one of them has left.
 */
export function reappointMembers(
  db: Kysely<Tables>,
  official: Official,
  committeeId: number,
  { memberIds, termFrom, termTo }: Reappointment,
): Promise<void> {
  if (termFrom > termTo) throw new DomainError('invalid_input', '任期の終わりが始まりより前です');
  return db.transaction().execute(async (transaction) => {
    await requireCommittee(transaction, official, committeeId);
    await keepTerms(transaction, committeeId, memberIds, termFrom, termTo);
    const result = await transaction
      .updateTable('member')
      .set({
        term_from: sql`case when term_to >= ${termFrom}::date - 1 then least(term_from, ${termFrom}::date) else ${termFrom}::date end`,
        term_to: termTo,
        edition: sql`edition + 1`,
      })
      .where('committee_id', '=', committeeId)
      .where('id', 'in', memberIds)
      .where('left_on', 'is', null)
      .executeTakeFirst();
    if (Number(result.numUpdatedRows) < memberIds.length) throw new DomainError('changed_elsewhere');
    const detail = { members: memberIds.length, until: termTo };
    await recordAct(transaction, official, 'members-reappointed', { committee: committeeId }, detail);
  });
}

/** The term of each, and what its row held before: a mistaken reappointment can be undone. */
async function keepTerms(
  transaction: Transaction<Tables>,
  committeeId: number,
  memberIds: number[],
  termFrom: string,
  termTo: string,
): Promise<void> {
  await transaction
    .insertInto('member_term')
    .columns(['member_id', 'number', 'term_from', 'term_to', 'before_from', 'before_to', 'after_edition'])
    .expression(
      transaction
        .selectFrom('member')
        .select('member.id')
        .select(
          sql<number>`coalesce((select max(number) from member_term where member_id = member.id), 0) + 1`.as('number'),
        )
        .select([sql<string>`${termFrom}::date`.as('from'), sql<string>`${termTo}::date`.as('to')])
        .select(['member.term_from', 'member.term_to', sql<number>`member.edition + 1`.as('edition')])
        .where('committee_id', '=', committeeId)
        .where('member.id', 'in', memberIds),
    )
    .execute();
}
