import type { Kysely } from 'kysely';
import { registerVersion } from '../../../domain/initiatives/read-initiatives.ts';
import type { ProcessingState } from '../../../domain/meetings/document.ts';
import { newestReady, readyRevisions } from '../../access/ready-revisions.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { RegisterJobs } from './jobs.ts';

/**
 * Has the initiatives of a ready revision read, where they are not, were read by another version of the reader, or where the
 * paper has come to another year since. What was read before is shown until then.
 */
export async function planReading(
  db: Kysely<Tables>,
  enqueue: Enqueue<RegisterJobs>,
  revisionId: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const revision = await readyRevisions(transaction).where('revision.id', '=', revisionId).executeTakeFirst();
    if (!revision) return;
    await transaction
      .insertInto('initiative_reading')
      .values({ revision_id: revisionId, reader_version: null, meeting_year: null, fiscal_year: null })
      .onConflict((conflict) => conflict.column('revision_id').doNothing())
      .execute();
    const reading = await transaction
      .selectFrom('initiative_reading')
      .select(['state', 'reader_version as version', 'meeting_year as year'])
      .where('revision_id', '=', revisionId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (isCurrent(reading, revision.fiscalYear)) return;
    await transaction
      .updateTable('initiative_reading')
      .set({ state: 'waiting' })
      .where('revision_id', '=', revisionId)
      .execute();
    await enqueue('read-initiatives', { revisionId }, { transaction, singletonKey: String(revisionId) });
  });
}

/** The same for the newest ready revision of a document that has come to another year. */
export async function planReadingOf(
  db: Kysely<Tables>,
  enqueue: Enqueue<RegisterJobs>,
  documentId: number,
): Promise<void> {
  const newest = await newestReady(db, documentId);
  if (newest) await planReading(db, enqueue, newest.id);
}

/** What a restart, a new reader or an older portal left undone; also what failed, since what was wrong may be mended. */
export async function planAllReadings(db: Kysely<Tables>, enqueue: Enqueue<RegisterJobs>): Promise<void> {
  const revisions = await readyRevisions(db)
    .leftJoin('initiative_reading as reading', 'reading.revision_id', 'revision.id')
    .select(['reading.state', 'reading.reader_version as version', 'reading.meeting_year as year'])
    .where('document.withdrawn_at', 'is', null)
    .orderBy('revision.id', 'desc')
    .execute();
  for (const { id, fiscalYear, ...reading } of revisions)
    if (!isCurrent(reading, fiscalYear)) await planReading(db, enqueue, id);
}

interface KnownReading {
  readonly state: ProcessingState | null;
  readonly version: number | null;
  readonly year: number | null;
}

/** Read by this version of the reader, when the paper was of the year that it is of now. */
const isCurrent = ({ state, version, year }: KnownReading, fiscalYear: number) =>
  state === 'ready' && version === registerVersion && year === fiscalYear;
