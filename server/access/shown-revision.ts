import type { Kysely, Selectable } from 'kysely';
import type { RevisionState } from '../../contract/documents.ts';
import type { RevisionTable, Tables } from '../database/tables.ts';
import { readableRevisions } from './readable.ts';
import type { Viewer } from './viewer.ts';

/** The newest revision of each document that this viewer may see, by document id; a document without one is missing. */
export async function findShownRevisions(
  db: Kysely<Tables>,
  viewer: Viewer,
  documentIds: readonly number[],
): Promise<Map<number, RevisionState>> {
  if (documentIds.length === 0) return new Map();
  const rows = await selectRevisions(db, viewer)
    .where('revision.document_id', 'in', documentIds)
    .orderBy('revision.number', 'desc')
    .execute();
  const byDocument = Map.groupBy(rows, (row) => row.document_id);
  return new Map([...byDocument].map(([id, revisions]) => [id, chooseShown(viewer, revisions.map(revisionState))]));
}

/**
 * Of a document's revisions, newest first and not none, the one to show: the newest, but to a member not one that failed
 * after it was published while an earlier one can still be read.
 */
export function chooseShown(viewer: Viewer, revisions: readonly RevisionState[]): RevisionState {
  const readable = viewer.official ? undefined : revisions.find((revision) => revision.state !== 'failed');
  return readable ?? revisions[0]!;
}

/** Every revision of one document that this viewer may see, newest first. */
export async function listRevisions(db: Kysely<Tables>, viewer: Viewer, documentId: number): Promise<RevisionState[]> {
  const rows = await selectRevisions(db, viewer)
    .where('revision.document_id', '=', documentId)
    .orderBy('revision.number', 'desc')
    .execute();
  return rows.map(revisionState);
}

function selectRevisions(db: Kysely<Tables>, viewer: Viewer) {
  return readableRevisions(db, viewer)
    .selectAll('revision')
    .select((eb) =>
      eb
        .selectFrom('page')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('page.revision_id', '=', 'revision.id')
        .as('pagesDone'),
    );
}

function revisionState(row: Selectable<RevisionTable> & { pagesDone: number | null }): RevisionState {
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
    uploadedAt: row.uploaded_at.toISOString(),
  };
}
