import type { Kysely } from 'kysely';
import { joinLines } from '../../../domain/search/find-hits.ts';
import { gramsOfText } from '../../../domain/search/grams.ts';
import { searchVersion } from '../../../domain/search/search-version.ts';
import { pageLines } from '../../access/page-lines.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { SearchJobs } from './jobs.ts';

/** Pages a statement: few enough that other work comes between. */
const batch = 50;

/** Makes the pages of a ready revision findable. Done twice, or interrupted and begun anew, it shows once. */
export async function indexRevision(db: Kysely<Tables>, { revisionId }: { revisionId: number }): Promise<void> {
  const revision = await unindexed(db).where('id', '=', revisionId).executeTakeFirst();
  if (!revision) return;
  const pages = await db
    .selectFrom('page')
    .select('number')
    .where('revision_id', '=', revisionId)
    .orderBy('number')
    .execute();
  for (let start = 0; start < pages.length; start += batch) {
    const numbers = pages.slice(start, start + batch).map(({ number }) => number);
    await indexPages(db, revisionId, numbers);
  }
  await db.updateTable('revision').set({ search_version: searchVersion }).where('id', '=', revisionId).execute();
}

async function indexPages(db: Kysely<Tables>, revisionId: number, numbers: readonly number[]): Promise<void> {
  const pages = await db
    .selectFrom('page')
    .select(['number', pageLines.as('lines')])
    .where('revision_id', '=', revisionId)
    .where('number', 'in', numbers)
    .execute();
  const rows = pages.map(({ number, lines }) => {
    const { text } = joinLines(lines.map((line) => line.text));
    return { revision_id: revisionId, page: number, text, grams: gramsOfText(text) };
  });
  await db
    .insertInto('page_search')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['revision_id', 'page'])
        .doUpdateSet((eb) => ({ text: eb.ref('excluded.text'), grams: eb.ref('excluded.grams') })),
    )
    .execute();
}

/** What an older portal, another folding or a restart left undone; newest first. */
export async function planIndexing(db: Kysely<Tables>, enqueue: Enqueue<SearchJobs>): Promise<void> {
  for (const { id } of await unindexed(db).orderBy('id', 'desc').execute())
    await enqueue('index-revision', { revisionId: id }, { singletonKey: String(id) });
}

function unindexed(db: Kysely<Tables>) {
  return db
    .selectFrom('revision')
    .select('id')
    .where('state', '=', 'ready')
    .where((eb) => eb.or([eb('search_version', 'is', null), eb('search_version', '<>', searchVersion)]));
}
