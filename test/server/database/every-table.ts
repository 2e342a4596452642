import type pg from 'pg';
import { quoted } from '../../../scripts/backup/tables.ts';
import { hashToken } from '../../../server/http/session-cookies.ts';

/** The cookies of an official and of a member whose sessions are among the rows. */
export const tokens = { official: 'token-of-the-official', member: 'token-of-the-member' };

type Row = Record<string, unknown>;
const at = '2024-05-01T00:00:00.000Z';
const later = '2098-03-31T00:00:00.000Z';
const hash = (digit: string) => digit.repeat(64);
const place = { number: '1', name: '窓口の一本化', page: 1 };
const line = { page: 1, box: [1, 2, 3, 4], path: ['歳出', '計'] };
const read = { page: 1, box: [0, 0, 9, 9], confidence: 1, doubts: [] };
const value = { ...read, text: '10', value: 10, unit: null, year: null };
const initiative = {
  ...{ ...read, number: '1', name: place.name, lastPage: 1, source: 'sheet', group: null, department: '窓口課' },
  ...{ indicator: '件数', target: value, result: value, effect: null, state: null },
};
const revision = (id: number, document_id: number, fields: Row = {}) => ({
  ...{ id, document_id, number: 1, sha256: hash('a'), file_name: `資料${id}.pdf`, byte_size: 1000, state: 'ready' },
  ...{ failure: null, page_count: 1, outline: '[]', uploaded_by: 1, uploaded_at: at, published_at: at, ...fields },
  ...{
    search_version: null,
    interruptions: 1,
    unreadable_part: 0.1,
    is_incomplete: true,
    taken_back_at: null,
    erased_at: null,
    upload: `1-upload${id}`,
    original_sha256: hash('9'),
    original_format: 'docx',
  },
});
const readLine = (text: string) => ({ text, box: [0, 0, 9, 9], vertical: false });
const page = (revision_id: number) => ({
  ...{ revision_id, number: 1, width: 595, height: 842, label: '５', scanned: false, text: `本文${revision_id}` },
  lines: JSON.stringify([readLine(`本文${revision_id}`)]),
  ...{ content_sha256: hash('b'), large_sha256: hash('c'), small_sha256: hash('d'), quick_sha256: hash('e') },
  ...{ problem: 'damaged', recognised_lines: JSON.stringify([readLine(`本文${revision_id}`)]), recognition_version: 1 },
});
const document = (id: number, meeting_id: number) => ({
  ...{ id, meeting_id, agenda_item_id: id, series_id: 1, kind: 'material', number: '1', title: `資料の題${id}` },
  ...{
    openness: 'open',
    fiscal_year: 2022 + id,
    fiscal_year_source: 'official',
    name_source: 'first_page',
    other_name: JSON.stringify({ kind: 'other', number: '', title: '別の題' }),
    position: 0,
    withdrawn_at: null,
    edition: 2,
  },
});
const meeting = (id: number, held_on: string) => ({
  ...{ id, committee_id: 1, title: `会議${id}`, held_on, starts_at: '10:00', ends_at: '12:00', place: '第１会議室' },
  ...{ fiscal_year: 2022 + id, published_at: at, reply_by: held_on },
  ...{ ordinal: id, openness: 'partly_open', openness_reason: '個人の情報のため', edition: 2 },
  ...{ publish_at: later, publish_planned_by: 1, publish_failure: 'documents_failed' },
});
/** Sessions end without use, so this one was used just now. */
const session = (id: number) => {
  const now = new Date().toISOString();
  return { id, created_at: now, expires_at: later, device: 'タブレット', last_used_at: now, proven_at: now };
};
const made = { made_by: 1, made_at: at, undone_at: null, undone_by: null };

/** A row or two of every table, in an order in which they can be added, with every column that a row may have. */
export const rows: Record<string, Row[]> = {
  city: [
    {
      ...{
        id: 1,
        name: 'あおば市',
        postal_code: '123-4567',
        address: '中央１',
        sender_title: '市長',
        sender_name: '青葉',
      },
      ...{ window_left: 21, window_top: 13, window_width: 91, window_height: 46 },
      ...{
        duplex: false,
        pages_per_side: 2,
        paper_target: 50,
        ledger_edition: 2,
        edition: 2,
        passkeys_demanded: false,
      },
    },
  ],
  official: [
    {
      id: 1,
      email: 'a@example.jp',
      name: '甲',
      password_hash: 'x',
      role: 'administrator',
      stopped_at: null,
      edition: 2,
    },
  ],
  committee: [
    {
      ...{ id: 1, name: '懇談会', department: '総務課', phone: '000-1111', email: 'c@example.jp' },
      ...{ letter_greeting: '日頃から', letter_body: '次の{会議}を開きます。', letter_edition: 2, edition: 2 },
    },
  ],
  committee_official: [{ committee_id: 1, official_id: 1 }],
  member: [
    {
      ...{ id: 1, committee_id: 1, name: '髙﨑　𠮷乃', kana: 'たかさき', position: '会長', postal_code: '123-4567' },
      ...{ address: '中央２', term_from: '2022-04-01', term_to: '2098-03-31', left_on: null, erased_at: null },
      ...{ honorific: '先生', email: 'm@example.jp', place: 1, edition: 2 },
    },
  ],
  member_term: [
    {
      ...{ member_id: 1, number: 1, term_from: '2022-04-01', term_to: '2098-03-31' },
      ...{ before_from: '2020-04-01', before_to: '2022-03-31', after_edition: 2, made_at: at },
    },
  ],
  meeting: [meeting(1, '2023-07-01'), meeting(2, '2024-07-01')],
  agenda_item: [1, 2].map((id) => ({ id, meeting_id: id, position: 0, title: `協議事項${id}`, mark: '(1)', level: 1 })),
  series: [{ id: 1, committee_id: 1, title: '資料の題' }],
  document: [document(1, 1), document(2, 2)],
  revision: [revision(1, 1), revision(2, 2), revision(3, 2, { number: 2, published_at: null })],
  page: [page(1), page(2), page(3)],
  notice: [
    {
      ...{ id: 1, meeting_id: 2, member_id: 1, key_hash: 'k', code_hash: 'c', issued_by: 1, issued_at: at },
      ...{ expires_at: later, code_expires_at: later, first_opened_at: at, last_opened_at: at, revoked_at: null },
    },
  ],
  session: [
    { ...session(1), token_hash: hashToken(tokens.official), official_id: 1, notice_id: null },
    { ...session(2), token_hash: hashToken(tokens.member), official_id: null, notice_id: 1 },
  ],
  official_invitation: [
    { code_hash: 'i', official_id: 1, invited_by: 1, invited_at: at, expires_at: later, used_at: null },
  ],
  passkey: [
    {
      ...{
        id: 1,
        official_id: 1,
        name: '職場のパソコン',
        credential_id: 'c',
        public_key: Buffer.from('k'),
        counter: 1,
      },
      ...{ transports: ['internal'], created_at: at, last_used_at: at },
    },
  ],
  passkey_challenge: [{ step_hash: 's', official_id: 1, purpose: 'proof', challenge: 'x', expires_at: later }],
  reading_place: [{ member_id: 1, document_id: 2, page: 1, read_at: at, revision_id: 2 }],
  comparison: [
    {
      ...{ id: 1, older_revision_id: 1, newer_revision_id: 2, years_apart: 1, state: 'ready', failure: null },
      ...{ engine_version: 1, computed_at: at, pages: '[]', changes_sha256: hash('f'), reader_version: 1 },
      hindrances_sha256: hash('8'),
      unread: '[]',
      counts: '{"changed":3,"added":0,"removed":0,"restated":0}',
    },
  ],
  comparison_page: [{ comparison_id: 1, side: 'newer', page: 1, lines: '[]', sha256: 'aa' }],
  correction: [
    {
      ...{ id: 1, older_document_id: 1, newer_document_id: 2, kind: 'line', ...made },
      ...{ older: JSON.stringify(line), newer: 'null' },
    },
    { id: 2, older_document_id: 1, newer_document_id: 2, kind: 'page', older: '1', newer: '1', ...made },
  ],
  initiative_reading: [
    {
      ...{ revision_id: 2, state: 'ready', reader_version: 1, read_at: at, meeting_year: 2024, fiscal_year: 2023 },
      initiatives: JSON.stringify([initiative]),
    },
  ],
  register_correction: [
    {
      ...{ id: 1, kind: 'value', document_id: 2, place: JSON.stringify(place), field: 'target', ...made },
      ...{ value: JSON.stringify({ text: '12', stateKind: null }), other_document_id: null, other_place: null },
    },
  ],
  note: [
    {
      ...{ id: '0c5b7e1e-0000-4000-8000-000000000001', member_id: 1, document_id: 2, revision_id: 2, page: 1 },
      ...{ version: 2, edit_id: '0c5b7e1e-0000-4000-8000-000000000002', written_at: at, changed_at: at, erased_at: at },
      content: JSON.stringify({ kind: 'bookmark' }),
    },
  ],
  hindrance_acknowledgement: [{ id: 1, older_document_id: 1, newer_document_id: 2, key: 'gone\n町税\n', ...made }],
  counterpart_choice: [{ id: 1, document_id: 2, series_id: 1, series_before: 1, ...made }],
  paper_entries: [{ file_sha256: hash('a'), reader_version: 1, entries_sha256: hash('9'), read_at: at }],
  attempt: [{ key: 'k', count: 3, ends_at: later }],
  page_search: [{ revision_id: 2, page: 1, text: '本文2', grams: [1, 2] }],
  portal_identity: [{ id: 1, secret: 's', files: 'f' }],
  reply: [
    {
      ...{ meeting_id: 2, member_id: 1, attendance: 'present', word: 'よろしく', paper: 'some', answered_at: at },
      entered_by: null,
    },
  ],
  member_visit: [{ member_id: 1, visited_at: at, before_at: at }],
  member_appearance: [{ member_id: 1, text_size: 'largest', contrast: 'high', motion: 'reduced' }],
  wished_document: [{ meeting_id: 2, member_id: 1, document_id: 2 }],
  audit_entry: [
    {
      ...{ id: 1, at, act: 'meeting-published', official_id: 1, member_id: null, actor: '甲', network: '192.0.2.1' },
      ...{ committee_id: 1, subject_kind: 'meeting', subject_id: 2, subject: '会議2', detail: '{"shown":1}' },
    },
    {
      ...{
        id: 2,
        at,
        act: 'letter-opened',
        official_id: null,
        member_id: 1,
        actor: '髙﨑　𠮷乃',
        network: '192.0.2.2',
      },
      ...{ committee_id: 1, subject_kind: 'notice', subject_id: 1, subject: '会議2　髙﨑　𠮷乃', detail: '{}' },
    },
    {
      ...{ id: 3, at, act: 'reply-entered', official_id: 1, member_id: null, actor: '甲', network: '192.0.2.1' },
      ...{ committee_id: 1, subject_kind: 'member', subject_id: 1, subject: '髙﨑　𠮷乃' },
      detail: '{"meeting":2,"attendance":"absent"}',
    },
  ],
};

/** As it was stored before 0005: the line's path was one text. */
const beforePaths = JSON.stringify({ page: 1, box: [1, 2, 3, 4], label: '歳出 > 計' });

/** Adds the rows, each as far as its table and its columns are there yet. Gives the tables that were filled. */
export async function fillTables(client: pg.ClientBase | pg.Pool, step: string): Promise<string[]> {
  const columns = await columnsOf(client);
  const filled = Object.keys(rows).filter((table) => columns.has(table));
  for (const table of filled) {
    for (const row of rows[table]!) {
      const given =
        step < '0005' && table === 'correction' && row.kind === 'line' ? { ...row, older: beforePaths } : row;
      const names = Object.keys(given).filter((name) => columns.get(table)!.includes(name));
      await client.query(
        `insert into ${quoted(table)} (${names.map(quoted).join(', ')}) overriding system value
          values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
        names.map((name) => given[name]),
      );
    }
  }
  return filled;
}

/** The columns of each table there is. */
export async function columnsOf(client: pg.ClientBase | pg.Pool): Promise<Map<string, string[]>> {
  const { rows: found } = await client.query<{ name: string; columns: string[] }>(`
    select table_name::text as name, array_agg(column_name::text) as columns from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely_%' group by table_name`);
  return new Map(found.map(({ name, columns }) => [name, columns]));
}
