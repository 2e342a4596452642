import { globSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../server/database/connection.ts';
import { eraseUnneeded, keptDays } from '../../../server/features/documents/erase-unneeded.ts';
import { openTestDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import {
  createCommittee,
  createMeeting,
  createMember,
  done,
  issueKey,
  openLetter,
  setUpCity,
  untilSettled,
  upload,
} from '../city.ts';

const day = 24 * 60 * 60 * 1000;

let database: Database;
let portal: TestApp;
let official: Visitor;
let member: Visitor;
let committee: number;

beforeAll(async () => {
  database = await openTestDatabase();
  portal = await openTestApp(database);
  official = await setUpCity(portal);
  committee = await createCommittee(official);
  const meeting = await createMeeting(official, committee, '2020-07-01');
  const { key } = await issueKey(portal, meeting, await createMember(official, committee, '髙橋　花子'));
  member = await openLetter(portal, key);
});
afterAll(async () => {
  await portal.close();
  await database.close();
});

const stored = () => globSync('files/blobs/*/*/*', { cwd: portal.folder });
const takeBack = (revisionId: number) => official.post(`/api/revisions/${revisionId}/taking-back`);
/** As if everything that is there had been stored so long ago. */
const age = (milliseconds: number) => {
  const then = new Date(Date.now() - milliseconds);
  for (const file of stored()) utimesSync(join(portal.folder, file), then, then);
};
const acts = async (act: 'revision-taken-back' | 'revision-erased' | 'files-erased') =>
  portal.db.selectFrom('audit_entry').selectAll().where('act', '=', act).orderBy('id').execute();

test('a version taken back is read by nobody, the one before by all again, and is erased after the set time', async () => {
  const meeting = await createMeeting(official, committee, '2024-07-01');
  const first = await upload(official, meeting, '資料１ 名簿.pdf', makePaper(1, 'sound'));
  const url = `/api/documents/${first.documentId}`;
  await untilSettled(official, first.documentId);
  const publish = () => done(official.post(`/api/meetings/${meeting}/publication`));
  await publish();
  const second = await done(official.upload(`${url}/revisions`, '資料１ 名簿.pdf', makePaper(2, 'mistaken')));
  await untilSettled(official, first.documentId);
  await publish();
  expect((await done(member.get(url))).revision.id).toBe(second.revisionId);

  expect((await member.post(`/api/revisions/${second.revisionId}/taking-back`)).status).not.toBe(200);
  await done(takeBack(second.revisionId));
  expect((await takeBack(second.revisionId)).json().error.code).toBe('not_found');
  for (const visitor of [member, official]) {
    const shown = await done(visitor.get(url));
    expect([shown.revision.id, shown.revisions.length]).toEqual([first.revisionId, 1]);
    expect((await visitor.get(`${url}?revision=${second.revisionId}`)).status).toBe(404);
    for (const part of ['file', 'pages/1/text', 'pages/1/picture/large']) {
      await expect
        .poll(async () => (await visitor.get(`/api/revisions/${second.revisionId}/${part}`)).status)
        .toBe(404);
    }
    const found = await done(visitor.get(`/api/search?words=${encodeURIComponent('mistaken')}`));
    expect(JSON.stringify(found)).not.toContain('mistaken page');
  }
  expect((await official.post(`/api/revisions/${second.revisionId}/retry`)).status).toBe(404);
  await publish();
  expect((await done(member.get(url))).revision.id).toBe(first.revisionId);

  const named = await portal.db
    .selectFrom('page')
    .innerJoin('revision', 'revision.id', 'page.revision_id')
    .select(['revision.sha256', 'content_sha256', 'large_sha256', 'small_sha256'])
    .where('revision_id', '=', second.revisionId)
    .executeTakeFirstOrThrow();
  const left = async () =>
    (await Promise.all(Object.values(named).map((sha256) => portal.files.size(sha256)))).filter(
      (size) => size !== null,
    );
  age((keptDays + 1) * day);
  await eraseUnneeded(portal);
  expect(await left()).toHaveLength(4);
  await eraseUnneeded(portal, Date.now() + (keptDays + 1) * day);
  expect(await left()).toEqual([]);
  const pages = portal.db.selectFrom('page').select('number').where('revision_id', '=', second.revisionId);
  expect(await pages.execute()).toEqual([]);
  const row = portal.db.selectFrom('revision').selectAll().where('id', '=', second.revisionId);
  expect(await row.executeTakeFirst()).toMatchObject({ file_name: '', erased_at: expect.any(Date) });
  expect((await done(member.get(`/api/revisions/${first.revisionId}/pages/1/text`))).lines).not.toEqual([]);
  expect((await member.get(`/api/revisions/${first.revisionId}/pages/1/picture/large`)).status).toBe(200);
  expect(await acts('revision-taken-back')).toMatchObject([
    { subject_id: second.revisionId, actor: expect.any(String) },
  ]);
  expect(await acts('revision-erased')).toMatchObject([{ subject_id: second.revisionId, official_id: null }]);
  expect((await acts('files-erased')).at(-1)!.detail).toMatchObject({ files: expect.any(Number) });
});

test('a paper whose only version is taken back leaves its meeting and does not come back', async () => {
  const meeting = await createMeeting(official, committee, '2024-08-01');
  const { documentId, revisionId } = await upload(official, meeting, '資料２ 誤り.pdf', makePaper(1, 'only'));
  await done(takeBack(revisionId));
  expect((await official.get(`/api/documents/${documentId}`)).status).toBe(404);
  expect((await done(official.get(`/api/meetings/${meeting}`))).documents).toEqual([]);
  expect((await done(official.get(`/api/meetings/${meeting}/withdrawn-documents`))).documents).toEqual([]);
  expect((await official.post(`/api/documents/${documentId}/restoration`)).status).toBe(404);
});

test('a file that nothing needs is erased once it is old, and none that is stored again meanwhile', async () => {
  const [old, again, fresh] = await Promise.all(
    ['old', 'again', 'fresh'].map(async (text) => (await portal.files.put(Buffer.from(`${text} leftover`))).sha256),
  );
  const then = new Date(Date.now() - (keptDays + 1) * day);
  for (const sha256 of [old!, again!]) utimesSync(join(portal.folder, 'files', portal.files.place(sha256)), then, then);
  const before = new Date(Date.now() - keptDays * day);
  const erased = await portal.files.erase(before, async () => {
    await portal.files.put(Buffer.from('again leftover'));
    return new Set(
      stored()
        .map((file) => file.slice(-64))
        .filter((sha256) => ![old, again, fresh].includes(sha256)),
    );
  });
  expect(erased).toEqual({ files: 1, bytes: 'old leftover'.length });
  const sizes = await Promise.all([old, again, fresh].map((sha256) => portal.files.size(sha256!)));
  expect(sizes).toEqual([null, 14, 14]);
});
