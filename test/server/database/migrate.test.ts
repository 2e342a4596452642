import { expect, test } from 'vitest';
import { migrations } from '../../../migrations/index.ts';
import { openDatabase } from '../../../server/database/connection.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { makeTestPlace } from '../../database.ts';

test('migrating is done once when several processes start together', async () => {
  const place = await makeTestPlace('postgres');
  const databases = await Promise.all([0, 1, 2, 3].map(() => openDatabase(place.options)));
  await databases[0]!.pool.query('drop schema public cascade; create schema public');
  const done = await Promise.all(databases.map(({ db }) => migrate(db)));
  expect(done.flat()).toContain('0001-portal');
  expect(new Set(done.flat()).size).toBe(done.flat().length);
  for (const database of databases) await database.close();
  await place.remove();
});

const DOCUMENT = `
  insert into official (email, name, role, password_hash) values ('a@example.jp', '甲', 'administrator', '');
  insert into committee (name, department, phone) values ('会議体', '課', '1');
  insert into meeting (committee_id, title, held_on, starts_at) values (1, '会議', '2025-06-01', '10:00');
  insert into series (committee_id, title) values (1, '資料');
  insert into document (meeting_id, series_id, kind, title, position) values (1, 1, 'material', '資料', 1)`;

test('a correction that named its line as one text names it by its labels', async () => {
  const place = await makeTestPlace('postgres');
  const { pool, db, close } = await openDatabase(place.options);
  await pool.query('drop schema public cascade; create schema public');
  const before = Object.entries(migrations).filter(([name]) => name < '0005');
  await migrate(db, Object.fromEntries(before));
  await pool.query(`${DOCUMENT};
    insert into correction (older_document_id, newer_document_id, kind, older, newer, made_by) values
      (1, 1, 'line', '{"page":2,"box":[1,2,3,4],"label":"歳出 > 民生費 > 計"}', 'null', 1),
      (1, 1, 'page', '3', '4', 1)`);
  await migrate(db, { ...Object.fromEntries(before), '0005-paper-entries': migrations['0005-paper-entries']! });
  const { rows } = await pool.query('select older, newer from correction order by id');
  expect(rows).toEqual([
    { older: { page: 2, box: [1, 2, 3, 4], path: ['歳出', '民生費', '計'] }, newer: null },
    { older: 3, newer: 4 },
  ]);
  await close();
  await place.remove();
});
