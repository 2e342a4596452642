import { type Kysely, sql } from 'kysely';

const statements = [
  'alter table comparison add column hindrances_sha256 text',
  // of two documents, so that it holds for every version of either; its key is long, and there are few of a pair
  `create table hindrance_acknowledgement (
    id int generated always as identity primary key,
    older_document_id int not null references document,
    newer_document_id int not null references document,
    key text not null,
    made_by int not null references official,
    made_at timestamptz not null default now(),
    undone_at timestamptz,
    undone_by int references official
  )`,
  'create index hindrance_acknowledgement_documents on hindrance_acknowledgement (newer_document_id, older_document_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
