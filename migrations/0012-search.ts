import { type Kysely, sql } from 'kysely';

const statements = [
  `create table page_search (
    revision_id int not null references revision,
    page int not null,
    -- the page's lines, folded and without spaces (domain/search)
    text text not null,
    -- each unit and each pair of neighbouring units of the text
    grams int4[] not null,
    primary key (revision_id, page)
  )`,
  // what is added waits in no list, so that a search never has to read through it
  `create index page_search_grams on page_search using gin (grams) with (fastupdate = off)`,
  `alter table page_search alter column grams set statistics 1000`,
  // the way of folding that the stored text was made with; null until there is one
  `alter table revision add column search_version int`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
