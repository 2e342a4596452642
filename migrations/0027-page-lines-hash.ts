import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // of `lines` as written; null of what was stored before, which is written anew once
  await sql.raw(`alter table comparison_page add column sha256 text`).execute(db);
}
