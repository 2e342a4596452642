import { type Kysely, sql } from 'kysely';

const statements = [
  `create table city (
    id int primary key check (id = 1),
    name text not null,
    postal_code text not null default '',
    address text not null default '',
    sender_title text not null default '',
    sender_name text not null default '',
    -- the envelope's window on the folded letter, in millimetres from its top left
    window_left real not null default 20,
    window_top real not null default 12,
    window_width real not null default 90,
    window_height real not null default 45
  )`,
  `create table official (
    id int generated always as identity primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    role text not null check (role in ('administrator', 'secretariat')),
    created_at timestamptz not null default now()
  )`,
  `create table committee (
    id int generated always as identity primary key,
    name text not null,
    department text not null,
    phone text not null,
    email text not null default '',
    created_at timestamptz not null default now()
  )`,
  `create table committee_official (
    committee_id int not null references committee,
    official_id int not null references official,
    primary key (committee_id, official_id)
  )`,
  `create table member (
    id int generated always as identity primary key,
    committee_id int not null references committee,
    name text not null,
    kana text not null default '',
    position text not null default '',
    postal_code text not null default '',
    address text not null default '',
    term_from date not null,
    term_to date not null,
    left_on date,
    created_at timestamptz not null default now(),
    check (term_from <= term_to)
  )`,
  `create index member_committee on member (committee_id)`,
  `create table meeting (
    id int generated always as identity primary key,
    committee_id int not null references committee,
    title text not null,
    held_on date not null,
    starts_at text not null,
    ends_at text,
    place text not null default '',
    published_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  `create index meeting_committee on meeting (committee_id, held_on)`,
  `create table agenda_item (
    id int generated always as identity primary key,
    meeting_id int not null references meeting,
    position int not null,
    title text not null
  )`,
  `create index agenda_item_meeting on agenda_item (meeting_id)`,
  `create table series (
    id int generated always as identity primary key,
    committee_id int not null references committee,
    title text not null
  )`,
  `create index series_committee on series (committee_id)`,
  `create table document (
    id int generated always as identity primary key,
    meeting_id int not null references meeting,
    agenda_item_id int references agenda_item on delete set null,
    series_id int not null references series,
    kind text not null check (kind in ('agenda', 'material', 'reference', 'other')),
    number text not null default '',
    title text not null,
    openness text not null default 'open' check (openness in ('open', 'partly_open', 'closed')),
    position int not null,
    withdrawn_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  `create index document_meeting on document (meeting_id)`,
  `create unique index document_series on document (series_id, meeting_id) where withdrawn_at is null`,
  `create table revision (
    id int generated always as identity primary key,
    document_id int not null references document,
    number int not null,
    sha256 text not null,
    file_name text not null,
    byte_size bigint not null,
    state text not null default 'waiting' check (state in ('waiting', 'processing', 'ready', 'failed')),
    failure text,
    page_count int,
    outline jsonb not null default '[]',
    uploaded_by int references official,
    uploaded_at timestamptz not null default now(),
    published_at timestamptz,
    unique (document_id, number)
  )`,
  `create table page (
    revision_id int not null references revision,
    number int not null,
    width real not null,
    height real not null,
    label text,
    scanned boolean not null,
    text text not null,
    lines jsonb not null,
    content_sha256 text not null,
    large_sha256 text not null,
    small_sha256 text not null,
    primary key (revision_id, number)
  )`,
  `create table notice (
    id int generated always as identity primary key,
    meeting_id int not null references meeting,
    member_id int not null references member,
    key_hash text not null unique,
    code_hash text not null unique,
    issued_by int references official,
    issued_at timestamptz not null default now(),
    expires_at timestamptz not null,
    code_expires_at timestamptz not null,
    first_opened_at timestamptz,
    last_opened_at timestamptz,
    revoked_at timestamptz
  )`,
  `create index notice_meeting on notice (meeting_id, member_id)`,
  `create table session (
    token_hash text primary key,
    official_id int references official,
    notice_id int references notice,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    check ((official_id is null) <> (notice_id is null))
  )`,
  `create index session_expiry on session (expires_at)`,
  `create table reading_place (
    member_id int not null references member,
    document_id int not null references document,
    page int not null,
    read_at timestamptz not null default now(),
    primary key (member_id, document_id)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
