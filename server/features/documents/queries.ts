import type { Kysely } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { BesideChoice, Document, PageText } from '../../../contract/documents.ts';
import { pdfNameOf } from '../../../domain/meetings/office-format.ts';
import { compiledQuery } from '../../access/compiled-query.ts';
import { editableDocuments } from '../../access/editable.ts';
import { isRecognised, pageLines } from '../../access/page-lines.ts';
import { paperYear } from '../../access/paper-year.ts';
import { readableDocuments } from '../../access/readable.ts';
import { chooseShown, pictureNameOf, revisionState, selectRevisions } from '../../access/shown-revision.ts';
import { anyone, type Official, type Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { choiceInForce } from './choose-counterpart.ts';

/** The document with one revision: the one asked for, else the newest this viewer may see. Null where there is none. */
export async function findDocument(
  db: Kysely<Tables>,
  viewer: Viewer,
  id: number,
  revisionId: number | undefined,
): Promise<Document | null> {
  const row = await askForDocument(db, viewer, id);
  if (!row || row.revisions.length === 0) return null;
  const { place, beside, chosen, ...document } = row;
  const revisions = row.revisions.map(revisionState);
  const newest = chooseShown(viewer, revisions);
  const revision = revisionId === undefined ? newest : revisions.find((candidate) => candidate.id === revisionId);
  if (!revision) return null;
  const seen = revisions.find((candidate) => candidate.id === place?.revisionId);
  const content = await askForContent(db, anyone, revision.id);
  return {
    ...document,
    revision,
    newestRevisionId: newest.id,
    revisions,
    outline: content!.outline,
    pages: content!.pages,
    readingPlace: place?.page ?? null,
    seenRevisionId: seen && seen.number < revision.number ? seen.id : null,
    seriesChosen: chosen !== null,
    editable: Boolean(document.editable),
    beside: orderBeside(beside, document.seriesId),
  };
}

/** All of a document but its pages, at one question. */
function selectDocument(db: Kysely<Tables>, viewer: Viewer, id: number) {
  const { official, member } = viewer;
  return readableDocuments(db, viewer)
    .select(['document.id', 'document.kind', 'document.number', 'document.title', 'document.series_id as seriesId'])
    .select(['meeting.id as meetingId', 'meeting.title as meetingTitle', 'meeting.held_on as heldOn'])
    .select(['meeting.committee_id as committeeId', paperYear.as('fiscalYear')])
    .select((eb) => [
      jsonArrayFrom(selectRevisions(db, viewer).where('revision.document_id', '=', id)).as('revisions'),
      jsonObjectFrom(
        eb
          .selectFrom('reading_place')
          .select(['page', 'revision_id as revisionId'])
          .where('member_id', '=', member?.id ?? 0)
          .where('document_id', '=', id),
      ).as('place'),
      choiceInForce(db, id).select('counterpart_choice.id').as('chosen'),
      official
        ? eb.exists(editableDocuments(db, official).select('document.id').where('document.id', '=', id)).as('editable')
        : eb.lit(false).as('editable'),
      jsonArrayFrom(selectBeside(db, viewer, id)).as('beside'),
    ])
    .where('document.id', '=', id);
}

const askForDocument = compiledQuery(selectDocument);

/** Who asks may read the revision. */
const askForContent = compiledQuery((db, _, revisionId) =>
  db
    .selectFrom('revision')
    .select((eb) => [
      'outline',
      jsonArrayFrom(
        eb
          .selectFrom('page')
          .select(['number', 'width', 'height', 'label', 'scanned', 'problem', pictureNameOf('page').as('pictures')])
          .where('revision_id', '=', revisionId)
          .orderBy('number'),
      ).as('pages'),
    ])
    .where('id', '=', revisionId),
);

/** The documents of the same committee. */
function selectBeside(db: Kysely<Tables>, viewer: Viewer, id: number) {
  const committee = db
    .selectFrom('document')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .select('meeting.committee_id')
    .where('document.id', '=', id);
  return readableDocuments(db, viewer)
    .select(['document.id as documentId', 'document.kind', 'document.number', 'document.title'])
    .select(['document.series_id as seriesId', 'meeting.id as meetingId', 'meeting.title as meetingTitle'])
    .select(['meeting.held_on as heldOn', paperYear.as('fiscalYear')])
    .where('meeting.committee_id', '=', committee)
    .where('document.id', '<>', id)
    .orderBy(paperYear, 'desc')
    .orderBy('meeting.held_on', 'desc')
    .orderBy('document.position');
}

function orderBeside(
  rows: readonly (Omit<BesideChoice, 'sameSeries'> & { seriesId: number })[],
  ownSeries: number,
): BesideChoice[] {
  const choices = rows.map(({ seriesId, ...row }) => ({
    ...row,
    sameSeries: seriesId === ownSeries,
  }));
  return [...choices.filter((choice) => choice.sameSeries), ...choices.filter((choice) => !choice.sameSeries)];
}

/** The lines read from a page; null where it is not read yet. Who asks may read the revision. */
export async function findLines(db: Kysely<Tables>, revisionId: number, page: number): Promise<PageText | null> {
  const row = await db
    .selectFrom('page')
    .select([pageLines.as('lines'), isRecognised.as('isRecognised')])
    .where('revision_id', '=', revisionId)
    .where('number', '=', page)
    .executeTakeFirst();
  if (!row) return null;
  const lines = row.lines.map(({ text, box, vertical }) => ({ text, box: [...box], vertical }));
  return { lines, isRecognised: row.isRecognised };
}

/** The PDF; undefined while it is not made yet. Who asks may read the revision. */
export async function findFile(db: Kysely<Tables>, revisionId: number) {
  const file = await db
    .selectFrom('revision')
    .select(['sha256', 'file_name as fileName', 'byte_size as byteSize', 'original_sha256 as original'])
    .where('id', '=', revisionId)
    .executeTakeFirst();
  if (!file || file.original === file.sha256) return undefined;
  return file.original === null ? file : { ...file, fileName: pdfNameOf(file.fileName) };
}

/** The file of Word, Excel or PowerPoint that the PDF was made of, for those who may change it; undefined where there is none. */
export async function findOriginal(db: Kysely<Tables>, official: Official, revisionId: number) {
  return editableDocuments(db, official)
    .innerJoin('revision', 'revision.document_id', 'document.id')
    .select(['revision.original_sha256 as sha256', 'revision.file_name as fileName'])
    .where('revision.id', '=', revisionId)
    .where('revision.erased_at', 'is', null)
    .where('revision.original_sha256', 'is not', null)
    .$narrowType<{ sha256: string }>()
    .executeTakeFirst();
}
