import { type Kysely, sql } from 'kysely';

const statements = [
  `drop function pages_with_grams(int4[], int4[], int)`,
  // `revision_id + 0`, since the index of versions would be taken for versions that are nearly all there are, and the grams of
  // every page read, a hundred times what the index of grams costs; a hash join, since a list is read to its end for each page
  `create function pages_with_grams(wanted int4[], words text[], allowed int4[], most int)
    returns table (revision_id int, page int)
    language sql stable
    set enable_seqscan = off
    set enable_indexscan = off
    set enable_mergejoin = off
    set enable_nestloop = off
    as $$
      select found.revision_id, found.page
      from page_search as found
      join unnest(allowed) as one (id) on one.id = found.revision_id + 0
      where found.grams @> wanted and (select coalesce(bool_and(position(word in found.text) > 0), true) from unnest(words) as word)
      limit most
    $$`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
