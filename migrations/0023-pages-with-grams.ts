import { type Kysely, sql } from 'kysely';

const statements = [
  // through the index of grams, whatever the planner thinks: it knows neither how large the rows' arrays are nor that grams come
  // together, and reads all pages for words that stand on some of them
  `create function pages_with_grams(wanted int4[], allowed int4[], most int) returns table (revision_id int, page int)
    language sql stable
    set enable_seqscan = off
    set enable_indexscan = off
    as $$
      select revision_id, page from page_search where grams @> wanted and revision_id = any(allowed) limit most
    $$`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
