import type { Kysely } from 'kysely';
import type { BesideChoice, Document, Page } from '../../../contract/documents.ts';
import { fiscalYearOf } from '../../../domain/japanese/fiscal-year.ts';
import { editableDocuments } from '../../access/editable.ts';
import { readableDocuments, readableRevisions } from '../../access/readable.ts';
import { chooseShown, listRevisions } from '../../access/shown-revision.ts';
import type { Official, Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { choiceInForce } from './choose-counterpart.ts';

/** The document with one revision: the one asked for, else the newest this viewer may see. Null where there is none. */
export async function findDocument(
  db: Kysely<Tables>,
  viewer: Viewer,
  id: number,
  revisionId: number | undefined,
): Promise<Document | null> {
  const document = await readableDocuments(db, viewer)
    .select(['document.id', 'document.kind', 'document.number', 'document.title', 'document.series_id as seriesId'])
    .select(['meeting.id as meetingId', 'meeting.title as meetingTitle', 'meeting.held_on as heldOn'])
    .select('meeting.committee_id as committeeId')
    .where('document.id', '=', id)
    .executeTakeFirst();
  if (!document) return null;
  const revisions = await listRevisions(db, viewer, id);
  if (revisions.length === 0) return null;
  const newest = chooseShown(viewer, revisions);
  const revision = revisionId === undefined ? newest : revisions.find((candidate) => candidate.id === revisionId);
  if (!revision) return null;
  const place = viewer.member ? await findReadingPlace(db, viewer.member.id, id) : null;
  const seen = revisions.find((candidate) => candidate.id === place?.revisionId);
  return {
    ...document,
    fiscalYear: fiscalYearOf(document.heldOn),
    revision,
    newestRevisionId: newest.id,
    revisions,
    pages: await listPages(db, revision.id),
    outline: await findOutline(db, revision.id),
    readingPlace: place?.page ?? null,
    seenRevisionId: seen && seen.number < revision.number ? seen.id : null,
    seriesChosen: Boolean(await choiceInForce(db, id).select('counterpart_choice.id').executeTakeFirst()),
    editable: viewer.official ? await mayEdit(db, viewer.official, id) : false,
    beside: await listBeside(db, viewer, document),
  };
}

async function mayEdit(db: Kysely<Tables>, official: Official, id: number): Promise<boolean> {
  const row = await editableDocuments(db, official)
    .select('document.id')
    .where('document.id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

async function listPages(db: Kysely<Tables>, revisionId: number): Promise<Page[]> {
  return db
    .selectFrom('page')
    .select(['number', 'width', 'height', 'label', 'scanned'])
    .where('revision_id', '=', revisionId)
    .orderBy('number')
    .execute();
}

async function findOutline(db: Kysely<Tables>, revisionId: number) {
  const row = await db.selectFrom('revision').select('outline').where('id', '=', revisionId).executeTakeFirstOrThrow();
  return row.outline;
}

async function findReadingPlace(db: Kysely<Tables>, memberId: number, documentId: number) {
  return db
    .selectFrom('reading_place')
    .select(['page', 'revision_id as revisionId'])
    .where('member_id', '=', memberId)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
}

async function listBeside(
  db: Kysely<Tables>,
  viewer: Viewer,
  document: { id: number; committeeId: number; seriesId: number },
): Promise<BesideChoice[]> {
  const rows = await readableDocuments(db, viewer)
    .select(['document.id as documentId', 'document.kind', 'document.number', 'document.title', 'document.series_id'])
    .select(['meeting.id as meetingId', 'meeting.title as meetingTitle', 'meeting.held_on as heldOn'])
    .where('meeting.committee_id', '=', document.committeeId)
    .where('document.id', '<>', document.id)
    .orderBy('meeting.held_on', 'desc')
    .orderBy('document.position')
    .execute();
  const choices = rows.map(({ series_id, ...row }) => ({
    ...row,
    fiscalYear: fiscalYearOf(row.heldOn),
    sameSeries: series_id === document.seriesId,
  }));
  return [...choices.filter((choice) => choice.sameSeries), ...choices.filter((choice) => !choice.sameSeries)];
}

/** A page of a revision that this viewer may see. */
export function readablePage(db: Kysely<Tables>, viewer: Viewer, revisionId: number, page: number) {
  return readableRevisions(db, viewer)
    .innerJoin('page', 'page.revision_id', 'revision.id')
    .where('revision.id', '=', revisionId)
    .where('page.number', '=', page);
}

export async function findFile(db: Kysely<Tables>, viewer: Viewer, revisionId: number) {
  return readableRevisions(db, viewer)
    .select(['revision.sha256', 'revision.file_name as fileName', 'revision.byte_size as byteSize'])
    .where('revision.id', '=', revisionId)
    .executeTakeFirst();
}
