import type { Transaction } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';

/** The jobs of this feature and what each is told. */
export type DocumentJobs = {
  'draw-first-page': { revisionId: number };
  'process-revision': { revisionId: number };
  /** The document has come to another series or year: it is to be compared with that series' papers. */
  'follow-series': { documentId: number };
  'erase-unneeded': object;
};

/** Asks for a revision's processing; the first page has a queue of its own, so that it waits for nobody's long paper. */
export async function enqueueProcessing(
  enqueue: Enqueue<DocumentJobs>,
  transaction: Transaction<Tables>,
  revisionId: number,
): Promise<void> {
  const options = { transaction, singletonKey: String(revisionId) };
  await enqueue('draw-first-page', { revisionId }, options);
  await enqueue('process-revision', { revisionId }, options);
}
