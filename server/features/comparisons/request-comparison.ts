import { type ExpressionBuilder, type Kysely, sql, type Transaction } from 'kysely';
import { comparisonVersion } from '../../../domain/pages/comparison/comparison-version.ts';
import { readerVersion } from '../../../domain/pages/entries/reader-version.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { ComparisonJobs } from './jobs.ts';

/** A revision as far as it decides which of two is the older. */
export interface DatedRevision {
  readonly id: number;
  readonly number: number;
  readonly documentId: number;
  /** What its paper is of. */
  readonly fiscalYear: number;
  /** 'YYYY-MM-DD' */
  readonly heldOn: string;
}

/** Nearer years go first; somebody who waits for it before all. */
export const urgent = 10;

/**
 * The comparison of two revisions, queued where it is missing, was computed by another engine, or where the papers have
 * come to other years since; one that failed only where a person asks for it (`retry`). A result that is there stays until it
 * is replaced. Returns its id.
 */
export async function requestComparison(
  db: Kysely<Tables>,
  enqueue: Enqueue<ComparisonJobs>,
  one: DatedRevision,
  other: DatedRevision,
  priority: number,
  retry = false,
): Promise<number> {
  const [older, newer] = isOlder(one, other) ? [one, other] : [other, one];
  const yearsApart = older.documentId === newer.documentId ? 0 : newer.fiscalYear - older.fiscalYear;
  return db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('comparison')
      .values({ older_revision_id: older.id, newer_revision_id: newer.id, years_apart: yearsApart })
      .onConflict((conflict) => conflict.columns(['older_revision_id', 'newer_revision_id']).doNothing())
      .execute();
    const row = await transaction
      .selectFrom('comparison')
      .select(['id', 'state', 'years_apart'])
      .select((eb) => isOfThisEngine(eb).as('isOfThisEngine'))
      .where('older_revision_id', '=', older.id)
      .where('newer_revision_id', '=', newer.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const current = row.isOfThisEngine && row.years_apart === yearsApart;
    const isDone = (row.state === 'failed' && !retry) || (row.state === 'ready' && current);
    // one that is being computed would begin anew with every look of those who wait for it
    if (isDone || row.state === 'processing') return row.id;
    await queueComparison(transaction, enqueue, row.id, yearsApart, priority);
    return row.id;
  });
}

/** True of a result that this engine computed, from entries that this reader read. */
export const isOfThisEngine = (eb: ExpressionBuilder<Tables, 'comparison'>) =>
  sql<boolean>`(${eb.ref('engine_version')}, ${eb.ref('reader_version')}) is not distinct from (${comparisonVersion}::int, ${readerVersion}::int)`;

/** Has it computed once more; where it waits already, it waits once, and once more at the head where it has become urgent. */
export async function queueComparison(
  transaction: Transaction<Tables>,
  enqueue: Enqueue<ComparisonJobs>,
  id: number,
  yearsApart: number,
  priority: number,
): Promise<void> {
  await transaction
    .updateTable('comparison')
    .set({ state: 'waiting', failure: null, years_apart: yearsApart })
    .where('id', '=', id)
    .execute();
  await enqueue(
    'compare-revisions',
    { comparisonId: id },
    { transaction, singletonKey: `${id} ${priority}`, priority },
  );
}

function isOlder(one: DatedRevision, other: DatedRevision): boolean {
  if (one.documentId === other.documentId) return one.number < other.number;
  if (one.fiscalYear !== other.fiscalYear) return one.fiscalYear < other.fiscalYear;
  if (one.heldOn !== other.heldOn) return one.heldOn < other.heldOn;
  return one.documentId < other.documentId;
}
