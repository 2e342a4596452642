import type { Kysely, Transaction } from 'kysely';
import type { OfficeFormat } from '../../../domain/meetings/office-format.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';

/** The jobs of this feature and what each is told. */
export type DocumentJobs = {
  'convert-revision': { revisionId: number };
  'draw-first-page': { revisionId: number };
  'process-revision': { revisionId: number };
  /** The document has come to another series or year: it is to be compared with that series' papers. */
  'follow-series': { documentId: number };
  'erase-unneeded': object;
};

/**
 * Asks for a revision's processing; the first page has a queue of its own, so that it waits for nobody's long paper, and so has
 * what is to be made a PDF first.
 */
export async function enqueueProcessing(
  enqueue: Enqueue<DocumentJobs>,
  transaction: Transaction<Tables>,
  revisionId: number,
): Promise<void> {
  const options = { transaction, singletonKey: String(revisionId) };
  const unconverted = await findUnconverted(transaction, revisionId);
  if (unconverted) {
    await enqueue('convert-revision', { revisionId }, options);
    return;
  }
  await enqueue('draw-first-page', { revisionId }, options);
  await enqueue('process-revision', { revisionId }, options);
}

/** A revision that waits for its PDF; undefined where it has one, or waits no more. */
export const findUnconverted = (db: Kysely<Tables>, revisionId: number) =>
  db
    .selectFrom('revision')
    .select(['original_sha256 as original', 'original_format as format'])
    .where('id', '=', revisionId)
    .where('state', '=', 'waiting')
    .whereRef('sha256', '=', 'original_sha256')
    .$narrowType<{ original: string; format: OfficeFormat }>()
    .executeTakeFirst();
