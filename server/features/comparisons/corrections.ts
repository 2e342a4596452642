import type { Kysely, Transaction } from 'kysely';
import type { Correction, CorrectionInput } from '../../../contract/comparisons.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { EntryPlace } from '../../../domain/pages/alignment/corrections.ts';
import { boxOf } from '../../../domain/pages/sheet/box.ts';
import { editableComparisons, editableDocuments } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { ComparisonJobs } from './jobs.ts';
import { queueComparison, urgent } from './request-comparison.ts';
import type { StoredCorrection } from './run-worker.ts';

interface CorrectionRow {
  readonly id: number;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly correction: WithoutId<StoredCorrection>;
}
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** What people said of two documents and did not take back, oldest first. */
export async function listCorrections(db: Kysely<Tables>, older: number, newer: number): Promise<CorrectionRow[]> {
  const rows = await db
    .selectFrom('correction')
    .innerJoin('official', 'official.id', 'correction.made_by')
    .select(['correction.id', 'correction.kind', 'correction.older', 'correction.newer'])
    .select(['official.name as madeBy', 'correction.made_at as madeAt'])
    .where('older_document_id', '=', older)
    .where('newer_document_id', '=', newer)
    .where('undone_at', 'is', null)
    .orderBy('correction.id')
    .execute();
  return rows.map(({ id, madeBy, madeAt, ...correction }) => ({
    id,
    madeBy,
    madeAt: madeAt.toISOString(),
    correction: correction as unknown as CorrectionRow['correction'],
  }));
}

/** The same for the person who may change them, newest first, as they gave it. Throws `not_found`. */
export async function showCorrections(db: Kysely<Tables>, official: Official, id: number): Promise<Correction[]> {
  const comparison = await findEditable(db, official, id);
  const rows = await listCorrections(db, comparison.olderDocument, comparison.newerDocument);
  return rows.toReversed().map(({ correction, ...row }) => ({
    ...row,
    correction:
      correction.kind === 'page'
        ? correction
        : { kind: 'line', older: pointedOf(correction.older), newer: pointedOf(correction.newer) },
  }));
}

/** Stores what an official said and has the two documents compared anew. Throws `not_found`. */
export async function addCorrection(
  db: Kysely<Tables>,
  enqueue: Enqueue<ComparisonJobs>,
  official: Official,
  id: number,
  input: CorrectionInput,
): Promise<{ id: number }> {
  if (input.kind === 'line' && !input.older && !input.newer) throw new DomainError('invalid_input');
  const comparison = await findEditable(db, official, id);
  const { olderDocument, newerDocument } = comparison;
  const [older, newer] =
    input.kind === 'page' ? [input.older, input.newer] : [placeOf(input.older), placeOf(input.newer)];
  return db.transaction().execute(async (transaction) => {
    const added = await transaction
      .insertInto('correction')
      .values({
        older_document_id: olderDocument,
        newer_document_id: newerDocument,
        kind: input.kind,
        older: JSON.stringify(older),
        newer: JSON.stringify(newer),
        made_by: official.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await compareAnew(transaction, enqueue, olderDocument, newerDocument);
    const detail = { correction: added.id, kind: input.kind };
    await recordAct(transaction, official, 'line-corrected', { document: newerDocument }, detail);
    return added;
  });
}

/** Takes a correction back; it stays on record. Throws `not_found`. */
export async function undoCorrection(
  db: Kysely<Tables>,
  enqueue: Enqueue<ComparisonJobs>,
  official: Official,
  id: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const documents = () => editableDocuments(transaction, official).select('document.id');
    const undone = await transaction
      .updateTable('correction')
      .set({ undone_at: new Date(), undone_by: official.id })
      .where('id', '=', id)
      .where('undone_at', 'is', null)
      .where('older_document_id', 'in', documents())
      .where('newer_document_id', 'in', documents())
      .returning(['older_document_id as older', 'newer_document_id as newer'])
      .executeTakeFirst();
    if (!undone) throw new DomainError('not_found');
    await compareAnew(transaction, enqueue, undone.older, undone.newer);
    await recordAct(transaction, official, 'line-correction-undone', { document: undone.newer }, { correction: id });
  });
}

/** Every stored comparison of the two documents, whatever their revisions. */
async function compareAnew(
  transaction: Transaction<Tables>,
  enqueue: Enqueue<ComparisonJobs>,
  older: number,
  newer: number,
): Promise<void> {
  const revisionsOf = (documentId: number) =>
    transaction.selectFrom('revision').select('id').where('document_id', '=', documentId);
  const comparisons = await transaction
    .selectFrom('comparison')
    .select(['id', 'years_apart as yearsApart'])
    .where('older_revision_id', 'in', revisionsOf(older))
    .where('newer_revision_id', 'in', revisionsOf(newer))
    .forUpdate()
    .execute();
  for (const { id, yearsApart } of comparisons) await queueComparison(transaction, enqueue, id, yearsApart, urgent);
}

async function findEditable(db: Kysely<Tables>, official: Official, id: number) {
  const comparison = await editableComparisons(db, official).where('comparison.id', '=', id).executeTakeFirst();
  if (!comparison) throw new DomainError('not_found');
  return comparison;
}

type Pointed = Extract<CorrectionInput, { kind: 'line' }>['older'];
function placeOf(pointed: Pointed): EntryPlace | null {
  if (!pointed) return null;
  const { page, box, label, parents } = pointed;
  return { page, box: boxOf(box), path: [...parents, label] };
}

function pointedOf(place: EntryPlace | null): Pointed {
  if (!place) return null;
  const { page, box, path } = place;
  return { page, box: [...box], label: path.at(-1)!, parents: path.slice(0, -1) };
}
