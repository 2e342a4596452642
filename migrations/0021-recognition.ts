import { type Kysely, sql } from 'kysely';

const statements = [
  // of a page that is a picture: what was recognised in it, for searching and reading aloud; null until it was looked at
  'alter table page add column recognised_lines jsonb',
  'alter table page add column recognition_version int',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
