import type { Kysely } from 'kysely';
import { DomainError } from '../../domain/meetings/error-code.ts';
import type { Tables } from '../database/tables.ts';
import type { Official } from './viewer.ts';

/** What an official works on: an administrator on everything, a secretariat on its committees. */

export function editableCommittees(db: Kysely<Tables>, official: Official) {
  return db
    .selectFrom('committee')
    .$if(official.role !== 'administrator', (query) => query.where('committee.id', 'in', ownCommittees(db, official)));
}

/** Without those who were erased: there is nothing left to edit. */
export function editableMembers(db: Kysely<Tables>, official: Official) {
  return db
    .selectFrom('member')
    .where('member.erased_at', 'is', null)
    .$if(official.role !== 'administrator', (query) =>
      query.where('member.committee_id', 'in', ownCommittees(db, official)),
    );
}

export function editableMeetings(db: Kysely<Tables>, official: Official) {
  return db
    .selectFrom('meeting')
    .$if(official.role !== 'administrator', (query) =>
      query.where('meeting.committee_id', 'in', ownCommittees(db, official)),
    );
}

/** Withdrawn ones among them, so that a withdrawal can be undone. */
export function editableDocuments(db: Kysely<Tables>, official: Official) {
  return db
    .selectFrom('document')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .$if(official.role !== 'administrator', (query) =>
      query.where('meeting.committee_id', 'in', ownCommittees(db, official)),
    );
}

/** Comparisons of papers that this official works on both, with the ids of their documents. */
export function editableComparisons(db: Kysely<Tables>, official: Official) {
  const documents = editableDocuments(db, official).select('document.id');
  return db
    .selectFrom('comparison')
    .innerJoin('revision as older', 'older.id', 'comparison.older_revision_id')
    .innerJoin('revision as newer', 'newer.id', 'comparison.newer_revision_id')
    .select(['comparison.id', 'older.document_id as olderDocument', 'newer.document_id as newerDocument'])
    .where('older.document_id', 'in', documents)
    .where('newer.document_id', 'in', documents);
}

/** Throws `not_found`, as for one that does not exist. */
export async function requireCommittee(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  requireRow(await editableCommittees(db, official).select('committee.id').where('committee.id', '=', id).execute());
}

/** Throws `not_found`, as for one that does not exist. */
export async function requireMeeting(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  requireRow(await editableMeetings(db, official).select('meeting.id').where('meeting.id', '=', id).execute());
}

/** Throws `not_found`, as for one that does not exist. */
export async function requireDocument(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  requireRow(await editableDocuments(db, official).select('document.id').where('document.id', '=', id).execute());
}

/**
 * Two officials at the same form: of a row that was read with its `edition`, and locked. Throws `changed_elsewhere` where
 * another has been stored since it was shown to this one, and `not_found`.
 */
export function requireEdition(row: { edition: number } | undefined, shown: number): void {
  if (!row) throw new DomainError('not_found');
  if (row.edition !== shown) throw new DomainError('changed_elsewhere');
}

function requireRow(rows: unknown[]): void {
  if (rows.length === 0) throw new DomainError('not_found');
}

function ownCommittees(db: Kysely<Tables>, official: Official) {
  return db
    .selectFrom('committee_official')
    .select('committee_official.committee_id')
    .where('committee_official.official_id', '=', official.id);
}
