import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../../../migrations/index.ts';
import { quoted } from '../../../scripts/backup/tables.ts';
import { type Database, openDatabase } from '../../../server/database/connection.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { makeTestPlace, type TestPlace } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
import { done } from '../city.ts';
import { columnsOf, fillTables, rows, tokens } from './every-table.ts';

const names = Object.keys(migrations).sort();
/** Computed anew from the papers, since 0005 tells it in another shape. */
const computedAnew = ['comparison.state', 'comparison.computed_at', 'comparison.engine_version', 'comparison.counts'];
computedAnew.push('comparison.changes_sha256', 'comparison.hindrances_sha256');

// one for all: its queue and the portal that asks it stay, its tables are made anew
let place: TestPlace;
let database: Database;
let portal: TestApp;
beforeAll(async () => {
  place = await makeTestPlace('postgres');
  database = await openDatabase({ ...place.options, onError: () => {} });
  portal = await openTestApp(database, { idle: true });
});
afterAll(async () => {
  await portal.close();
  await database.close();
  await place.remove();
});

/** Rows in every table, made when `step` was the newest migration, and brought up to date. Gives the tables of that time. */
async function upgradeFrom(step: string): Promise<string[]> {
  await database.pool.query('drop schema public cascade; create schema public');
  const before = names.filter((name) => name <= step);
  await migrate(database.db, Object.fromEntries(before.map((name) => [name, migrations[name]!])));
  const columns = await columnsOf(database.pool);
  const filled = await fillTables(database.pool, step);
  expect(await migrate(database.db)).toEqual(names.filter((name) => name > step));
  await expectEveryValue(columns, step);
  return filled;
}

/** What was stored then is there now, value by value. */
async function expectEveryValue(then: Map<string, string[]>, step: string): Promise<void> {
  for (const [table, stored] of Object.entries(rows)) {
    const columns = then.get(table);
    if (!columns || (table === 'comparison_page' && step < '0005')) continue;
    const kept = Object.keys(stored[0]!).filter(
      (column) => columns.includes(column) && !(step < '0005' && computedAnew.includes(`${table}.${column}`)),
    );
    const { rows: found } = await database.pool.query(
      `select ${kept.map(quoted).join(', ')} from ${quoted(table)} order by 1, 2`,
    );
    const wanted = stored.map((row) => Object.fromEntries(kept.map((column) => [column, plain(row[column])])));
    const plainly = found.map((row) => Object.fromEntries(kept.map((column) => [column, plain(row[column])])));
    expect(plainly, `${table}, made at ${step}`).toEqual(wanted);
  }
}

/** A time, and a text of JSON, in one form. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string' || !/^(?:[[{]|null$|\d$)/.test(value))
    return typeof value === 'number' ? round(value) : value;
  return JSON.parse(value);
}
const round = (value: number) => Math.round(value * 1000) / 1000;

test('every table of today has a row in this test, with every column that may hold something', async () => {
  await upgradeFrom(names.at(-1)!);
  const columns = await columnsOf(database.pool);
  expect(Object.keys(rows).sort()).toEqual([...columns.keys()].sort());
  for (const [table, present] of columns) {
    const named = new Set(Object.keys(rows[table]![0]!));
    expect(
      present.filter((column) => !named.has(column) && column !== 'created_at'),
      table,
    ).toEqual([]);
  }
});

test.each(names)('a database of %s is brought up to date, and everything in it is read', async (step) => {
  const filled = await upgradeFrom(step);
  const official = new Visitor(portal.app);
  official.cookies.set('kurabe_official', tokens.official);
  const member = new Visitor(portal.app);
  member.cookies.set('kurabe_member', tokens.member);
  const since = (table: string) => filled.includes(table);
  expect((await done(official.get('/api/city'))).name).toBe('あおば市');
  expect((await done(official.get('/api/committees/1'))).members).toMatchObject([{ name: '髙﨑　𠮷乃' }]);
  for (const reader of [official, member]) {
    const meeting = await done(reader.get('/api/meetings/2'));
    expect(meeting).toMatchObject({ title: '会議2', fiscalYear: 2024, agenda: [{ title: '協議事項2' }] });
    expect(meeting.documents).toMatchObject([{ title: '資料の題2', counterpart: { documentId: 1 } }]);
    const document = await done(reader.get('/api/documents/2'));
    expect(document.pages).toMatchObject([{ label: '５' }]);
    expect((await done(reader.get('/api/revisions/2/pages/1/text'))).lines).toMatchObject([{ text: '本文2' }]);
    if (!since('comparison')) continue;
    expect((await reader.get('/api/comparisons/1')).status).toBe(200);
    const register = await done(reader.get('/api/committees/1/register'));
    if (since('initiative_reading')) expect(JSON.stringify(register)).toContain('窓口の一本化');
  }
  expect((await done(member.get('/api/documents/2'))).readingPlace).toBe(1);
  const notices = await done(official.get('/api/meetings/2/notices'));
  expect(notices.rows).toMatchObject([{ name: '髙﨑　𠮷乃', notices: [{ id: 1, firstOpenedAt: expect.any(String) }] }]);
  if (since('correction')) {
    const { corrections } = await done(official.get('/api/comparisons/1/corrections'));
    expect(corrections.map((one: { id: number }) => one.id)).toEqual([2, 1]);
    expect(corrections[1].correction.older).toMatchObject({ label: '計', parents: ['歳出'] });
  }
  if (since('reply'))
    expect((await done(official.get('/api/meetings/2/replies'))).rows).toMatchObject([{ word: 'よろしく' }]);
  if (since('audit_entry'))
    expect((await done(official.get('/api/audit?act=meeting-published'))).entries).toMatchObject([{ actor: '甲' }]);
});
