import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp } from '../../scripts/backup/backup.ts';
import { restore } from '../../scripts/backup/restore.ts';
import type { Database } from '../../server/database/connection.ts';
import { startPortal } from '../../server/main.ts';
import { Client } from '../client.ts';
import { openTestDatabase } from '../database.ts';
import { makePaper } from '../pdf.ts';
import { openTestApp, type TestApp, testConfiguration } from '../portal.ts';
import { administrator, createCommittee, createMeeting, done, setUpCity, untilSettled, upload } from './city.ts';

let folder = '';
let database: Database;
let portal: TestApp;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kurabe-backup-'));
  database = await openTestDatabase();
  portal = await openTestApp(database);
});
afterAll(async () => {
  await portal.close();
  await database.close();
  await rm(folder, { recursive: true, maxRetries: 20, retryDelay: 100 });
});

test('a backup of a running portal restores whole into an empty folder, overwrites nothing, and is refused where it is damaged', async () => {
  const official = await setUpCity(portal);
  const meeting = await createMeeting(official, await createCommittee(official), '2024-07-01');
  const paper = makePaper(3, 'Kept');
  const { documentId, revisionId } = await upload(official, meeting, '資料１ 予算.pdf', paper);
  const before = await untilSettled(official, documentId);
  const picture = await official.get(`/api/revisions/${revisionId}/pages/2/picture/large`);
  const source = testConfiguration(portal.folder, { databaseUrl: database.url });
  const file = at('kurabe.tar');

  const files = await backUp(source, file);
  expect(files).toBeGreaterThanOrEqual(10);
  await expect(backUp(source, file)).rejects.toThrow('すでにあります');
  expect(readdirSync(folder)).toEqual(['kurabe.tar']);

  const place = testConfiguration(at('restored'), { secret: 'a secret of the tests, 32 characters and more' });
  expect(await restore(place, file)).toBe(files);
  await expect(restore(place, file)).rejects.toThrow('空ではありません');
  await expect(restore({ ...place, dataFolder: at('other'), databaseUrl: database.url }, file)).rejects.toThrow(
    '空ではありません',
  );

  const restored = await startPortal(place);
  try {
    const client = new Client(restored.address);
    await client.json('POST', '/api/session', administrator);
    const after = await client.json('GET', `/api/documents/${documentId}`);
    expect(after.pages).toEqual(before.pages);
    expect(after.revision).toMatchObject({ state: 'ready', pageCount: 3 });
    const { entries } = await client.json('GET', '/api/audit?act=document-uploaded');
    expect(entries).toMatchObject([{ actor: '管理　太郎', detail: { file: '資料１ 予算.pdf' } }]);
    const drawn = await client.ask('GET', `/api/revisions/${revisionId}/pages/2/picture/large`);
    expect(Buffer.from(await drawn.arrayBuffer())).toEqual(picture.bytes);
    const more = await client.json('POST', '/api/committees', { name: '次', department: '課', phone: '0', email: '' });
    expect(more.id).toBeGreaterThan(1);
  } finally {
    await restored.close();
  }
  expect((await done(official.get(`/api/documents/${documentId}`))).revision.state).toBe('ready');

  const whole = readFileSync(file);
  writeFileSync(at('short.tar'), whole.subarray(0, whole.length - 4096));
  const changed = Buffer.from(whole);
  changed[whole.indexOf('%PDF-')] = 0x51;
  writeFileSync(at('changed.tar'), changed);
  for (const name of ['short', 'changed']) {
    const empty = testConfiguration(at(name));
    await expect(restore(empty, at(`${name}.tar`)), name).rejects.toThrow('壊れています');
    expect(readdirSync(at(name)), name).toEqual([]);
  }
});
