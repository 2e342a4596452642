import type { Kysely } from 'kysely';
import { documentName } from '../../../domain/meetings/document.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { readableDocuments } from '../../access/readable.ts';
import { findShownRevisions } from '../../access/shown-revision.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { joinPdfs } from '../../pdf/join-pdfs.ts';

/** Bytes of all papers together. */
const largest = 200 * 1024 * 1024;
const keptCount = 3;
/** The newest joined ones by what is in them: a whole committee asks for the same. */
const kept = new Map<string, Promise<Buffer>>();
let joining: Promise<unknown> = Promise.resolve();

/**
 * All papers of a meeting that this viewer may read, in their order, as one PDF with a bookmark each. Throws `not_found`
 * where there are none, and `papers_too_large`.
 */
export async function joinPapers(db: Kysely<Tables>, files: Files, viewer: Viewer, meetingId: number) {
  const documents = await readableDocuments(db, viewer)
    .select(['document.id', 'document.kind', 'document.number', 'document.title', 'meeting.title as meeting'])
    .where('document.meeting_id', '=', meetingId)
    .where('document.kind', '<>', 'minutes')
    .orderBy('document.position')
    .orderBy('document.id')
    .execute();
  if (documents.length === 0) throw new DomainError('not_found');
  const shown = await findShownRevisions(
    db,
    viewer,
    documents.map(({ id }) => id),
  );
  const ids = documents.flatMap(({ id }) => shown.get(id)?.id ?? []);
  const revisions = await db
    .selectFrom('revision')
    .select(['id', 'sha256', 'byte_size'])
    .where('id', 'in', ids)
    .execute();
  if (revisions.reduce((sum, { byte_size }) => sum + Number(byte_size), 0) > largest)
    throw new DomainError('papers_too_large');
  const papers = documents.flatMap((document) => {
    const revision = revisions.find(({ id }) => id === shown.get(document.id)?.id);
    return revision ? [{ title: documentName(document), sha256: revision.sha256 }] : [];
  });
  return { title: documents[0]!.meeting, pdf: await joined(files, papers) };
}

function joined(files: Files, papers: readonly { title: string; sha256: string }[]): Promise<Buffer> {
  const key = JSON.stringify(papers);
  const known = kept.get(key);
  if (known) return known;
  const made = joining.then(async () =>
    joinPdfs(await Promise.all(papers.map(async ({ title, sha256 }) => ({ title, path: await files.path(sha256) })))),
  );
  // one at a time, whatever becomes of it
  joining = made.catch(() => undefined);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  for (const old of [...kept.keys()].slice(0, -keptCount)) kept.delete(old);
  return made;
}
