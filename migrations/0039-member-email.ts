import { type Kysely, sql } from 'kysely';

/** A member's e-mail address, for links instead of letters; and the ledger's settings know who changed them last. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table member add column email text not null default ''`.execute(db);
  await sql`alter table city add column ledger_edition int not null default 1`.execute(db);
}
