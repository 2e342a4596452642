import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../server/database/connection.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { describeWithDatabase, makeTestPlace } from '../../database.ts';
import { freePort } from '../../portal.ts';

describeWithDatabase('connection', (database) => {
  test('reads values in the same shapes', async () => {
    const { rows } = await sql`select 12::int8 as int8, array[1::int8, null] as int8s, date '2026-04-01' as day,
      array[date '2026-04-01'] as days, timestamptz '2026-04-01 09:30:00+09' as moment, 1.50::numeric as exact,
      '{"a":[1]}'::jsonb as json, 'くらべ𠮷' as text, (select count(*) from city) as count`.execute(database().db);
    expect(rows).toEqual([
      {
        int8: 12,
        int8s: [1, null],
        day: '2026-04-01',
        days: ['2026-04-01'],
        moment: new Date('2026-04-01T00:30:00Z'),
        exact: '1.50',
        json: { a: [1] },
        text: 'くらべ𠮷',
        count: 0,
      },
    ]);
  });

  test('refuses an int8 that a number cannot hold', async () => {
    const query = sql`select 9007199254740993::int8 as big`.execute(database().db);
    await expect(query).rejects.toThrow('outside the safe integers');
  });

  test('goes on after a failed query and a failed block of statements', async () => {
    const { pool } = database();
    await expect(pool.query('select missing')).rejects.toThrow('missing');
    await expect(pool.query('begin; select missing; commit')).rejects.toThrow('missing');
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('rolls back a transaction that throws', async () => {
    const { db } = database();
    const failing = db.transaction().execute(async (trx) => {
      await trx
        .insertInto('official')
        .values({ email: 'a@b', name: 'a', password_hash: '', role: 'secretariat' })
        .execute();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await db.selectFrom('official').selectAll().execute()).toEqual([]);
  });

  test('runs queries and transactions that overlap', async () => {
    const { db } = database();
    const insert = (name: string) =>
      db
        .transaction()
        .setIsolationLevel('serializable')
        .execute((trx) => trx.insertInto('series').values({ committee_id: 1, title: name }).execute());
    await db.insertInto('committee').values({ name: '懇談会', department: '', phone: '' }).execute();
    await Promise.all(Array.from({ length: 20 }, (_, index) => insert(String(index))));
    expect(await db.selectFrom('series').select('id').execute()).toHaveLength(20);
  });

  test('migrates once, and again does nothing', async () => {
    const { db } = database();
    expect(await migrate(db)).toEqual([]);
    await expect(migrate(db, {})).rejects.toThrow('新しい版');
  });
});

describe('an address that does not answer', () => {
  test('is refused with a sentence', async () => {
    const opening = openDatabase({ url: 'postgres://kurabe@127.0.0.1:1/kurabe', folder: '' });
    await expect(opening).rejects.toMatchObject({ name: 'DatabaseRefusal' });
    await expect(opening).rejects.toThrow('接続できません');
  });

  test('is waited for where it begins to answer within seconds, as when a machine starts', async () => {
    const place = await makeTestPlace('postgres');
    const url = new URL(place.options.url!);
    const port = url.searchParams.get('port') ?? (url.port || '5432');
    const folder = url.searchParams.get('host');
    const front = await freePort();
    const there = `${url.username}:${url.password}@127.0.0.1:${front}${url.pathname}`;
    const opening = openDatabase({ url: `postgres://${there}`, folder: '', onError: () => {} });
    await wait(600);
    const sockets = new Set<Socket>();
    const late = createServer((client) => {
      const server = folder ? connect(`${folder}/.s.PGSQL.${port}`) : connect(Number(port), url.hostname);
      for (const socket of [client, server]) sockets.add(socket.on('error', () => {}));
      client.pipe(server).pipe(client);
    });
    await new Promise<void>((listening) => late.listen(front, '127.0.0.1', listening));
    const database = await opening;
    expect((await sql`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }]);
    await database.close();
    for (const socket of sockets) socket.destroy();
    late.close();
    await place.remove();
  });
});
