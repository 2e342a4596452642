import { type Kysely, type Selectable, sql } from 'kysely';
import type { RevisionState } from '../../contract/documents.ts';
import type { RevisionTable } from '../database/revision-tables.ts';
import type { Tables } from '../database/tables.ts';
import { readableRevisions } from './readable.ts';
import type { Viewer } from './viewer.ts';

/** The newest revision of each document that this viewer may see, by document id; a document without one is missing. */
export async function findShownRevisions(
  db: Kysely<Tables>,
  viewer: Viewer,
  documentIds: readonly number[],
): Promise<Map<number, RevisionState>> {
  if (documentIds.length === 0) return new Map();
  return shownByDocument(
    viewer,
    await selectRevisions(db, viewer).where('revision.document_id', 'in', documentIds).execute(),
  );
}

/** Of the rows of selectRevisions, the one to show of each document, by its id. */
export function shownByDocument(
  viewer: Viewer,
  rows: readonly (Row & { document_id: number })[],
): Map<number, RevisionState> {
  const byDocument = Map.groupBy(rows, (row) => row.document_id);
  return new Map([...byDocument].map(([id, revisions]) => [id, chooseShown(viewer, revisions.map(revisionState))]));
}

/** Every revision of one document that this viewer may see, newest first. */
export async function listRevisions(db: Kysely<Tables>, viewer: Viewer, documentId: number): Promise<RevisionState[]> {
  const rows = await selectRevisions(db, viewer).where('revision.document_id', '=', documentId).execute();
  return rows.map(revisionState);
}

/**
 * Of a document's revisions, newest first and not none, the one to show: the newest, but to a member not one that failed
 * after it was published while an earlier one can still be read.
 */
export function chooseShown(viewer: Viewer, revisions: readonly RevisionState[]): RevisionState {
  const readable = viewer.official ? undefined : revisions.find((revision) => revision.state !== 'failed');
  return readable ?? revisions[0]!;
}

/** Revisions that this viewer may see, newest first: what revisionState takes. */
export function selectRevisions(db: Kysely<Tables>, viewer: Viewer) {
  return readableRevisions(db, viewer)
    .select(['revision.id', 'revision.document_id', 'revision.number', 'revision.state', 'revision.failure'])
    .select(['revision.page_count', 'revision.published_at', 'revision.file_name', 'revision.byte_size'])
    .select('revision.uploaded_at')
    .select((eb) => [
      eb
        .selectFrom('page')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('page.revision_id', '=', 'revision.id')
        .as('pagesDone'),
      eb
        .selectFrom('page')
        .select(pictureNameOf('page').as('name'))
        .whereRef('page.revision_id', '=', 'revision.id')
        .where('page.number', '=', 1)
        .as('cover'),
      (viewer.official ? blankPages : nobodys).as('blankPages'),
      (viewer.official ? conversion : sql<null>`null`).as('conversion'),
    ])
    .select(['revision.unreadable_part', 'revision.is_incomplete'])
    .orderBy('revision.number', 'desc');
}

const blankPages = sql<number[] | null>`array(
  select number from page where revision_id = revision.id and problem is not null order by number)`;

const conversion = sql<RevisionState['conversion']>`case
  when revision.original_sha256 is null then null when revision.original_sha256 = revision.sha256 then 'waiting' else 'done' end`;

const nobodys = sql<number[] | null>`null`;

/** A name of what the two pictures of a page hold: short enough for every page's to go with a document, too long to be guessed. */
export const pictureNameOf = (page: string) =>
  sql<string>`left(${sql.ref(`${page}.large_sha256`)}, 10) || left(${sql.ref(`${page}.small_sha256`)}, 6)
    || coalesce('-' || left(${sql.ref(`${page}.quick_sha256`)}, 6), '')`;

/** What of a text may be lost before it is told: less is a few lines that a damaged picture or a broken tool left. */
const tellingPart = 0.01;

type Row = Pick<Selectable<RevisionTable>, 'id' | 'number' | 'state' | 'failure' | 'page_count' | 'file_name'> & {
  byte_size: number;
  published_at: Date | string | null;
  uploaded_at: Date | string;
  pagesDone: number | null;
  unreadable_part: number | null;
  is_incomplete: boolean;
  /** Null where a member asks. */
  blankPages: number[] | null;
  cover: string | null;
  conversion: RevisionState['conversion'];
};

export function revisionState(row: Row): RevisionState {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    pageCount: row.page_count,
    pagesDone: Number(row.pagesDone),
    failure: row.failure,
    published: row.published_at !== null,
    fileName: row.file_name,
    byteSize: row.byte_size,
    uploadedAt: new Date(row.uploaded_at).toISOString(),
    cover: row.cover,
    conversion: row.conversion,
    loss: lossOf(row),
  };
}

function lossOf({ blankPages, unreadable_part: part, is_incomplete: isIncomplete }: Row): RevisionState['loss'] {
  if (blankPages === null) return null;
  const textPart = part !== null && part >= tellingPart ? part : 0;
  return blankPages.length > 0 || textPart > 0 || isIncomplete ? { blankPages, textPart, isIncomplete } : null;
}
