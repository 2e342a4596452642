import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { gramsOfText } from '../../domain/search/grams.ts';
import { readQuery } from '../../domain/search/query.ts';
import type { Viewer } from '../../server/access/viewer.ts';
import { type Database, openDatabase } from '../../server/database/connection.ts';
import { migrate } from '../../server/database/migrate.ts';
import { findPages, listSearchedRevisions } from '../../server/features/search/find-pages.ts';
import { ninetyFifth, type Row } from './row.ts';

const pagesAPaper = 100;
const papersASet = 100;
const asked = 60;
/** As many pages as one answer shows, and one more. */
const shown = 21;
const lengths = [1, 2, 3, 6];

/**
 * Words in 10,000 and in 100,000 pages of the portal's own PostgreSQL: what a search takes in the database (the papers one may
 * read, a page of hits, their number), p95 of 60 words of each length that stand on some page; beside the same pages read through
 * for the word without an index.
 */
export async function benchSearch(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-bench-search-'));
  const database = await openDatabase({ folder: join(folder, 'database') });
  try {
    await migrate(database.db);
    const rows: Row[] = [];
    for (const sets of [1, 10]) {
      const pages = sets * papersASet * pagesAPaper;
      await fill(database, sets);
      for (const length of lengths) rows.push(await measure(database, pages, length));
    }
    return rows;
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
}

const now = new Date();
const administrator: Viewer = {
  official: {
    ...{ id: 1, name: '', email: '', role: 'administrator' },
    session: { id: 1, endsAt: now, lastUsedAt: now, provenAt: now },
  },
  member: null,
};

async function measure({ patient: db }: Database, pages: number, length: number): Promise<Row> {
  const random = randomFrom(length);
  const times: number[] = [];
  const through: number[] = [];
  for (let at = 0; at < asked; at += 1) {
    const text = pageText(1 + Math.floor(random() * papersASet * pagesAPaper));
    const start = Math.floor(random() * (text.length - length));
    const query = readQuery(text.slice(start, start + length));
    const started = performance.now();
    const revisions = await listSearchedRevisions(db, administrator);
    await findPages(db, revisions, query, { limit: shown });
    times.push(performance.now() - started);
    if (at % 10 > 0) continue;
    const began = performance.now();
    await db.selectFrom('page_search').select('page').where(sql<boolean>`position(${query[0]} in text) > 0`).execute();
    through.push(performance.now() - began);
  }
  return {
    name: `${pages.toLocaleString('en')} pages, ${length} characters, p95`,
    unit: 'ms',
    ours: ninetyFifth(times),
    yardstick: ninetyFifth(through),
    yardstickName: 'read through',
    better: 'less',
  };
}

/** Sets of 100 papers of 100 pages each; every set says what the first says, so that a word is as common in all. */
async function fill({ patient: db }: Database, sets: number): Promise<void> {
  await sql`drop index page_search_grams`.execute(db);
  for (let set = 0; set < sets; set += 1) {
    const { rows } = await sql`select 1 from revision where id = ${set * papersASet + 1}`.execute(db);
    if (rows.length > 0) continue;
    await addPapers(db, set);
    if (set === 0) for (let paper = 0; paper < papersASet; paper += 1) await addPages(db, paper);
    else
      await sql`insert into page_search (revision_id, page, text, grams)
        select revision_id + ${set * papersASet}, page, text, grams from page_search where revision_id <= ${papersASet}`.execute(
        db,
      );
  }
  await sql`create index page_search_grams on page_search using gin (grams) with (fastupdate = off)`.execute(db);
  await sql`analyze page_search`.execute(db);
}

/** A meeting of their own with papers that have no pages yet. */
async function addPapers(db: Database['patient'], set: number): Promise<void> {
  const ids = sql`generate_series(${set * papersASet + 1}::int, ${(set + 1) * papersASet}::int) as id`;
  const statements = [
    sql`insert into committee (id, name, department, phone) overriding system value values (${set}, 'c', 'd', '0')`,
    sql`insert into meeting (id, committee_id, title, held_on, starts_at, fiscal_year)
      overriding system value values (${set}, ${set}, 'm', '2024-06-01', '10:00', 2024)`,
    sql`insert into series (id, committee_id, title) overriding system value select id, ${set}, 's' from ${ids}`,
    sql`insert into document (id, meeting_id, series_id, kind, title, position)
      overriding system value select id, ${set}, id, 'material', 't', id from ${ids}`,
    sql`insert into revision (id, document_id, number, sha256, file_name, byte_size, state, published_at)
      overriding system value select id, id, 1, repeat('0', 64), 'f', 1, 'ready', now() from ${ids}`,
  ];
  for (const statement of statements) await statement.execute(db);
}

async function addPages(db: Database['patient'], paper: number): Promise<void> {
  const rows = Array.from({ length: pagesAPaper }, (_, at) => {
    const text = pageText(paper * pagesAPaper + at + 1);
    return { revision_id: paper + 1, page: at + 1, text, grams: gramsOfText(text) };
  });
  await db.insertInto('page_search').values(rows).execute();
}

/** About 600 characters of words that come as often as words do: the second half as often as the first, and so on. */
function pageText(page: number): string {
  const random = randomFrom(page * 7919);
  const words = Array.from({ length: 190 }, () => vocabulary[Math.floor(vocabulary.length ** random()) - 1]);
  return words.map((word, at) => (at % 4 === 3 ? `${word}${Math.floor(random() * 1e6)}` : word)).join('');
}

const vocabulary = makeVocabulary();

/** 12,000 words of two to four kanji out of 1,200. */
function makeVocabulary(): string[] {
  const random = randomFrom(1);
  const kanji = () => String.fromCharCode(0x4e00 + Math.floor(1200 ** random()) * 17);
  return Array.from({ length: 12_000 }, () => Array.from({ length: 2 + Math.floor(random() * 3) }, kanji).join(''));
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
