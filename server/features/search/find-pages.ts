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

/** Pages whose text is read in one go. */
const batch = 200;
/** Words that stand on more pages than these come soon when one looks through the newest. */
const mostListed = 5_000;
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
): Promise<{ places: PagePlace[]; count: number }> {
  const some = await listCandidates(db, revisionIds, query, mostListed);
  const held = await countHeld(db, some, query);
  // grams that many pages hold, words that few do: every page is asked
  const isRare = some.length === mostListed && held < mostCounted;
  const listed = isRare ? await listCandidates(db, revisionIds, query, allPages) : some;
  const next =
    listed.length === mostListed
      ? (last: PagePlace | null) => lookThrough(db, revisionIds, query, last, Math.min(batch, limit))
      : (last: PagePlace | null) => readOn(db, listed, query, last);
  const places: PagePlace[] = [];
  for (let last = after; places.length < limit; ) {
    const looked = await next(last);
    places.push(...looked.filter(({ holds }) => holds));
    last = looked.at(-1) ?? null;
    if (last === null) break;
  }
  const count = isRare ? await countHeld(db, listed, query) : held;
  return { places: places.slice(0, limit).map(({ revisionId, page }) => ({ revisionId, page })), count };
}

interface Candidate extends PagePlace {
  readonly holds: boolean;
}

/** At most so many of the pages with all grams of the words, in the order in which they are shown. */
async function listCandidates(
  db: Kysely<Tables>,
  revisionIds: readonly number[],
  query: Query,
  most: number,
): Promise<PagePlace[]> {
  const { rows } = await sql<{ revision_id: number; page: number }>`
    select revision_id, page
    from pages_with_grams(${gramsOf(query)}::int4[], ${sql.val(revisionIds)}::int4[], ${most})`.execute(db);
  return rows
    .map((row) => ({ revisionId: row.revision_id, page: row.page }))
    .sort((one, other) => other.revisionId - one.revisionId || one.page - other.page);
}

/** The next of those that are listed. */
async function readOn(
  db: Kysely<Tables>,
  listed: readonly PagePlace[],
  query: Query,
  after: PagePlace | null,
): Promise<Candidate[]> {
  const from = after === null ? 0 : listed.findIndex((place) => isBehind(place, after));
  const some = from < 0 ? [] : listed.slice(from, from + batch);
  if (!needsText(query) || some.length === 0) return some.map((place) => ({ ...place, holds: true }));
  const rows = await pagesAt(db, some)
    .select(['page_search.revision_id as revisionId', 'page_search.page'])
    .where(holdsAll(query))
    .execute();
  const held = new Set(rows.map(({ revisionId, page }) => `${revisionId} ${page}`));
  return some.map((place) => ({ ...place, holds: held.has(`${place.revisionId} ${place.page}`) }));
}

/** The next pages that hold the grams, of words that stand on so many that some come soon. */
async function lookThrough(
  db: Kysely<Tables>,
  revisionIds: readonly number[],
  query: Query,
  after: PagePlace | null,
  limit: number,
): Promise<Candidate[]> {
  return db
    .selectFrom('page_search')
    .select(['revision_id as revisionId', 'page', holdsAll(query).as('holds')])
    .where(sql<boolean>`grams @> ${gramsOf(query)}::int4[]`)
    .where(sql<boolean>`revision_id = any(${sql.val(revisionIds)}::int4[])`)
    .$if(after !== null, (rows) =>
      rows.where((eb) =>
        eb.or([
          eb('revision_id', '<', after!.revisionId),
          eb.and([eb('revision_id', '=', after!.revisionId), eb('page', '>', after!.page)]),
        ]),
      ),
    )
    .orderBy('revision_id', 'desc')
    .orderBy('page')
    .limit(limit)
    .execute();
}

/** How many of the candidates hold the words, up to `mostCounted`. */
async function countHeld(db: Kysely<Tables>, listed: readonly PagePlace[], query: Query): Promise<number> {
  if (!needsText(query)) return Math.min(listed.length, mostCounted);
  const { count } = await db
    .selectFrom(pagesAt(db, listed).select('page_search.page').where(holdsAll(query)).limit(mostCounted).as('held'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function pagesAt(db: Kysely<Tables>, places: readonly PagePlace[]) {
  const revisions = places.map(({ revisionId }) => revisionId);
  const pages = places.map(({ page }) => page);
  const listed = sql<{ revision: number; number: number }>`unnest(${revisions}::int4[], ${pages}::int4[])`;
  return db
    .selectFrom(listed.as<'listed'>(sql`listed(revision, number)`))
    .innerJoin('page_search', (join) =>
      join.onRef('page_search.revision_id', '=', 'listed.revision').onRef('page_search.page', '=', 'listed.number'),
    );
}

const isBehind = (place: PagePlace, after: PagePlace) =>
  place.revisionId < after.revisionId || (place.revisionId === after.revisionId && place.page > after.page);

const gramsOf = (query: Query) => sql.val([...new Set(query.flatMap(gramsOfWord))]);

/** The text of a page is read only for words that their grams do not tell whole. */
const needsText = (query: Query) => query.some((word) => !isToldByGrams(word));

function holdsAll(query: Query) {
  const words = query.filter((word) => !isToldByGrams(word));
  if (words.length === 0) return sql<boolean>`true`;
  return sql<boolean>`${sql.join(
    words.map((word) => sql`position(${word} in page_search.text) > 0`),
    sql` and `,
  )}`;
}
