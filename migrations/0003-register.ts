import { type Kysely, sql } from 'kysely';

const statements = [
  `create table initiative_reading (
    revision_id int primary key references revision,
    state text not null default 'waiting' check (state in ('waiting', 'processing', 'ready', 'failed')),
    -- of the result that is stored; null until there is one
    reader_version int,
    read_at timestamptz,
    -- of the meeting when it was read, and of what the paper tells of
    meeting_year int,
    fiscal_year int,
    initiatives jsonb not null default '[]',
    created_at timestamptz not null default now()
  )`,
  `create table register_correction (
    id int generated always as identity primary key,
    kind text not null check (kind in ('value', 'same', 'different', 'hidden')),
    document_id int not null references document,
    place jsonb not null,
    -- of a value
    field text check (field in ('number', 'name', 'target', 'result', 'state', 'effect')),
    value jsonb,
    -- of same and different
    other_document_id int references document,
    other_place jsonb,
    made_by int not null references official,
    made_at timestamptz not null default now(),
    undone_at timestamptz,
    undone_by int references official,
    check ((kind = 'value') = (field is not null and value is not null)),
    check ((kind in ('same', 'different')) = (other_document_id is not null and other_place is not null))
  )`,
  `create index register_correction_document on register_correction (document_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
