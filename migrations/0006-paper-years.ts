import { type Kysely, sql } from 'kysely';

const statements = [
  // until here a meeting was of the fiscal year that its date falls in
  `alter table meeting add column fiscal_year int`,
  `update meeting set fiscal_year =
    extract(year from held_on)::int - case when extract(month from held_on) < 4 then 1 else 0 end`,
  `alter table meeting alter column fiscal_year set not null`,
  // null: the paper says nothing, and the meeting's year holds; a source of null: nobody has looked yet
  `alter table document add column fiscal_year int`,
  `alter table document add column fiscal_year_source text
    check (fiscal_year_source in ('title', 'first_page', 'meeting', 'official'))`,
  `alter table document add check ((fiscal_year is null) = (coalesce(fiscal_year_source, 'meeting') = 'meeting'))`,
  // an item's numbering as its order of the day has it, 「(1)」; '' where the portal numbers
  `alter table agenda_item add column mark text not null default ''`,
  `alter table agenda_item add column level int not null default 0 check (level between 0 and 3)`,
  // telephone numbers are kept in one width
  `update committee set phone = translate(phone, '０１２３４５６７８９＋（）　－‐‑–—―−ー', '0123456789+() --------')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
