import { type Kysely, sql } from 'kysely';

/** A city may demand a passkey of its officials; what is remembered of their rights rests on it, and on their passkeys. */
const statements = [
  `alter table city add column passkeys_demanded boolean not null default false`,
  `create trigger city_rights after update of passkeys_demanded on city
    for each statement execute function tell_rights()`,
  `create trigger passkey_rights after insert or delete on passkey
    for each statement execute function tell_rights()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
