import { type Kysely, sql } from 'kysely';

const statements = [
  // when a member's present visit began, and the one before it: what came since then is new to them
  `create table member_visit (
    member_id int primary key references member on delete cascade,
    visited_at timestamptz not null,
    before_at timestamptz
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
