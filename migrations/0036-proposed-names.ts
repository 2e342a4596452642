import { type Kysely, sql } from 'kysely';

/** Who said what a document is called, and what its file's name or its first page says instead. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table document
    add column name_source text check (name_source in ('file_name', 'first_page', 'official')),
    add column other_name jsonb`.execute(db);
}
