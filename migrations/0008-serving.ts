import { type Kysely, sql } from 'kysely';

/** Tells every process what its memory of rights rests on has changed: of one session its hash, of anything else nothing. */
const statements = [
  `create table attempt (
    -- what is counted: a hash of account and network, of a network, of an account, or of all together
    key text primary key,
    count int not null,
    ends_at timestamptz not null
  )`,
  `create function tell_rights() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kurabe_rights', '');
      return null;
    end $$`,
  `create function tell_session() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kurabe_rights', old.token_hash);
      return null;
    end $$`,
  `create trigger session_rights after delete or update of expires_at on session
    for each row execute function tell_session()`,
  `create trigger notice_rights after delete or update of meeting_id, member_id, expires_at, revoked_at on notice
    for each statement execute function tell_rights()`,
  `create trigger member_rights after delete or update on member
    for each statement execute function tell_rights()`,
  `create trigger committee_rights after update of name on committee
    for each statement execute function tell_rights()`,
  `create trigger official_rights after delete or update on official
    for each statement execute function tell_rights()`,
  `create trigger committee_official_rights after insert or delete or update on committee_official
    for each statement execute function tell_rights()`,
  `create trigger meeting_rights after delete or update of committee_id, held_on, published_at on meeting
    for each statement execute function tell_rights()`,
  `create trigger document_rights after delete or update of meeting_id, withdrawn_at on document
    for each statement execute function tell_rights()`,
  `create trigger revision_rights after delete or update of document_id, published_at on revision
    for each statement execute function tell_rights()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
