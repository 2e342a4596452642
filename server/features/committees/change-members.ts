import type { Kysely, Transaction, UpdateQueryBuilder, UpdateResult } from 'kysely';
import type { MemberChange, MemberInput } from '../../../contract/committees.ts';
import type { Act } from '../../../domain/meetings/act.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableMembers, requireCommittee, requireEdition } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { memberValues } from './queries.ts';

export async function addMember(db: Kysely<Tables>, official: Official, committeeId: number, input: MemberInput) {
  await requireCommittee(db, official, committeeId);
  refuseBackwardTerm(input);
  return db.transaction().execute(async (transaction) => {
    const member = await transaction
      .insertInto('member')
      .values({ committee_id: committeeId, ...memberValues(input) })
      .returning('id')
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('member_term')
      .values({ member_id: member.id, number: 1, term_from: input.termFrom, term_to: input.termTo })
      .execute();
    await recordAct(transaction, official, 'member-added', { member: member.id });
    return member;
  });
}

/** Throws `changed_elsewhere` where the member was changed since `input.edition` was read. */
export async function updateMember(db: Kysely<Tables>, official: Official, id: number, input: MemberChange) {
  refuseBackwardTerm(input);
  await db.transaction().execute(async (transaction) => {
    const stored = await editableMembers(transaction, official)
      .select(['member.edition', 'member.term_from', 'member.term_to'])
      .where('member.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    requireEdition(stored, input.edition);
    const values = { ...memberValues(input), edition: input.edition + 1 };
    await transaction.updateTable('member').set(values).where('id', '=', id).execute();
    await correctTerms(transaction, id, stored!, input);
    await recordAct(transaction, official, 'member-changed', { member: id });
  });
}

/** The first and the last day of what the form shows are those of the terms that begin and end there. */
async function correctTerms(
  transaction: Transaction<Tables>,
  id: number,
  before: { term_from: string; term_to: string },
  { termFrom, termTo }: MemberChange,
): Promise<void> {
  const terms = () => transaction.updateTable('member_term').where('member_id', '=', id);
  await terms().set({ term_from: termFrom }).where('term_from', '=', before.term_from).execute();
  await terms().set({ term_to: termTo }).where('term_to', '=', before.term_to).execute();
}

/** The member leaves today: the record and the letters stay, but their keys open nothing while it is so. */
export async function retireMember(db: Kysely<Tables>, official: Official, id: number, today: string): Promise<void> {
  await changeMember(db, official, id, 'member-retired', (query) =>
    query.set({ left_on: today }).where('left_on', 'is', null),
  );
}

/** Undoes a retirement: letters that nobody made void open again. */
export async function reinstateMember(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  await changeMember(db, official, id, 'member-reinstated', (query) =>
    query.set({ left_on: null }).where('left_on', 'is not', null),
  );
}

type Update = UpdateQueryBuilder<Tables, 'member', 'member', UpdateResult>;

/** Changes one member that the official may edit, on record. Throws `not_found`. */
async function changeMember(
  db: Kysely<Tables>,
  official: Official,
  id: number,
  act: Act,
  change: (query: Update) => Update,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const editable = editableMembers(transaction, official).select('member.id').where('member.id', '=', id);
    const result = await change(transaction.updateTable('member')).where('id', 'in', editable).executeTakeFirst();
    if (!result.numUpdatedRows) throw new DomainError('not_found');
    await recordAct(transaction, official, act, { member: id });
  });
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
    await recordAct(transaction, official, 'member-deleted', { member: id });
    await transaction.deleteFrom('member').where('id', '=', id).execute();
  });
}

function refuseBackwardTerm(input: MemberInput): void {
  if (input.termFrom > input.termTo) throw new DomainError('invalid_input', '任期の終わりが始まりより前です');
}
