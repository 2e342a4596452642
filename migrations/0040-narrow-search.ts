import { type Kysely, sql } from 'kysely';

const statements = [
  // what a search reads through is the rows, ninety a block and no longer ten: text and grams lie beside them, whole, and are
  // fetched only where grams do not tell a word
  `alter table page_search set (toast_tuple_target = 128)`,
  `alter table page_search alter column text set storage external, alter column grams set storage external`,
  // what is there already is laid out so too
  `cluster page_search using page_search_pkey`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
