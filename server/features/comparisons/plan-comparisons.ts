import type { Kysely } from 'kysely';
import { writtenOn } from '../../access/own-notes.ts';
import { newestReady, readyRevisions } from '../../access/ready-revisions.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { ComparisonJobs } from './jobs.ts';
import { type DatedRevision, isOfThisEngine, requestComparison } from './request-comparison.ts';

/**
 * Queues the comparisons of a revision that has become ready: with the same document of every other meeting of its series,
 * nearest first, with the revision before it and after it, and with those before it that members wrote on.
 */
export async function planComparisons(
  db: Kysely<Tables>,
  enqueue: Enqueue<ComparisonJobs>,
  revisionId: number,
): Promise<void> {
  const revision = await comparable(db)
    .select('document.series_id as seriesId')
    .where('revision.id', '=', revisionId)
    .executeTakeFirst();
  if (!revision) return;
  for (const other of await listCounterparts(db, revision)) {
    const apart = Math.abs(revision.fiscalYear - other.fiscalYear);
    await requestComparison(db, enqueue, revision, other, -apart);
  }
}

/** The same for the newest ready revision of a document that has come to another series. */
export async function planDocument(
  db: Kysely<Tables>,
  enqueue: Enqueue<ComparisonJobs>,
  documentId: number,
): Promise<void> {
  const newest = await newestReady(db, documentId);
  if (newest) await planComparisons(db, enqueue, newest.id);
}

/** What a restart, a new engine or an older portal left undone; what failed is tried once more. */
export async function planAllComparisons(db: Kysely<Tables>, enqueue: Enqueue<ComparisonJobs>): Promise<void> {
  const outdated = await db
    .selectFrom('comparison')
    .select(['older_revision_id as older', 'newer_revision_id as newer'])
    .where((eb) => eb.not(isOfThisEngine(eb)))
    .execute();
  for (const { older, newer } of outdated) {
    const pair = await comparable(db).where('revision.id', 'in', [older, newer]).execute();
    if (pair.length === 2) await requestComparison(db, enqueue, pair[0]!, pair[1]!, -1, true);
  }
  const newest = await comparable(db)
    .distinctOn('document.id')
    .orderBy('document.id')
    .orderBy('revision.number', 'desc')
    .execute();
  for (const { id } of newest) await planComparisons(db, enqueue, id);
}

/** Ready revisions of documents that are not withdrawn, as requestComparison takes them. */
const comparable = (db: Kysely<Tables>) => readyRevisions(db).where('document.withdrawn_at', 'is', null);

async function listCounterparts(db: Kysely<Tables>, revision: DatedRevision & { seriesId: number }) {
  const others = await comparable(db)
    .distinctOn('document.id')
    .where('document.series_id', '=', revision.seriesId)
    .where('document.id', '<>', revision.documentId)
    .orderBy('document.id')
    .orderBy('revision.number', 'desc')
    .execute();
  const own = await comparable(db)
    .where('document.id', '=', revision.documentId)
    .where('revision.id', '<>', revision.id)
    .orderBy('revision.number')
    .execute();
  const [before, ...earlier] = own.filter(({ number }) => number < revision.number).toReversed();
  const after = own.find(({ number }) => number > revision.number);
  const noted = await writtenAmong(db, earlier);
  return [before, after, ...noted, ...others].filter((one) => one !== undefined);
}

async function writtenAmong<One extends DatedRevision>(db: Kysely<Tables>, revisions: readonly One[]): Promise<One[]> {
  if (revisions.length === 0) return [];
  const written = await writtenOn(
    db,
    revisions.map(({ id }) => id),
  ).execute();
  return revisions.filter(({ id }) => written.some(({ revision_id }) => revision_id === id));
}
