import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table revision
    -- for good: nobody reads it any more
    add column taken_back_at timestamptz,
    -- its pages and files are gone
    add column erased_at timestamptz,
    -- its list of pages was damaged: there may have been more
    add column is_incomplete boolean not null default false,
    add check (taken_back_at is null or published_at is null),
    add check (erased_at is null or taken_back_at is not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
