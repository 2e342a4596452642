import { type Kysely, sql } from 'kysely';

const statements = [
  // 第○回; null where it is not counted
  `alter table meeting add column ordinal int check (ordinal between 1 and 999)`,
  // towards citizens; null where nothing was said yet
  `alter table meeting add column openness text check (openness in ('open', 'partly_open', 'closed'))`,
  `alter table meeting add column openness_reason text not null default ''`,
  // grows with every change of what its form holds
  `alter table meeting add column edition int not null default 1`,
  // when it is to be published by itself, who wished it, and why it could not be (an error code)
  `alter table meeting add column publish_at timestamptz`,
  `alter table meeting add column publish_planned_by int references official`,
  `alter table meeting add column publish_failure text`,
  `create index meeting_publish_at on meeting (publish_at) where publish_at is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
