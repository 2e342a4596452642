import { buffer } from 'node:stream/consumers';
import type { Kysely } from 'kysely';
import { readerVersion } from '../../../domain/pages/entries/reader-version.ts';
import type { StoredDocument } from '../../../domain/pages/entries/stored-document.ts';
import type { UnreadPage } from '../../../domain/pages/results/account.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { runInThread } from '../../jobs/run-in-thread.ts';

interface Needs {
  db: Kysely<Tables>;
  files: Files;
}

/** What the thread that reads a paper is given. */
export interface PrintedPaper {
  /** A page each: PageContent as gzip JSON. */
  readonly contents: readonly Uint8Array[];
  readonly pageLabels: readonly (string | null)[];
}

/** What is kept of it: its entries, and the numbers that are in none of them. */
export interface StoredPaper extends StoredDocument {
  readonly unread: readonly UnreadPage[];
}

/** MiB: papers of 1,500 pages need half of it. */
const memory = 1_024;

/**
 * The entries of a revision's file, a StoredPaper as gzip JSON. A file is read once for every version of the reader, in a
 * thread beside the server's own. Throws the signal's reason where aborted.
 */
export async function readPaperEntries(needs: Needs, revisionId: number, signal: AbortSignal): Promise<Uint8Array> {
  const { db, files } = needs;
  const { sha256: file, entries } = await findEntries(db, revisionId);
  if (entries !== null) return buffer(files.open(entries));
  const thread = new URL('./read-entries-worker.ts', import.meta.url);
  const read = await runInThread<Uint8Array>(thread, await loadPaper(needs, revisionId), { signal, memory });
  const { sha256 } = await files.put(read);
  await db
    .insertInto('paper_entries')
    .values({ file_sha256: file, reader_version: readerVersion, entries_sha256: sha256 })
    // another job has read the same file meanwhile
    .onConflict((conflict) => conflict.columns(['file_sha256', 'reader_version']).doNothing())
    .execute();
  return read;
}

function findEntries(db: Kysely<Tables>, revisionId: number) {
  return db
    .selectFrom('revision')
    .leftJoin('paper_entries', (join) =>
      join
        .onRef('paper_entries.file_sha256', '=', 'revision.sha256')
        .on('paper_entries.reader_version', '=', readerVersion),
    )
    .select(['revision.sha256', 'paper_entries.entries_sha256 as entries'])
    .where('revision.id', '=', revisionId)
    .executeTakeFirstOrThrow();
}

async function loadPaper({ db, files }: Needs, revisionId: number): Promise<PrintedPaper> {
  const pages = await db
    .selectFrom('page')
    .select(['label', 'content_sha256 as content'])
    .where('revision_id', '=', revisionId)
    .orderBy('number')
    .execute();
  const contents: Uint8Array[] = [];
  for (const { content } of pages) contents.push(await buffer(files.open(content)));
  return { contents, pageLabels: pages.map(({ label }) => label) };
}
