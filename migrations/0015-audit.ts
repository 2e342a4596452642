import { type Kysely, sql } from 'kysely';

/** Who did what and when. Rows are added and never changed: no reference from here to there, so that it outlives them. */
const statements = [
  `create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    act text not null,
    -- both null: nobody whom the portal knows, or the portal itself
    official_id int,
    member_id int,
    -- their name at that time
    actor text not null default '',
    network text not null default '',
    -- what it was done to, with its name at that time
    committee_id int,
    subject_kind text,
    subject_id int,
    subject text not null default '',
    detail jsonb not null default '{}',
    check (official_id is null or member_id is null),
    check ((subject_kind is null) = (subject_id is null))
  )`,
  `create index audit_entry_at on audit_entry (at)`,
  `create index audit_entry_official on audit_entry (official_id, id)`,
  `create index audit_entry_act on audit_entry (act, id)`,
  `create function refuse_audit_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the audit trail is only added to' using errcode = 'insufficient_privilege';
    end $$`,
  `create trigger audit_entry_stays before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
