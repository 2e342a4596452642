import type { Kysely } from 'kysely';
import type { DocumentNotes } from '../../../contract/notes.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { shownNotes } from '../../access/own-notes.ts';
import { readableDocuments } from '../../access/readable.ts';
import { chooseShown, listRevisions } from '../../access/shown-revision.ts';
import type { MemberViewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { findPages } from './noted-pages.ts';
import { placeInRevision } from './place-in-revision.ts';

/** A member's notes on a paper, as they stand in one version of it: the one asked for, else the one that is shown. Throws `not_found`. */
export async function listDocumentNotes(
  db: Kysely<Tables>,
  member: MemberViewer,
  documentId: number,
  revisionId: number | undefined,
): Promise<DocumentNotes> {
  const viewer = { official: null, member };
  const document = await readableDocuments(db, viewer)
    .select('document.id')
    .where('document.id', '=', documentId)
    .executeTakeFirst();
  const revisions = document ? await listRevisions(db, viewer, documentId) : [];
  if (revisions.length === 0) throw new DomainError('not_found');
  const asked = revisionId ?? chooseShown(viewer, revisions).id;
  if (!revisions.some(({ id }) => id === asked)) throw new DomainError('not_found');
  const rows = await shownNotes(db, member)
    .selectAll('note')
    .where('note.document_id', '=', documentId)
    .orderBy('note.written_at')
    .orderBy('note.id')
    .execute();
  const readable = new Set(revisions.map(({ id }) => id));
  const notes = await placeInRevision(db, rows, asked, readable);
  const lost = notes.filter(({ place, revisionId }) => place === 'unplaced' && readable.has(revisionId));
  const pages = await findPages(db, lost);
  return { revisionId: asked, notes, pages: pages.map(({ lines: _, ...page }) => page) };
}
