import { type Kysely, sql } from 'kysely';

const statements = [
  // each term that a member was appointed for; what the member's own row held before a reappointment, so that it can be undone
  `create table member_term (
    member_id int not null references member on delete cascade,
    number int not null,
    term_from date not null,
    term_to date not null,
    before_from date,
    before_to date,
    -- the edition of the member's row after it: where it is another now, undoing would undo more
    after_edition int,
    made_at timestamptz not null default now(),
    primary key (member_id, number)
  )`,
  // what is known of terms before this is the whole of them
  `insert into member_term (member_id, number, term_from, term_to) select id, 1, term_from, term_to from member`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
