import { type Kysely, sql } from 'kysely';
import type { DocumentKind } from '../../../domain/meetings/document.ts';
import { gramsOfWord, isOneGram } from '../../../domain/search/grams.ts';
import { mostCounted, type Query } from '../../../domain/search/query.ts';
import { paperYear } from '../../access/paper-year.ts';
import { readableRevisions } from '../../access/readable.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

/** What a search is narrowed to; nothing: everything that the viewer may read. */
export interface Narrowing {
  readonly committee?: number | undefined;
  /** The fiscal year that the paper is of. */
  readonly year?: number | undefined;
  readonly kind?: DocumentKind | undefined;
}

export interface PagePlace {
  readonly revisionId: number;
  readonly page: number;
}

/** Pages looked at in one go; those that hold the grams but not the words are few. */
const batch = 200;

/** Of each readable document the newest version that is ready: what search and its counts know, and nothing else. */
export async function listSearchedRevisions(
  db: Kysely<Tables>,
  viewer: Viewer,
  { committee, year, kind }: Narrowing = {},
): Promise<number[]> {
  const rows = await readableRevisions(db, viewer)
    .select('revision.id')
    .distinctOn('revision.document_id')
    .where('revision.state', '=', 'ready')
    .$if(committee !== undefined, (query) => query.where('meeting.committee_id', '=', committee!))
    .$if(year !== undefined, (query) => query.where(paperYear, '=', year!))
    .$if(kind !== undefined, (query) => query.where('document.kind', '=', kind!))
    .orderBy('revision.document_id')
    .orderBy('revision.number', 'desc')
    .execute();
  return rows.map(({ id }) => id);
}

/** The pages that hold all words, newest versions first, at most `limit` after a place. */
export async function findPages(
  db: Kysely<Tables>,
  revisionIds: readonly number[],
  query: Query,
  { limit, after = null }: { limit: number; after?: PagePlace | null },
): Promise<PagePlace[]> {
  const found: PagePlace[] = [];
  for (let last = after; found.length < limit; ) {
    const candidates = await selectCandidates(db, revisionIds, query, last).limit(batch).execute();
    found.push(...candidates.filter(({ holds }) => holds));
    last = candidates.at(-1) ?? null;
    if (candidates.length < batch) break;
  }
  return found.slice(0, limit).map(({ revisionId, page }) => ({ revisionId, page }));
}

/** How many pages hold all words, at most `mostCounted`. */
export async function countPages(db: Kysely<Tables>, revisionIds: readonly number[], query: Query): Promise<number> {
  const { count } = await db
    .selectFrom(
      pagesWithGrams(db, revisionIds, query).select('page').where(holdsAll(query)).limit(mostCounted).as('held'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function selectCandidates(db: Kysely<Tables>, revisionIds: readonly number[], query: Query, after: PagePlace | null) {
  return pagesWithGrams(db, revisionIds, query)
    .select(['revision_id as revisionId', 'page', holdsAll(query).as('holds')])
    .$if(after !== null, (rows) =>
      rows.where((eb) =>
        eb.or([
          eb('revision_id', '<', after!.revisionId),
          eb.and([eb('revision_id', '=', after!.revisionId), eb('page', '>', after!.page)]),
        ]),
      ),
    )
    .orderBy('revision_id', 'desc')
    .orderBy('page');
}

function pagesWithGrams(db: Kysely<Tables>, revisionIds: readonly number[], query: Query) {
  const grams = [...new Set(query.flatMap(gramsOfWord))];
  return db
    .selectFrom('page_search')
    .where(sql<boolean>`grams @> ${sql.val(grams)}::int4[]`)
    .where(sql<boolean>`revision_id = any(${sql.val(revisionIds)}::int4[])`);
}

/** The text of a page is read only for words that their grams do not tell whole. */
function holdsAll(query: Query) {
  const words = query.filter((word) => !isOneGram(word));
  if (words.length === 0) return sql<boolean>`true`;
  return sql<boolean>`${sql.join(
    words.map((word) => sql`position(${word} in text) > 0`),
    sql` and `,
  )}`;
}
