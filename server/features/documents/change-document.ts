import type { Kysely, Transaction } from 'kysely';
import type { DocumentChange } from '../../../contract/documents.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableMeetings, requireEdition } from '../../access/editable.ts';
import { paperYear } from '../../access/paper-year.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import { insertSeries } from './add-document.ts';
import { followSeries, lockEditable, moveToSeries, refuseTakenSeries } from './choose-counterpart.ts';
import type { DocumentJobs } from './jobs.ts';
import { settleYear } from './settle-year.ts';

/** Kind, number, title, place in the agenda, openness, year, and the series it goes on. Throws `series_taken`, and `changed_elsewhere` where it was changed since `input.edition` was read. */
export async function updateDocument(
  db: Kysely<Tables>,
  enqueue: Enqueue<DocumentJobs>,
  official: Official,
  id: number,
  input: DocumentChange,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const document = await lockEditable(transaction, official, id);
    requireEdition(document, input.edition);
    await refuseForeignAgendaItem(transaction, document.meetingId, input.agendaItemId);
    const seriesId = input.seriesId ?? (await insertSeries(transaction, document.committeeId, input.title.trim()));
    await moveToSeries(transaction, enqueue, official, document, seriesId);
    await transaction
      .updateTable('document')
      .set({
        kind: input.kind,
        number: input.number.trim(),
        title: input.title.trim(),
        name_source: 'official',
        other_name: null,
        openness: input.openness,
        agenda_item_id: input.agendaItemId,
        edition: input.edition + 1,
      })
      .where('id', '=', id)
      .execute();
    await changeYear(transaction, id, input.fiscalYear);
    const year = await findYear(transaction, id);
    if (year !== document.fiscalYear) await followSeries(transaction, enqueue, id);
    await recordAct(transaction, official, 'document-changed', { document: id });
  });
}

/** What an official says of the year holds until it is taken back with null; then title and first page are asked again. */
async function changeYear(transaction: Transaction<Tables>, id: number, year: number | null | undefined) {
  if (year !== undefined)
    await transaction
      .updateTable('document')
      .set({ fiscal_year: year, fiscal_year_source: year === null ? null : 'official' })
      .where('id', '=', id)
      .execute();
  await settleYear(transaction, id);
}

async function findYear(transaction: Transaction<Tables>, id: number): Promise<number> {
  const row = await transaction
    .selectFrom('document')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .select(paperYear.as('year'))
    .where('document.id', '=', id)
    .executeTakeFirstOrThrow();
  return row.year;
}

/** Takes the document out of the meeting; its revisions stay, and `restoreDocument` brings it back. */
export async function withdrawDocument(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lockEditable(transaction, official, id);
    await transaction.updateTable('document').set({ withdrawn_at: new Date() }).where('id', '=', id).execute();
    await recordAct(transaction, official, 'document-withdrawn', { document: id });
  });
}

/** Throws `series_taken` where another document has taken its series meanwhile. */
export async function restoreDocument(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const document = await lockEditable(transaction, official, id);
    await refuseWithoutRevision(transaction, id);
    await refuseTakenSeries(transaction, document, document.seriesId);
    await transaction.updateTable('document').set({ withdrawn_at: null }).where('id', '=', id).execute();
    await recordAct(transaction, official, 'document-restored', { document: id });
  });
}

/** All that it had was taken back for good. Throws `not_found`. */
async function refuseWithoutRevision(transaction: Transaction<Tables>, id: number): Promise<void> {
  const revision = await transaction
    .selectFrom('revision')
    .select('id')
    .where('document_id', '=', id)
    .where('taken_back_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!revision) throw new DomainError('not_found');
}

/** Puts the meeting's documents in this order; any that are not named follow. */
export async function orderDocuments(db: Kysely<Tables>, official: Official, meetingId: number, ids: number[]) {
  await db.transaction().execute(async (transaction) => {
    const meeting = await editableMeetings(transaction, official)
      .select('meeting.id')
      .where('meeting.id', '=', meetingId)
      .forUpdate()
      .executeTakeFirst();
    if (!meeting) throw new DomainError('not_found');
    const present = await transaction
      .selectFrom('document')
      .select('id')
      .where('meeting_id', '=', meetingId)
      .orderBy('position')
      .orderBy('id')
      .execute();
    const others = present.map((document) => document.id).filter((id) => !ids.includes(id));
    for (const [position, id] of [...new Set(ids), ...others].entries()) {
      await transaction
        .updateTable('document')
        .set({ position })
        .where('id', '=', id)
        .where('meeting_id', '=', meetingId)
        .execute();
    }
    await recordAct(transaction, official, 'documents-ordered', { meeting: meetingId });
  });
}

async function refuseForeignAgendaItem(transaction: Transaction<Tables>, meetingId: number, itemId: number | null) {
  if (itemId === null) return;
  const item = await transaction
    .selectFrom('agenda_item')
    .select('id')
    .where('id', '=', itemId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  if (!item) throw new DomainError('changed_elsewhere');
}
