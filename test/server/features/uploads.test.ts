import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../server/database/connection.ts';
import { openTestDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { filePart, multipart, type Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, done, setUpCity, untilSettled, upload } from '../city.ts';

const limit = 4 * 1024 * 1024;
const hostile = fileURLToPath(new URL('../../../../shared/corpus/hostile/', import.meta.url));

let database: Database;
let portal: TestApp;
let official: Visitor;
let committee: number;
let port: number;

beforeAll(async () => {
  database = await openTestDatabase('embedded');
  portal = await openTestApp(database, { maxUploadBytes: limit });
  official = await setUpCity(portal);
  committee = await createCommittee(official);
  port = Number(new URL(await portal.app.listen({ port: 0 })).port);
});
afterAll(async () => {
  await portal.close();
  await database.close();
});

const cookie = () => [...official.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const incoming = () => readdirSync(join(portal.folder, 'files', 'incoming'));
const stored = () => globSync('files/blobs/*/*/*', { cwd: portal.folder }).length;
const documents = async (meeting: number) => (await done(official.get(`/api/meetings/${meeting}`))).documents;

/** Sends the whole form over a real connection. */
function send(
  path: string,
  payload: Buffer,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const options = {
      port,
      path,
      method: 'POST',
      headers: { ...headers, cookie: cookie(), 'content-length': payload.length },
    };
    const sent = request(options, async (response) => {
      resolve({ status: response.statusCode ?? 0, body: (await response.toArray()).join('') });
    });
    sent.once('error', reject);
    sent.end(payload);
  });
}

test('a file of the largest size is taken, a larger one refused with a sentence, and nothing of it stays', async () => {
  const meeting = await createMeeting(official, committee, '2024-07-01');
  const path = `/api/meetings/${meeting}/documents`;
  for (const [size, status] of [
    [limit, 200],
    [limit + 1, 413],
    [limit * 6, 413],
  ] as const) {
    const before = stored();
    const form = multipart([filePart('大きい.pdf', Buffer.alloc(size, 'x'))]);
    const answer = await send(path, form.payload, form.headers);
    expect(answer.status, answer.body).toBe(status);
    if (status === 413) {
      expect(JSON.parse(answer.body).error).toMatchObject({
        code: 'too_large',
        message: expect.stringContaining('大きい.pdf'),
      });
      expect(stored()).toBe(before);
    }
    expect(incoming()).toEqual([]);
  }
  expect(await documents(meeting)).toHaveLength(1);
});

test('an upload that is cut off leaves no document and no file', async () => {
  const meeting = await createMeeting(official, committee, '2024-07-02');
  const { payload, headers } = multipart([filePart('途中.pdf', Buffer.alloc(1_000_000, 'x'))]);
  const before = stored();
  const socket = connect(port, '127.0.0.1');
  const head = [
    `POST /api/meetings/${meeting}/documents HTTP/1.1`,
    'Host: 127.0.0.1',
    `Cookie: ${cookie()}`,
    `Content-Type: ${headers['content-type']}`,
    `Content-Length: ${payload.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await new Promise((written) => socket.write(payload.subarray(0, 500_000), written));
  await expect.poll(incoming).toHaveLength(1);
  socket.destroy();
  await expect.poll(incoming).toEqual([]);
  expect(stored()).toBe(before);
  expect(await documents(meeting)).toEqual([]);
});

test('an upload to what one may not change is refused before anything is stored', async () => {
  const before = stored();
  const { payload, headers } = multipart([filePart('a.pdf', makePaper(1, 'elsewhere'))]);
  expect((await send('/api/meetings/999999/documents', payload, headers)).status).toBe(404);
  expect((await send('/api/documents/999999/revisions', payload, headers)).status).toBe(404);
  expect(stored()).toBe(before);
});

test('hostile files each end with a sentence while a good one beside them becomes ready', { timeout: 300_000 }, async ({
  skip,
}) => {
  if (!existsSync(hostile)) return skip('the corpus is not here');
  const meeting = await createMeeting(official, committee, '2024-07-03');
  const names = readdirSync(hostile).filter((name) => name.endsWith('.pdf'));
  const uploads = [];
  for (const name of names)
    uploads.push({ name, ...(await upload(official, meeting, name, readFileSync(join(hostile, name)))) });
  const good = await upload(official, meeting, '資料１ 正しい.pdf', makePaper(3, 'Good'));
  const firstPage = async () => (await done(official.get(`/api/documents/${good.documentId}`))).pages.length;
  await expect.poll(firstPage, { timeout: 120_000, interval: 200 }).toBeGreaterThan(0);
  const ends: Record<string, string> = {};
  for (const { name, documentId } of uploads) {
    const { revision } = await untilSettled(official, documentId, 240);
    ends[name] = revision.state;
    if (revision.state === 'failed') expect(revision.failure, name).toMatch(/。$/);
    else expect(revision.pagesDone, name).toBe(revision.pageCount);
  }
  const states = names.map((name) => `${name}: ${ends[name]}`);
  for (const name of ['bad-empty', 'bad-notpdf', 'bad-random', 'bomb-deflate4g', 'bomb-ops512m'])
    expect(ends[`${name}.pdf`], states.join(', ')).toBe('failed');
  expect((await untilSettled(official, good.documentId, 60)).revision.state).toBe('ready');
  expect((await done(official.get('/api/session'))).official).not.toBeNull();
});
