import { globSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../server/database/connection.ts';
import { openTestDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { filePart, multipart, type Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, done, setUpCity, untilSettled, upload } from '../city.ts';
import { makePdf, unknownPassword } from '../pdf/make-pdf.ts';

const limit = 4 * 1024 * 1024;

const unreadable: readonly (readonly [code: string, content: Buffer])[] = [
  ['empty_file', Buffer.alloc(0)],
  ['not_pdf', Buffer.from('<html>not a PDF</html>')],
  ['password_needed', makePdf({ pages: [{ content: '' }], trailer: unknownPassword })],
];

let database: Database;
let portal: TestApp;
let official: Visitor;
let committee: number;
let port: number;

beforeAll(async () => {
  database = await openTestDatabase();
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
    const form = multipart([
      filePart('大きい.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 'x')])),
    ]);
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

test('a file that cannot become a document is refused at once, with its own sentence, and nothing of it stays', async () => {
  const meeting = await createMeeting(official, committee, '2024-07-04');
  const before = stored();
  for (const [code, content] of unreadable) {
    const answer = await official.upload(`/api/meetings/${meeting}/documents`, `${code}.pdf`, content);
    expect([answer.status, answer.json().error.code]).toEqual([422, code]);
    expect(answer.json().error.message).toMatch(new RegExp(`ください。（${code}.pdf）$`));
  }
  expect(stored()).toBe(before);
  expect(incoming()).toEqual([]);
  expect(await documents(meeting)).toEqual([]);
});

// The same beside 8 processes that keep the machine busy: `npm run bench -- busy`.
test('of many papers at once the sound ones become ready, and what is wrong with the others is told', {
  timeout: 300_000,
}, async () => {
  const meeting = await createMeeting(official, committee, '2024-07-05');
  const papers = ['一', '二', '三', '四', '五', '六'].map((name, index) => ({
    name,
    pdf: makePaper(3, `Busy ${index}`),
  }));
  const [sound, refused, damaged] = await Promise.all([
    Promise.all(papers.map(({ name, pdf }) => upload(official, meeting, `${name}.pdf`, pdf))),
    Promise.all(
      unreadable.map(([, content]) => official.upload(`/api/meetings/${meeting}/documents`, 'x.pdf', content)),
    ),
    upload(official, meeting, '壊れた.pdf', makePaper(1).subarray(0, 200)),
  ]);
  expect(refused.map((answer) => answer.json().error.code)).toEqual(unreadable.map(([code]) => code));
  for (const { documentId } of sound)
    expect((await untilSettled(official, documentId, 240)).revision).toMatchObject({ state: 'ready', pagesDone: 3 });
  const { revision } = await untilSettled(official, damaged.documentId, 240);
  expect(revision).toMatchObject({ state: 'failed', failure: expect.stringContaining('壊れていて') });
  expect((await official.post(`/api/meetings/${meeting}/publication`)).json().error.code).toBe('documents_failed');
});

test('the same file twice is taken, and told which paper has it already; a withdrawn one does not count', async () => {
  const meeting = await createMeeting(official, committee, '2024-11-01');
  const other = await createMeeting(official, committee, '2024-12-01');
  const send = (to: string, name: string, text: string) => done(official.upload(to, name, makePaper(1, text)));
  const first = await send(`/api/meetings/${meeting}/documents`, '資料１ 計画.pdf', 'plan');
  expect(first.sameAs).toBeNull();
  expect((await send(`/api/meetings/${meeting}/documents`, '別の名前.pdf', 'plan')).sameAs).toBe('資料１　計画');
  expect((await send(`/api/documents/${first.documentId}/revisions`, 'b.pdf', 'plan')).sameAs).not.toBeNull();
  expect((await send(`/api/meetings/${other}/documents`, '資料１ 計画.pdf', 'plan')).sameAs).toBeNull();
  for (const { id } of await documents(meeting)) await done(official.delete(`/api/documents/${id}`));
  expect((await send(`/api/meetings/${meeting}/documents`, '資料２ 計画.pdf', 'plan')).sameAs).toBeNull();
});
