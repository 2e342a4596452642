import { type Kysely, sql } from 'kysely';

/** A member's own data can be erased, and the trail, which takes no other change, then names them no more. */
const statements = [
  `alter table member add column erased_at timestamptz`,
  `create function is_of_erased_member(entry audit_entry) returns boolean language sql stable as $$
    select exists (
      select from member
      where erased_at is not null and (
        id = entry.member_id
        or (entry.subject_kind = 'member' and id = entry.subject_id)
        or (entry.subject_kind = 'notice' and exists (
          select from notice where notice.id = entry.subject_id and notice.member_id = member.id))))
    $$`,
  // what was done, when, and by which official stays
  `create function refuse_audit_update() returns trigger language plpgsql as $$
    begin
      if is_of_erased_member(old)
        and to_jsonb(new) - array['actor', 'network', 'subject', 'detail']
          = to_jsonb(old) - array['actor', 'network', 'subject', 'detail']
        and (old.official_id is null or (new.actor = old.actor and new.network = old.network))
      then return new;
      end if;
      raise exception 'the audit trail is only added to' using errcode = 'insufficient_privilege';
    end $$`,
  `drop trigger audit_entry_stays on audit_entry`,
  `create trigger audit_entry_stays before delete or truncate on audit_entry
    for each statement execute function refuse_audit_change()`,
  `create trigger audit_entry_stays_as_it_is before update on audit_entry
    for each row execute function refuse_audit_update()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
