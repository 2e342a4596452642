import { afterAll, beforeAll, expect, test } from 'vitest';
import { erasedName } from '../../../domain/meetings/erased-name.ts';
import { quoted } from '../../../scripts/backup/tables.ts';
import type { Database } from '../../../server/database/connection.ts';
import { openTestDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
import { done } from '../city.ts';
import { columnsOf, fillTables, tokens } from '../database/every-table.ts';

/** Every table that points to a member, and what is left there of one who was erased. */
const pointing: Record<string, 'nothing' | 'nameless'> = {
  note: 'nothing',
  reading_place: 'nothing',
  member_visit: 'nothing',
  member_appearance: 'nothing',
  member_term: 'nameless',
  notice: 'nameless',
  reply: 'nameless',
  wished_document: 'nameless',
  audit_entry: 'nameless',
};
/** Words that only this member's data hold: see every-table.ts. */
const personal = ['髙﨑', 'たかさき', '中央２', '先生', 'よろしく', 'bookmark', '192.0.2.2', '"absent"'];

let database: Database;
let portal: TestApp;
let official: Visitor;
let member: Visitor;

beforeAll(async () => {
  database = await openTestDatabase();
  await fillTables(database.pool, '9');
  await database.pool.query(`select setval(pg_get_serial_sequence('audit_entry', 'id'), 100)`);
  portal = await openTestApp(database, { idle: true });
  official = new Visitor(portal.app);
  official.cookies.set('kurabe_official', tokens.official);
  member = new Visitor(portal.app);
  member.cookies.set('kurabe_member', tokens.member);
});
afterAll(async () => {
  await portal.close();
  await database.close();
});

/** All rows of all tables, each as one text. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = [...(await columnsOf(database.pool)).keys()];
  const entries = tables.map(async (table) => {
    const { rows } = await database.pool.query<{ row: string }>(`select t::text as row from ${quoted(table)} t`);
    return [table, rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
const holding = (all: Record<string, string[]>, word: string) =>
  Object.keys(all).filter((table) => all[table]!.some((row) => row.includes(word)));

test('each table that points to a member is known here', async () => {
  const { rows } = await database.pool.query<{ name: string }>(`
    select distinct table_name::text as name from (
      select conrelid::regclass::text as table_name from pg_constraint where confrelid = 'member'::regclass
      union select table_name from information_schema.columns
        where table_schema = 'public' and column_name like '%member%') as found`);
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(pointing).sort());
});

test('of a member who was erased no table holds a word, and what happened stays on record without the name', async () => {
  const before = await everything();
  for (const word of personal) expect(holding(before, word), word).not.toEqual([]);
  const erase = () => official.post('/api/members/1/erasure');
  expect((await erase()).json().error.code).toBe('still_member');
  expect((await done(member.get('/api/session'))).member).not.toBeNull();
  await done(official.put('/api/members/1/retirement', {}));
  expect((await member.post('/api/members/1/erasure')).status).toBe(401);
  await done(erase());

  const after = await everything();
  for (const word of personal) expect(holding(after, word), word).toEqual([]);
  for (const [table, left] of Object.entries(pointing)) {
    if (left === 'nothing') expect(after[table], table).toEqual([]);
    else expect(after[table]!.length, table).toBeGreaterThanOrEqual(before[table]!.length);
  }
  const entries = await database.db.selectFrom('audit_entry').selectAll().orderBy('id').execute();
  expect(entries.at(-1)).toMatchObject({ act: 'member-erased', actor: '甲', subject: erasedName, subject_id: 1 });
  expect(entries.slice(0, 3)).toMatchObject([
    { act: 'meeting-published', actor: '甲', subject: '会議2', detail: { shown: 1 } },
    { act: 'letter-opened', actor: erasedName, subject: `会議2　${erasedName}`, network: '' },
    { act: 'reply-entered', actor: '甲', network: '192.0.2.1', subject: erasedName, detail: { meeting: 2 } },
  ]);
});

test('nobody comes back by it: no letter opens, no list has them, nothing can be entered again', async () => {
  expect((await done(member.get('/api/session'))).member).toBeNull();
  expect((await done(official.get('/api/committees/1'))).members).toEqual([]);
  for (const answer of [
    await official.post('/api/members/1/erasure'),
    await official.delete('/api/members/1/retirement'),
    await official.delete('/api/members/1'),
  ])
    expect(answer.status).toBe(404);
  const rows = JSON.stringify((await done(official.get('/api/meetings/2/replies'))).rows);
  expect(rows).toContain(erasedName);
});

test('the trail takes no other change, also of what an erased member did', async () => {
  for (const change of [
    `update audit_entry set act = 'signed-in' where id = 2`,
    `update audit_entry set actor = '乙' where id = 3`,
    `update audit_entry set subject = 'x' where id = 1`,
    'delete from audit_entry where id = 2',
  ])
    await expect(database.pool.query(change), change).rejects.toThrow('the audit trail is only added to');
});
