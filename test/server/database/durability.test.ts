import { PGlite } from '@electric-sql/pglite';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../../server/database/connection.ts';
import { startChild } from '../../child.ts';
import { makeTestPlace } from '../../database.ts';

test('kill -9 in the middle of writing loses no acknowledged row', async () => {
  const place = await makeTestPlace('embedded');
  const acknowledged: number[] = [];
  for (const rows of [3, 41, 120]) {
    const child = startChild(new URL('write-rows.ts', import.meta.url), place.options.folder);
    await expect.poll(() => child.lines.length, { timeout: 30_000, interval: 1 }).toBeGreaterThan(rows);
    await child.kill();
    for (const line of child.lines.slice(1)) acknowledged.push(Number(line.replace('committed ', '')));
    const database = await openDatabase(place.options);
    const kept = new Set((await database.db.selectFrom('committee').select('id').execute()).map((row) => row.id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    await database.close();
  }
  expect(acknowledged.length).toBeGreaterThan(160);
  await place.remove();
});

test('every commit is synced to the disk', async () => {
  const { openDurable } = await import('../../../server/database/durable.ts');
  const place = await makeTestPlace('embedded');
  const { pglite, syncs } = await openDurable(`${place.options.folder}/cluster`);
  const before = syncs();
  for (let count = 0; count < 10; count += 1) await pglite.query('select count(*) from committee');
  const afterReading = syncs();
  for (let count = 0; count < 10; count += 1) {
    await pglite.query("insert into committee (name, department, phone) values ('', '', '')");
  }
  expect(afterReading - before).toBeLessThan(10);
  expect(syncs() - afterReading).toBeGreaterThanOrEqual(10);
  await pglite.close();
  await place.remove();
});

test('a start that does not reach the disk is refused', async () => {
  const place = await makeTestPlace('embedded');
  const parameters = [...PGlite.defaultStartParams];
  vi.resetModules();
  PGlite.defaultStartParams.push('-c', 'fsync=off');
  try {
    const connection = await import('../../../server/database/connection.ts');
    await expect(connection.openDatabase(place.options)).rejects.toThrow('ディスクへ書き込みを確定していない');
  } finally {
    PGlite.defaultStartParams.splice(0, Number.POSITIVE_INFINITY, ...parameters);
    await place.remove();
  }
});
