import { type Kysely, sql, type Transaction } from 'kysely';
import { comparisonVersion } from '../../../domain/pages/comparison/comparison-version.ts';
import { readerVersion } from '../../../domain/pages/entries/reader-version.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { listCorrections } from './corrections.ts';
import { readPaperEntries } from './paper-entries.ts';
import { type CompareAnswer, compareInWorker, type PageLines, pageKey } from './run-worker.ts';

interface Needs {
  db: Kysely<Tables>;
  files: Files;
}

interface Work {
  comparisonId: number;
}

/** Rows an insert. */
const batch = 20;

/** Computes a comparison and stores it in one step in place of the one before. Done twice, it shows once. */
export async function compareRevisions(
  { db, files }: Needs,
  { comparisonId }: Work,
  signal: AbortSignal,
): Promise<void> {
  const comparison = await db
    .selectFrom('comparison')
    .innerJoin('revision as older', 'older.id', 'comparison.older_revision_id')
    .innerJoin('revision as newer', 'newer.id', 'comparison.newer_revision_id')
    .select(['comparison.years_apart', 'older.document_id as olderDocument', 'newer.document_id as newerDocument'])
    .select(['comparison.older_revision_id as older', 'comparison.newer_revision_id as newer'])
    .where('comparison.id', '=', comparisonId)
    .where('comparison.state', 'in', ['waiting', 'processing'])
    .executeTakeFirst();
  if (!comparison) return;
  await db.updateTable('comparison').set({ state: 'processing' }).where('id', '=', comparisonId).execute();
  const { olderDocument, newerDocument } = comparison;
  const corrections = await listCorrections(db, olderDocument, newerDocument);
  const answer = await compareInWorker(
    {
      older: await readPaperEntries({ db, files }, comparison.older, signal),
      newer: await readPaperEntries({ db, files }, comparison.newer, signal),
      yearsApart: comparison.years_apart,
      revisions: olderDocument === newerDocument,
      corrections: corrections.map(({ id, correction }) => ({ id, ...correction })),
      stored: new Set((await storedPages(db, comparisonId)).map(pageKey)),
    },
    signal,
  );
  await store({ db, files }, comparisonId, answer);
}

/** The last attempt failed too: whoever waits is told; the pages can be read side by side all the same. */
export async function giveUpComparison(db: Kysely<Tables>, { comparisonId }: Work): Promise<void> {
  const failure = '昨年との対応を調べられませんでした。ページの順に並べて表示しています。';
  await db
    .updateTable('comparison')
    .set({ state: 'failed', failure })
    .where('id', '=', comparisonId)
    .where('state', 'in', ['waiting', 'processing'])
    .execute();
}

async function store({ db, files }: Needs, id: number, answer: CompareAnswer): Promise<void> {
  const changes = await files.put(Buffer.from(answer.changes));
  const hindrances = await files.put(Buffer.from(answer.hindrances));
  await db.transaction().execute(async (transaction) => {
    // another attempt of the same job waits here, then finds its work done
    const wanted = await transaction
      .selectFrom('comparison')
      .select('id')
      .where('id', '=', id)
      .where('state', '=', 'processing')
      .forUpdate()
      .executeTakeFirst();
    if (!wanted) return;
    await replacePages(transaction, id, answer.lines);
    await transaction
      .updateTable('comparison')
      .set({
        state: 'ready',
        failure: null,
        ...{ engine_version: comparisonVersion, reader_version: readerVersion },
        computed_at: new Date(),
        pages: JSON.stringify(answer.pages),
        counts: JSON.stringify(answer.counts),
        changes_sha256: changes.sha256,
        hindrances_sha256: hindrances.sha256,
        unread: JSON.stringify(answer.unread),
      })
      .where('id', '=', id)
      .execute();
  });
}

/** Writes the pages that have become others: a correction changes a few of hundreds. */
async function replacePages(transaction: Transaction<Tables>, id: number, pages: readonly PageLines[]): Promise<void> {
  const stored = await storedPages(transaction, id);
  const [before, after] = [new Set(stored.map(pageKey)), new Set(pages.map(pageKey))];
  const gone = stored.filter((page) => !after.has(pageKey(page)));
  await sql`
    delete from comparison_page
    using unnest(${gone.map(({ side }) => side)}::text[], ${gone.map(({ page }) => page)}::int[]) as gone (side, page)
    where comparison_id = ${id} and comparison_page.side = gone.side and comparison_page.page = gone.page
  `.execute(transaction);
  const fresh = pages.filter((page) => !before.has(pageKey(page)));
  for (let start = 0; start < fresh.length; start += batch) {
    const rows = fresh.slice(start, start + batch).map(({ side, page, json, sha256 }) => {
      // another attempt has stored other pages meanwhile: the next one finds these
      if (json === null) throw new Error(`page ${page} of comparison ${id} is no longer stored`);
      return { comparison_id: id, side, page, lines: json, sha256 };
    });
    await transaction.insertInto('comparison_page').values(rows).execute();
  }
}

const storedPages = (db: Kysely<Tables>, id: number) =>
  db.selectFrom('comparison_page').select(['side', 'page', 'sha256']).where('comparison_id', '=', id).execute();
