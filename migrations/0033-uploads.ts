import { type Kysely, sql } from 'kysely';

/** Which upload a revision came by: whoever asks twice for its end, since the answer was lost, is told the same again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table revision add column upload text unique`.execute(db);
}
