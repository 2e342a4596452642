import { type Kysely, sql } from 'kysely';

const statements = [
  `create table comparison (
    id int generated always as identity primary key,
    older_revision_id int not null references revision,
    newer_revision_id int not null references revision,
    years_apart int not null,
    state text not null default 'waiting' check (state in ('waiting', 'processing', 'ready', 'failed')),
    failure text,
    -- of the result that is stored; null until there is one
    engine_version int,
    computed_at timestamptz,
    pages jsonb not null default '[]',
    counts jsonb not null default '{"changed":0,"added":0,"removed":0,"restated":0}',
    -- gzip JSON in the files
    changes_sha256 text,
    created_at timestamptz not null default now(),
    unique (older_revision_id, newer_revision_id),
    check (older_revision_id <> newer_revision_id)
  )`,
  `create index comparison_newer on comparison (newer_revision_id)`,
  `create table comparison_page (
    comparison_id int not null references comparison,
    side text not null check (side in ('older', 'newer')),
    page int not null,
    lines jsonb not null,
    primary key (comparison_id, side, page)
  )`,
  `create table correction (
    id int generated always as identity primary key,
    older_document_id int not null references document,
    newer_document_id int not null references document,
    kind text not null check (kind in ('line', 'page')),
    older jsonb not null,
    newer jsonb not null,
    made_by int not null references official,
    made_at timestamptz not null default now(),
    undone_at timestamptz,
    undone_by int references official
  )`,
  `create index correction_documents on correction (older_document_id, newer_document_id)`,
  `alter table reading_place add column revision_id int references revision`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
