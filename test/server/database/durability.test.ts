import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../server/database/connection.ts';
import { startChild } from '../../child.ts';
import { makeTestPlace } from '../../database.ts';
import { processesIn } from './processes.ts';

const writer = new URL('write-rows.ts', import.meta.url);
const clusterOf = (folder: string) => join(folder, 'postgresql-18');
const serverOf = (folder: string) =>
  Number(readFileSync(join(clusterOf(folder), 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Who is killed with -9 in the middle of writing. */
const victims = { 'the portal': [true, false], 'its database': [false, true], both: [true, true] } as const;

test('kill -9 in the middle of writing loses no acknowledged row, and leaves no process', {
  timeout: 120_000,
}, async () => {
  const place = await makeTestPlace('embedded');
  const { folder } = place.options;
  const acknowledged: number[] = [];
  for (const [name, [portal, server]] of Object.entries(victims)) {
    const child = startChild(writer, folder);
    await expect.poll(() => child.lines.length, { interval: 1 }).toBeGreaterThan(60);
    if (server) process.kill(serverOf(folder), 'SIGKILL');
    if (portal) await child.kill();
    else {
      const before = child.lines.length;
      await expect.poll(() => child.lines.length).toBeGreaterThan(before + 60);
      child.process.kill('SIGTERM');
      await child.ended;
    }
    await expect.poll(() => processesIn(clusterOf(folder)), { message: name }).toEqual([]);
    for (const line of child.lines.slice(1)) acknowledged.push(Number(line.replace('committed ', '')));
    const database = await openDatabase({ ...place.options, onError: () => {} });
    const kept = new Set((await database.db.selectFrom('committee').select('id').execute()).map((row) => row.id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    await database.close();
    expect(processesIn(clusterOf(folder))).toEqual([]);
  }
  expect(acknowledged.length).toBeGreaterThan(180);
  await place.remove();
});

test('a server that outlived its portal and whoever should have ended it is ended by the next', async () => {
  const place = await makeTestPlace('embedded');
  const child = startChild(writer, place.options.folder);
  await child.line('committed');
  const left = serverOf(place.options.folder);
  // stopped, it cannot answer the signal of whoever watches over it
  process.kill(left, 'SIGSTOP');
  await child.kill();
  const opening = openDatabase({ ...place.options, onError: () => {} });
  setTimeout(() => process.kill(left, 'SIGCONT'), 500);
  const database = await opening;
  expect(serverOf(place.options.folder)).not.toBe(left);
  expect(existsSync(`/proc/${left}/cwd`)).toBe(false);
  await database.close();
  await place.remove();
});

test('the server keeps what it acknowledges, checks what it reads, and is not on the network', async () => {
  const place = await makeTestPlace('embedded');
  const database = await openDatabase({ ...place.options, onError: () => {} });
  const setting = async (name: string) =>
    (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(database.db)).rows[0]!.value;
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'autovacuum'])
    expect([name, await setting(name)]).toEqual([name, 'on']);
  expect(await setting('listen_addresses')).toBe('');
  expect(await setting('server_encoding')).toBe('UTF8');
  const folded = await sql<{ text: string }>`select upper('ａbcé') as text`.execute(database.db);
  expect(folded.rows[0]!.text).toBe('ＡBCÉ');
  if (process.getuid?.() === 0) {
    const status = readFileSync(`/proc/${serverOf(place.options.folder)}/status`, 'utf8');
    expect(status).toMatch(/^Uid:\s+[1-9]/m);
    expect(status).toMatch(/^CapEff:\s+0+$/m);
  }
  await database.close();
  await place.remove();
});
