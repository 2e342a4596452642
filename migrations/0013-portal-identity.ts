import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table portal_identity (
    id int primary key default 1 check (id = 1),
    secret text not null,
    files text not null
  )`.execute(db);
}
