import { type Kysely, sql } from 'kysely';

const statements = [
  // a member's own: no official's query reads it
  `create table note (
    id uuid primary key,
    -- the same through letters, terms and devices
    member_id int not null references member,
    document_id int not null references document,
    -- what it was written on; where it stands in another version is computed, never stored
    revision_id int not null references revision,
    page int not null,
    version int not null default 1,
    -- the edit that made this version
    edit_id uuid not null,
    -- null: deleted for good; the row stays so that a device that was away does not bring it back
    content jsonb,
    written_at timestamptz not null,
    changed_at timestamptz not null default now(),
    -- taken away by the eraser: it can be undone
    erased_at timestamptz
  )`,
  'create index note_member on note (member_id, document_id)',
  'create index note_revision on note (revision_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
