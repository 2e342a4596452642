import { type Kysely, sql, type Transaction } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableDocuments } from '../../access/editable.ts';
import { paperYear } from '../../access/paper-year.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { DocumentJobs } from './jobs.ts';

/** A document as far as it decides which series it may go on. */
export interface EditableDocument {
  readonly id: number;
  readonly seriesId: number;
  readonly meetingId: number;
  readonly committeeId: number;
  readonly fiscalYear: number;
  readonly edition: number;
}

/** Says that a document goes on another one's series. Throws `not_found`, `series_taken`. */
export async function chooseCounterpart(
  db: Kysely<Tables>,
  enqueue: Enqueue<DocumentJobs>,
  official: Official,
  id: number,
  counterpartId: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const document = await lockEditable(transaction, official, id);
    const counterpart = await lockEditable(transaction, official, counterpartId);
    await moveToSeries(transaction, enqueue, official, document, counterpart.seriesId);
    await recordAct(transaction, official, 'counterpart-chosen', { document: id });
  });
}

/** Takes back what a person said last of the document's series; it stays on record. Throws `not_found`, `series_taken`. */
export async function undoCounterpart(
  db: Kysely<Tables>,
  enqueue: Enqueue<DocumentJobs>,
  official: Official,
  id: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const document = await lockEditable(transaction, official, id);
    const choice = await choiceInForce(transaction, id)
      .select(['counterpart_choice.id', 'series_before as seriesBefore'])
      .executeTakeFirst();
    if (!choice) throw new DomainError('not_found');
    await refuseTakenSeries(transaction, document, choice.seriesBefore);
    await transaction
      .updateTable('counterpart_choice')
      .set({ undone_at: new Date(), undone_by: official.id })
      .where('id', '=', choice.id)
      .execute();
    await setSeries(transaction, enqueue, id, choice.seriesBefore);
    await recordAct(transaction, official, 'counterpart-undone', { document: id });
  });
}

/** Puts the document on a series and records who did. Throws `series_taken`. */
export async function moveToSeries(
  transaction: Transaction<Tables>,
  enqueue: Enqueue<DocumentJobs>,
  official: Official,
  document: EditableDocument,
  seriesId: number,
): Promise<void> {
  if (seriesId === document.seriesId) return;
  await refuseTakenSeries(transaction, document, seriesId);
  await transaction
    .insertInto('counterpart_choice')
    .values({
      document_id: document.id,
      series_id: seriesId,
      series_before: document.seriesId,
      made_by: official.id,
    })
    .execute();
  await setSeries(transaction, enqueue, document.id, seriesId);
}

/** The last thing a person said of a document's series, where it still holds. */
export function choiceInForce(db: Kysely<Tables>, documentId: number) {
  return db
    .selectFrom('counterpart_choice')
    .innerJoin('document', (join) =>
      join
        .onRef('document.id', '=', 'counterpart_choice.document_id')
        .onRef('document.series_id', '=', 'counterpart_choice.series_id'),
    )
    .where('counterpart_choice.document_id', '=', documentId)
    .where('counterpart_choice.undone_at', 'is', null)
    .orderBy('counterpart_choice.id', 'desc')
    .limit(1);
}

/** Locked, and with it its meeting, so that two documents do not take one series at once. Throws `not_found`. */
export async function lockEditable(
  transaction: Transaction<Tables>,
  official: Official,
  id: number,
): Promise<EditableDocument> {
  const document = await editableDocuments(transaction, official)
    .select(['document.id', 'document.series_id as seriesId', 'document.meeting_id as meetingId'])
    .select(['meeting.committee_id as committeeId', paperYear.as('fiscalYear'), 'document.edition'])
    .where('document.id', '=', id)
    .forUpdate(['meeting', 'document'])
    .executeTakeFirst();
  if (!document) throw new DomainError('not_found');
  return document;
}

/** A series has one document a meeting. Throws `series_taken`, and `not_found` for another committee's. */
export async function refuseTakenSeries(
  transaction: Transaction<Tables>,
  document: EditableDocument,
  seriesId: number,
): Promise<void> {
  const series = await transaction
    .selectFrom('series')
    .select('id')
    .where('id', '=', seriesId)
    .where('committee_id', '=', document.committeeId)
    .executeTakeFirst();
  if (!series) throw new DomainError('not_found');
  const other = await transaction
    .selectFrom('document')
    .select('title')
    .where('series_id', '=', seriesId)
    .where('meeting_id', '=', document.meetingId)
    .where('id', '<>', document.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (other) throw new DomainError('series_taken', other.title);
}

async function setSeries(
  transaction: Transaction<Tables>,
  enqueue: Enqueue<DocumentJobs>,
  documentId: number,
  seriesId: number,
): Promise<void> {
  await transaction
    .updateTable('document')
    .set({ series_id: seriesId, edition: sql`edition + 1` })
    .where('id', '=', documentId)
    .execute();
  await followSeries(transaction, enqueue, documentId);
}

/** Has the document compared with the papers of its series as they stand now. */
export async function followSeries(
  transaction: Transaction<Tables>,
  enqueue: Enqueue<DocumentJobs>,
  documentId: number,
): Promise<void> {
  await enqueue('follow-series', { documentId }, { transaction, singletonKey: String(documentId) });
}
