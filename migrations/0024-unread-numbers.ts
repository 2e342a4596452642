import { type Kysely, sql } from 'kysely';

const statements = [
  // numbers that are printed and in no list, by page: who reads the changes is told of them
  `alter table comparison add column unread jsonb not null default '[]'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
