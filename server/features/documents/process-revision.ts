import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { keepMargins, readPageLabels } from '../../../domain/pages/page-labels/read-page-labels.ts';
import type { PageContent } from '../../../domain/pages/sheet/page-content.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import { type PdfDocument, type ProcessedPage, processPdf } from '../../pdf/process-pdf.ts';
import { pdfErrorSentences } from './pdf-sentences.ts';

interface Needs {
  db: Kysely<Tables>;
  files: Files;
}

interface Work {
  revisionId: number;
}

/** Seconds of processor time: a first page that takes longer waits for its turn, so that it holds up no other paper's. */
const firstPageSeconds = 4;
/** How often a paper may be interrupted by itself without coming further by a page. */
const mostInterruptions = 4;

/** Milliseconds in which a paper's own turn comes, where no others are before it. */
const turnComes = 60;

/**
 * Draws page 1 as soon as the file is there, of a paper that has to wait for its turn; whatever is wrong with the file is left to
 * processRevision to tell.
 */
export async function drawFirstPage({ db, files }: Needs, { revisionId }: Work, signal: AbortSignal): Promise<void> {
  await wait(turnComes, undefined, { signal });
  const revision = await findUnfinished(db, revisionId);
  if (revision?.state !== 'waiting' || (await listDonePages(db, revisionId)).has(1)) return;
  try {
    await processPdf(await files.path(revision.sha256), {
      only: [1],
      limits: { secondsPerStep: firstPageSeconds },
      signal,
      onDocument: (document) => updateDocumentFacts(db, revisionId, document),
      onPage: (page) => storePage({ db, files }, revisionId, page),
    });
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
  }
}

/**
 * Reads and draws every page that is not there yet. Pages are stored under their number and files under their content,
 * so doing it twice shows it once. A file that cannot be read becomes `failed` with a sentence for the uploader, and so
 * does one that is interrupted over and over; the server's own end counts for nothing.
 */
export async function processRevision({ db, files }: Needs, { revisionId }: Work, signal: AbortSignal): Promise<void> {
  const revision = await findUnfinished(db, revisionId);
  if (!revision) return;
  await db
    .updateTable('revision')
    .set({ state: 'processing' })
    .where('id', '=', revisionId)
    .where('state', '=', 'waiting')
    .execute();
  const margins = new Map<number, PageContent>();
  try {
    await processPdf(await files.path(revision.sha256), {
      skip: await listDonePages(db, revisionId),
      signal,
      onDocument: (document) => updateDocumentFacts(db, revisionId, document),
      onPage: async (page) => {
        await storePage({ db, files }, revisionId, page);
        margins.set(page.index, page.margins);
      },
    });
    await finishRevision({ db, files }, revisionId, margins);
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof PdfError && !error.retryable)
      return failRevision(db, revisionId, pdfErrorSentences[error.code]);
    if ((await countInterruption(db, revisionId, margins.size > 0)) >= mostInterruptions) {
      await failRevision(db, revisionId, pdfErrorSentences.interrupted);
    }
    throw error;
  }
}

/** How many there were in a row; one after which the paper came further begins anew. */
async function countInterruption(db: Kysely<Tables>, revisionId: number, cameFurther: boolean): Promise<number> {
  const { interruptions } = await db
    .updateTable('revision')
    .set(({ eb }) => ({ interruptions: cameFurther ? 1 : eb('interruptions', '+', 1) }))
    .where('id', '=', revisionId)
    .returning('interruptions')
    .executeTakeFirstOrThrow();
  return interruptions;
}

/** The queue itself gave up: the uploader is told, and may try again. */
export async function giveUpRevision(db: Kysely<Tables>, { revisionId }: Work): Promise<void> {
  await failRevision(db, revisionId, pdfErrorSentences.interrupted);
}

async function findUnfinished(db: Kysely<Tables>, revisionId: number) {
  return (
    db
      .selectFrom('revision')
      .select(['sha256', 'state'])
      .where('id', '=', revisionId)
      .where('state', 'in', ['waiting', 'processing'])
      // what is still to be made a PDF
      .where((eb) => eb.or([eb('original_sha256', 'is', null), eb('original_sha256', '<>', eb.ref('sha256'))]))
      .executeTakeFirst()
  );
}

async function listDonePages(db: Kysely<Tables>, revisionId: number): Promise<Set<number>> {
  const rows = await db.selectFrom('page').select('number').where('revision_id', '=', revisionId).execute();
  return new Set(rows.map((row) => row.number));
}

async function updateDocumentFacts(db: Kysely<Tables>, revisionId: number, document: PdfDocument): Promise<void> {
  await db
    .updateTable('revision')
    .set({ page_count: document.pageCount, outline: JSON.stringify(document.outline) })
    .set('is_incomplete', document.isIncomplete)
    .$if(document.unreadablePart !== null, (query) => query.set({ unreadable_part: document.unreadablePart }))
    .where('id', '=', revisionId)
    .execute();
}

async function storePage({ db, files }: Needs, revisionId: number, page: ProcessedPage) {
  const { content, pictures, text, lines, index, width, height, scanned, problem } = page;
  const [stored, large, small, quick] = await Promise.all([
    files.put(content),
    files.put(pictures.large.data),
    files.put(pictures.small.data),
    pictures.quick && files.put(pictures.quick.data),
  ]);
  await db
    .insertInto('page')
    .values({
      ...{ revision_id: revisionId, number: index, width, height, label: null, scanned, problem, text, lines },
      ...{ content_sha256: stored.sha256, large_sha256: large.sha256, small_sha256: small.sha256 },
      quick_sha256: quick?.sha256 ?? null,
    })
    .onConflict((conflict) => conflict.columns(['revision_id', 'number']).doNothing())
    .execute();
}

/**
 * Printed page numbers are known only once all pages are; with them the revision is ready, in one step. `margins` are of the
 * pages that were read just now, the others are read again.
 */
async function finishRevision({ db, files }: Needs, revisionId: number, margins: ReadonlyMap<number, PageContent>) {
  const pages = await db
    .selectFrom('page')
    .select(['number', 'content_sha256 as content', 'problem'])
    .where('revision_id', '=', revisionId)
    .orderBy('number')
    .execute();
  const revision = await db
    .selectFrom('revision')
    .select('page_count as pageCount')
    .where('id', '=', revisionId)
    .executeTakeFirstOrThrow();
  // tried again, and given up in the end, rather than left in preparation for ever
  if (pages.length !== revision.pageCount)
    throw new Error(`revision ${revisionId} has ${pages.length} pages of ${revision.pageCount}`);
  const problem = pages.every((page) => page.problem !== null) ? pages[0]!.problem : null;
  if (problem) return failRevision(db, revisionId, pdfErrorSentences[problem]);
  const known: PageContent[] = [];
  for (const page of pages) {
    known.push(margins.get(page.number) ?? keepMargins(await readContent(files, page.content)));
  }
  const labels = readPageLabels(known);
  await db.transaction().execute(async (transaction) => {
    await sql`
      update page set label = printed.label
      from unnest(${pages.map((page) => page.number)}::int[], ${labels}::text[]) as printed (number, label)
      where page.revision_id = ${revisionId} and page.number = printed.number`.execute(transaction);
    await transaction
      .updateTable('revision')
      .set({ state: 'ready', failure: null })
      .where('id', '=', revisionId)
      .where('state', '=', 'processing')
      .execute();
  });
}

async function readContent(files: Files, sha256: string): Promise<PageContent> {
  return JSON.parse(gunzipSync(await buffer(files.open(sha256))).toString());
}

/** `failure` is a sentence for the uploader. */
export async function failRevision(db: Kysely<Tables>, revisionId: number, failure: string): Promise<void> {
  await db
    .updateTable('revision')
    .set({ state: 'failed', failure })
    .where('id', '=', revisionId)
    .where('state', 'in', ['waiting', 'processing'])
    .execute();
}
