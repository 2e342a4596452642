import { sql, type Transaction } from 'kysely';
import type { Act, SubjectKind } from '../../domain/meetings/act.ts';
import type { Official } from '../access/viewer.ts';
import type { Tables } from '../database/tables.ts';
import { findSubject } from './find-subject.ts';

/** The one thing that an act was done to, by its id: { document: 12 }. */
export type Subject = { readonly [Kind in SubjectKind]?: number };

/** What more is worth knowing; never a key, a password or a session. */
export type Detail = Readonly<Record<string, string | number | boolean>>;

/** An official, as far as the trail tells. */
export type Recorded = Pick<Official, 'id' | 'name' | 'network'>;

/** Somebody at the doors: `network` by networkOf. */
export interface Caller {
  readonly network: string;
  /** The holder of a letter. */
  readonly member?: { readonly id: number; readonly name: string };
}

/**
 * Records an official's act, in the transaction that does it: one without the other is not possible. The subject's name is
 * read now, so it is called before a row is deleted and after one is made.
 */
export async function recordAct(
  transaction: Transaction<Tables>,
  official: Recorded,
  act: Act,
  subject: Subject = {},
  detail: Detail = {},
): Promise<void> {
  const actor = { official_id: official.id, actor: official.name, network: official.network ?? '' };
  await insertEntry(transaction, actor, act, subject, detail);
}

/** The same of somebody who is no official, or not known to be one: a letter that is opened, a reply, a password that is wrong. */
export async function recordCall(
  transaction: Transaction<Tables>,
  { network, member }: Caller,
  act: Act,
  subject: Subject = {},
  detail: Detail = {},
): Promise<void> {
  await insertEntry(
    transaction,
    { member_id: member?.id ?? null, actor: member?.name ?? '', network },
    act,
    subject,
    detail,
  );
}

/** The portal's own act, which nobody asked for at that moment. */
export async function recordOwnAct(
  transaction: Transaction<Tables>,
  act: Act,
  subject: Subject,
  detail: Detail,
): Promise<void> {
  await insertEntry(transaction, { actor: '', network: '' }, act, subject, detail);
}

interface Actor {
  readonly official_id?: number;
  readonly member_id?: number | null;
  readonly actor: string;
  readonly network: string;
}

async function insertEntry(transaction: Transaction<Tables>, actor: Actor, act: Act, subject: Subject, detail: Detail) {
  const [kind, id] = (Object.entries(subject)[0] ?? [null, null]) as [SubjectKind, number] | [null, null];
  const found = kind === null ? null : await findSubject(transaction, kind, id);
  await transaction
    .insertInto('audit_entry')
    .values({
      ...actor,
      act,
      committee_id: found?.committeeId ?? null,
      subject_kind: kind,
      subject_id: id,
      subject: found?.name ?? '',
      detail: sql`${JSON.stringify(detail)}::jsonb`,
    })
    .execute();
}
