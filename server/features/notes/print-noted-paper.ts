import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Note } from '../../../contract/notes.ts';
import { documentName } from '../../../domain/meetings/document.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import type { NoteContent } from '../../../domain/notes/note.ts';
import { movedContent } from '../../../domain/notes/place-notes.ts';
import { readableDocuments, readableRevisions } from '../../access/readable.ts';
import type { MemberViewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { layOver } from '../../pdf/lay-over.ts';
import { type NotedSheet, printNotes } from '../../print/print-notes.ts';
import { listDocumentNotes } from './list-document-notes.ts';

/** Bytes of all versions that are needed. */
const largest = 200 * 1024 * 1024;
let printing: Promise<unknown> = Promise.resolve();

/**
 * A paper with the member's notes drawn on its pages, in the version asked for, else the one that is shown. Notes without a place in it follow
 * on the pages of the version they were written on. Throws `not_found` (also where nothing was written) and `papers_too_large`.
 */
export async function printNotedPaper(
  { db, files }: { db: Kysely<Tables>; files: Files },
  member: MemberViewer,
  documentId: number,
  asked: number | undefined,
): Promise<{ name: string; pdf: Buffer }> {
  const { revisionId, notes } = await listDocumentNotes(db, member, documentId, asked);
  const paper = await findPaper(db, member, documentId);
  const pages = await gatherPages(db, notes, revisionId, new Set(paper.files.keys()));
  if (pages.length === 0) throw new DomainError('not_found');
  const needed = [...new Set([revisionId, ...pages.map((page) => page.revisionId)])].map((id) => paper.files.get(id)!);
  if (needed.reduce((sum, { bytes }) => sum + bytes, 0) > largest) throw new DomainError('papers_too_large');
  // one at a time, whatever becomes of it
  const made = printing.then(() => drawn(files, paper, revisionId, pages));
  printing = made.catch(() => undefined);
  return { name: paper.name, pdf: await made };
}

interface Paper {
  readonly name: string;
  /** By revision. */
  readonly files: ReadonlyMap<number, { sha256: string; bytes: number; pageCount: number }>;
}

async function findPaper(db: Kysely<Tables>, member: MemberViewer, documentId: number): Promise<Paper> {
  const viewer = { official: null, member };
  const document = await readableDocuments(db, viewer)
    .select(['document.kind', 'document.number', 'document.title'])
    .where('document.id', '=', documentId)
    .executeTakeFirstOrThrow();
  const revisions = await readableRevisions(db, viewer)
    .select(['revision.id', 'revision.sha256', 'revision.byte_size', 'revision.page_count'])
    .where('revision.document_id', '=', documentId)
    .execute();
  return {
    name: documentName(document),
    files: new Map(
      revisions.map(({ id, sha256, byte_size, page_count }) => [
        id,
        { sha256, bytes: Number(byte_size), pageCount: page_count ?? 0 },
      ]),
    ),
  };
}

interface WrittenPage extends NotedSheet {
  readonly revisionId: number;
  readonly number: number;
}

/** The pages that bear notes: those of this version in its order, then those of others. */
async function gatherPages(
  db: Kysely<Tables>,
  notes: readonly Note[],
  revisionId: number,
  readable: ReadonlySet<number>,
): Promise<WrittenPage[]> {
  const placed = notes.map(({ placement, content, ...note }) => ({
    revisionId: placement ? revisionId : note.revisionId,
    number: placement?.page ?? note.page,
    content: (placement ? movedContent(content, placement) : content) as NoteContent,
  }));
  const found: WrittenPage[] = [];
  for (const [version, written] of Map.groupBy(placed, (note) => note.revisionId)) {
    if (!readable.has(version)) continue;
    const isOther = version !== revisionId;
    const numbers = [...new Set(written.map(({ number }) => number))];
    const pages = await db
      .selectFrom('page')
      .select(['number', 'label', 'width', 'height'])
      .where('revision_id', '=', version)
      .where('number', 'in', numbers)
      .orderBy('number')
      .execute();
    const sheets = pages.map(({ number, label, width, height }) => ({
      ...{ revisionId: version, number, width, height },
      name: `${isOther ? '前の版の' : ''}${pageName({ number, label })}`,
      remark: isOther ? '前の版のページです。書いた行が、いまの版に見つかりません。' : '',
      contents: written.filter((note) => note.number === number).map(({ content }) => content),
    }));
    if (isOther) found.push(...sheets);
    else found.unshift(...sheets);
  }
  return found;
}

async function drawn(files: Files, paper: Paper, revisionId: number, pages: readonly WrittenPage[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-notes-'));
  try {
    const overlay = join(folder, 'notes.pdf');
    await writeFile(overlay, await printNotes(paper.name, pages));
    const pathOf = (revision: number) => files.path(paper.files.get(revision)!.sha256);
    const others = pages.filter((page) => page.revisionId !== revisionId);
    const { pageCount } = paper.files.get(revisionId)!;
    return await layOver({
      ...{ base: await pathOf(revisionId), overlay },
      further: await Promise.all(
        others.map(async (page) => ({ path: await pathOf(page.revisionId), page: page.number })),
      ),
      onto: pages.map((page) => (page.revisionId === revisionId ? page.number : pageCount + 1 + others.indexOf(page))),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
