import { type Kysely, sql } from 'kysely';
import type { DocumentKind } from '../../../domain/meetings/document.ts';
import { gramsOfWord, isToldByGrams } from '../../../domain/search/grams.ts';
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

/** Of words that more pages hold so many of the newest are read through: some of them come soon. */
const mostLookedThrough = 3_000;
const allPages = 2 ** 31 - 1;

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

/** The pages that hold all words, newest versions first, at most `limit` after a place, and of how many, up to `mostCounted`. */
export async function findPages(
  db: Kysely<Tables>,
  revisionIds: readonly number[],
  query: Query,
  { limit, after = null }: { limit: number; after?: PagePlace | null },
): Promise<FoundPages> {
  const asked = { revisionIds, query, limit, after };
  const listed = await listPages(db, asked, mostCounted);
  if (listed.count < mostCounted) return listed;
  const newest = await lookThrough(db, asked);
  const places = newest.length === limit ? newest : (await listPages(db, asked, allPages)).places;
  return { places, count: mostCounted };
}

interface FoundPages {
  readonly places: PagePlace[];
  readonly count: number;
}

interface Asked {
  readonly revisionIds: readonly number[];
  readonly query: Query;
  readonly limit: number;
  readonly after: PagePlace | null;
}

/** By the index of grams, of at most `most` pages that hold the words: the first after a place, and how many they are. */
async function listPages(db: Kysely<Tables>, { query, revisionIds, limit, after }: Asked, most: number) {
  const grams = sql.val([...new Set(query.flatMap(gramsOfWord))]);
  const untold = sql.val(query.filter((word) => !isToldByGrams(word)));
  const { rows } = await sql<{ count: number; places: [number, number][] }>`
    with held as materialized (
      select revision_id, page
      from pages_with_grams(${grams}::int4[], ${untold}::text[], ${sql.val(revisionIds)}::int4[], ${most})
    ), shown as (
      select revision_id, page from held where ${isBehind(after)} order by revision_id desc, page limit ${limit}
    )
    select (select count(*)::int from held) as count, (
      select coalesce(json_agg(json_build_array(revision_id, page) order by revision_id desc, page), '[]') from shown
    ) as places`.execute(db);
  const { count, places } = rows[0]!;
  return { count, places: places.map(([revisionId, page]) => ({ revisionId, page })) };
}

/** Those of the newest pages after a place that hold the words, without an index: the grams of a page cost more than its text. */
async function lookThrough(db: Kysely<Tables>, { query, revisionIds, limit, after }: Asked): Promise<PagePlace[]> {
  const newest = db
    .selectFrom('page_search')
    .select(['revision_id', 'page', 'text'])
    .where(sql<boolean>`revision_id = any(${sql.val(revisionIds)}::int4[])`)
    .where(isBehind(after))
    .orderBy('revision_id', 'desc')
    .orderBy('page')
    .limit(mostLookedThrough);
  return db
    .selectFrom(newest.as('newest'))
    .select(['revision_id as revisionId', 'page'])
    .where(
      sql<boolean>`${sql.join(
        query.map((word) => sql`position(${word} in text) > 0`),
        sql` and `,
      )}`,
    )
    .orderBy('revision_id', 'desc')
    .orderBy('page')
    .limit(limit)
    .execute();
}

const isBehind = (after: PagePlace | null) =>
  after === null
    ? sql<boolean>`true`
    : sql<boolean>`(revision_id < ${after.revisionId} or (revision_id = ${after.revisionId} and page > ${after.page}))`;
