import { type Kysely, sql } from 'kysely';

const statements = [
  // the last day on which members answer by themselves; null: the day of the meeting
  `alter table meeting add column reply_by date`,
  `create table reply (
    meeting_id int not null references meeting on delete cascade,
    member_id int not null references member on delete cascade,
    attendance text check (attendance in ('present', 'online', 'absent')),
    word text not null default '',
    paper text not null default 'none' check (paper in ('none', 'all', 'some')),
    answered_at timestamptz not null default now(),
    -- null: the member
    entered_by int references official,
    primary key (meeting_id, member_id)
  )`,
  `create index reply_member on reply (member_id)`,
  // what is wished on paper where reply.paper is some
  `create table wished_document (
    meeting_id int not null,
    member_id int not null,
    document_id int not null references document on delete cascade,
    primary key (meeting_id, member_id, document_id),
    foreign key (meeting_id, member_id) references reply on delete cascade
  )`,
  `create index wished_document_document on wished_document (document_id)`,
  // how leaves of paper are counted, and the per cent of all pages that are not to be printed
  `alter table city add column duplex boolean not null default true`,
  `alter table city add column pages_per_side int not null default 1 check (pages_per_side in (1, 2, 4))`,
  `alter table city add column paper_target int check (paper_target between 0 and 100)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
