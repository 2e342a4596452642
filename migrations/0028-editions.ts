import { type Kysely, sql } from 'kysely';

/** What has a form that two officials may hold at once; its edition grows with every change of what the form holds. */
const tables = ['city', 'committee', 'document', 'official'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of tables)
    await sql.raw(`alter table ${table} add column edition int not null default 1`).execute(db);
}
