import { type Kysely, sql } from 'kysely';

/** Where a person pointed at: the path was one text and becomes a list of labels. */
const withPath = (side: 'older' | 'newer') =>
  `${side} = case when jsonb_typeof(${side}) = 'object' and ${side} ? 'label'
    then (${side} - 'label') || jsonb_build_object('path', to_jsonb(string_to_array(${side} ->> 'label', ' > ')))
    else ${side} end`;

const statements = [
  `create table paper_entries (
    file_sha256 text not null,
    reader_version int not null,
    -- gzip JSON in the files
    entries_sha256 text not null,
    read_at timestamptz not null default now(),
    primary key (file_sha256, reader_version)
  )`,
  `update correction set ${withPath('older')}, ${withPath('newer')} where kind = 'line'`,
  // of the papers as they were read for the result that is stored
  `alter table comparison add column reader_version int`,
  // results are told in another shape from now on: all are computed anew
  `delete from comparison_page`,
  `update comparison set state = 'waiting', failure = null, engine_version = null, computed_at = null, pages = '[]',
    counts = '{"changed":0,"added":0,"removed":0,"restated":0}', changes_sha256 = null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
