import { type Kysely, sql } from 'kysely';

const statements = [
  // 様, 先生 …: what stands after the name on a letter
  `alter table member add column honorific text not null default '様'`,
  // where the member stands in lists and letters; null: after those who have a place, in the order of registration
  `alter table member add column place int`,
  // grows with every change of what the form holds
  `alter table member add column edition int not null default 1`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
