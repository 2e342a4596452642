import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // the committee's own sentences of its letters, with {fields}; '' for the usual ones
  await sql.raw(`alter table committee add column letter_greeting text not null default ''`).execute(db);
  await sql.raw(`alter table committee add column letter_body text not null default ''`).execute(db);
}
