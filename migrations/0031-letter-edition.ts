import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // grows with every change of the letters' sentences, which have a form of their own
  await sql.raw(`alter table committee add column letter_edition int not null default 1`).execute(db);
}
