import type { Kysely } from 'kysely';
import { readerVersion } from '../../../domain/initiatives/read-initiatives.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { RegisterJobs } from './jobs.ts';

/** Has the initiatives of a ready revision read, where they are not, or were read by another version of the reader. */
export async function planReading(
  db: Kysely<Tables>,
  enqueue: Enqueue<RegisterJobs>,
  revisionId: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const revision = await transaction
      .selectFrom('revision')
      .select('id')
      .where('id', '=', revisionId)
      .where('state', '=', 'ready')
      .executeTakeFirst();
    if (!revision) return;
    await transaction
      .insertInto('initiative_reading')
      .values({ revision_id: revisionId, reader_version: null, fiscal_year: null })
      .onConflict((conflict) => conflict.column('revision_id').doNothing())
      .execute();
    const reading = await transaction
      .selectFrom('initiative_reading')
      .select(['state', 'reader_version'])
      .where('revision_id', '=', revisionId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (reading.state === 'ready' && reading.reader_version === readerVersion) return;
    await transaction
      .updateTable('initiative_reading')
      .set({ state: 'waiting' })
      .where('revision_id', '=', revisionId)
      .execute();
    await enqueue('read-initiatives', { revisionId }, { transaction, singletonKey: String(revisionId) });
  });
}

/** What a restart, a new reader or an older portal left undone; also what failed, since what was wrong may be mended. */
export async function planAllReadings(db: Kysely<Tables>, enqueue: Enqueue<RegisterJobs>): Promise<void> {
  const missing = await db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .leftJoin('initiative_reading', 'initiative_reading.revision_id', 'revision.id')
    .select('revision.id')
    .where('revision.state', '=', 'ready')
    .where('document.withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('initiative_reading.revision_id', 'is', null),
        eb('initiative_reading.state', '<>', 'ready'),
        eb('initiative_reading.reader_version', 'is distinct from', readerVersion),
      ]),
    )
    .orderBy('revision.id', 'desc')
    .execute();
  for (const { id } of missing) await planReading(db, enqueue, id);
}
