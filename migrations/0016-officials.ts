import { type Kysely, sql } from 'kysely';

const statements = [
  // an official who was invited, or whose password was reset, has none yet
  `alter table official alter column password_hash drop not null`,
  `alter table official add column stopped_at timestamptz`,
  `create table official_invitation (
    code_hash text primary key,
    official_id int not null references official,
    invited_by int references official,
    invited_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index official_invitation_official on official_invitation (official_id)`,
  `alter table session add column id int generated always as identity unique`,
  // what the browser says of itself, in a few words
  `alter table session add column device text not null default ''`,
  `alter table session add column last_used_at timestamptz not null default now()`,
  // when whoever holds the session last showed the password or a passkey
  `alter table session add column proven_at timestamptz not null default now()`,
  `create index session_official on session (official_id)`,
  `create trigger session_proof after update of proven_at on session
    for each row execute function tell_session()`,
  `create table passkey (
    id int generated always as identity primary key,
    official_id int not null references official,
    name text not null,
    credential_id text not null unique,
    public_key bytea not null,
    counter bigint not null,
    transports text[] not null default '{}',
    created_at timestamptz not null default now(),
    last_used_at timestamptz
  )`,
  `create index passkey_official on passkey (official_id)`,
  `create table passkey_challenge (
    -- what the browser brings back with its answer, hashed
    step_hash text primary key,
    official_id int not null references official,
    purpose text not null check (purpose in ('sign-in', 'proof', 'registration')),
    challenge text not null,
    expires_at timestamptz not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
