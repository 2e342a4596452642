import { type Kysely, sql } from 'kysely';

const statements = [
  // how the application looks to a member, on every device: sizes, contrast and motion, as the contract names them
  `create table member_appearance (
    member_id int primary key references member on delete cascade,
    text_size text not null,
    contrast text not null,
    motion text not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
