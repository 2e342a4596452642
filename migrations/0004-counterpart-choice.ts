import { type Kysely, sql } from 'kysely';

const statements = [
  `create table counterpart_choice (
    id int generated always as identity primary key,
    document_id int not null references document,
    series_id int not null references series,
    series_before int not null references series,
    made_by int not null references official,
    made_at timestamptz not null default now(),
    undone_at timestamptz,
    undone_by int references official
  )`,
  `create index counterpart_choice_document on counterpart_choice (document_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
