import type { Kysely } from 'kysely';
import type { Comparison, ComparisonInput } from '../../../contract/comparisons.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { paperYear } from '../../access/paper-year.ts';
import { readableDocuments } from '../../access/readable.ts';
import { chooseShown, listRevisions } from '../../access/shown-revision.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { ComparisonJobs } from './jobs.ts';
import { findComparison } from './queries.ts';
import { requestComparison, urgent } from './request-comparison.ts';

/**
 * The comparison of two documents of one committee, or of two revisions of one, with how far it is; queued first of all
 * where it is missing. Throws `not_found`, and `still_processing` where a paper is not ready.
 */
export async function askComparison(
  db: Kysely<Tables>,
  enqueue: Enqueue<ComparisonJobs>,
  viewer: Viewer,
  documentId: number,
  input: ComparisonInput,
): Promise<Comparison> {
  const one = await findRevision(db, viewer, documentId, input.revision);
  const other = await findRevision(db, viewer, input.otherDocumentId, input.otherRevision);
  if (one.committeeId !== other.committeeId || one.id === other.id) throw new DomainError('not_found');
  if (one.state !== 'ready' || other.state !== 'ready') throw new DomainError('still_processing');
  const id = await requestComparison(db, enqueue, one, other, urgent, input.retry);
  return findComparison(db, viewer, id);
}

/** The revision asked for, else the one shown to this viewer, with what requestComparison asks of it. */
async function findRevision(db: Kysely<Tables>, viewer: Viewer, documentId: number, revisionId: number | undefined) {
  const document = await readableDocuments(db, viewer)
    .select(['meeting.held_on as heldOn', 'meeting.committee_id as committeeId', paperYear.as('fiscalYear')])
    .where('document.id', '=', documentId)
    .executeTakeFirst();
  const revisions = document ? await listRevisions(db, viewer, documentId) : [];
  if (!document || revisions.length === 0) throw new DomainError('not_found');
  const revision =
    revisionId === undefined ? chooseShown(viewer, revisions) : revisions.find(({ id }) => id === revisionId);
  if (!revision) throw new DomainError('not_found');
  const { id, number, state } = revision;
  return { id, number, state, documentId, ...document };
}
