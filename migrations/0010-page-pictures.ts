import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table revision add column interruptions int not null default 0`,
  `alter table revision add column unreadable_part real check (unreadable_part between 0 and 1)`,
  `alter table page add column quick_sha256 text`,
  `alter table page add column problem text check (problem in ('damaged', 'too_complex'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
