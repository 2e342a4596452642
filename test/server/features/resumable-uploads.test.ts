import { readdirSync, statSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../server/database/connection.ts';
import { openTestDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
import { administrator, createCommittee, createMeeting, done, setUpCity } from '../city.ts';
import { makePdf, unknownPassword } from '../pdf/make-pdf.ts';

const limit = 4 * 1024 * 1024;
const tus = { 'tus-resumable': '1.0.0' };

let database: Database;
let portal: TestApp;
let official: Visitor;
let colleague: Visitor;
let meeting: number;

beforeAll(async () => {
  database = await openTestDatabase();
  portal = await openTestApp(database, { idle: true, maxUploadBytes: limit });
  official = await setUpCity(portal);
  meeting = await createMeeting(official, await createCommittee(official), '2024-07-01');
  colleague = await inviteColleague();
  await portal.app.listen({ port: 0 });
});
afterAll(async () => {
  await portal.close();
  await database.close();
});

/** Another administrator. */
async function inviteColleague(): Promise<Visitor> {
  const body = { name: '同僚　次郎', email: 'b@example.jp', role: 'administrator', committeeIds: [] };
  const { code } = await done(official.post('/api/officials', body));
  const visitor = new Visitor(portal.app);
  await done(visitor.post('/api/invitation/password', { code, password: administrator.password }));
  await done(visitor.post('/api/session', { email: 'b@example.jp', password: administrator.password }));
  return visitor;
}

const parts = () => readdirSync(join(portal.folder, 'files', 'parts'));
const documents = async () => (await done(official.get(`/api/meetings/${meeting}`))).documents;
const named = (name: string) => ({ 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` });
const create = (length: number | string, name = '資料１.pdf', headers = {}) =>
  official.ask('POST', '/api/uploads', undefined, { ...tus, ...named(name), 'upload-length': `${length}`, ...headers });
const send = (url: string, offset: number, piece: Buffer, headers = {}, visitor = official) =>
  visitor.ask('PATCH', url, piece, {
    ...{ ...tus, 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream' },
    ...headers,
  });
const sent = async (url: string) => Number((await official.ask('HEAD', url, undefined, tus)).headers['upload-offset']);
const finish = (url: string, visitor = official, resource = `meetings/${meeting}`) =>
  visitor.post(`/api/${resource}/uploads/${url.split('/').at(-1)}`);

async function begin(content: Buffer, name?: string): Promise<string> {
  const answer = await create(content.length, name);
  expect(answer.status).toBe(201);
  return String(answer.headers.location);
}

async function sendWhole(content: Buffer, name?: string): Promise<string> {
  const url = await begin(content, name);
  expect((await send(url, 0, content)).status).toBe(204);
  return url;
}

test('a file that arrives in pieces becomes a document, once however often its end is asked for', async () => {
  const content = makePaper(1, 'pieces');
  const url = await begin(content, '資料１ 計画.pdf');
  const half = Math.floor(content.length / 2);
  const first = await send(url, 0, content.subarray(0, half));
  expect([first.status, first.headers['upload-offset'], await sent(url)]).toEqual([204, String(half), half]);
  expect((await finish(url)).json().error.code).toBe('upload_incomplete');
  expect((await send(url, half, content.subarray(half))).status).toBe(204);
  const made = await done(finish(url));
  expect(await done(finish(url))).toEqual(made);
  expect(await documents()).toMatchObject([{ id: made.documentId, kind: 'material', number: '1', title: '計画' }]);
  const file = await official.get(`/api/revisions/${made.revisionId}/file`);
  expect(file.bytes.equals(content)).toBe(true);
  expect(parts()).toEqual([]);
  const entries = await portal.db
    .selectFrom('audit_entry')
    .select('act')
    .where('act', 'in', ['document-uploaded', 'document-replaced'])
    .execute();
  expect(entries).toEqual([{ act: 'document-uploaded' }]);

  const again = await sendWhole(makePaper(2, 'next version'), '資料１ 計画.pdf');
  const next = await done(finish(again, official, `documents/${made.documentId}`));
  expect(next).toMatchObject({ documentId: made.documentId, sameAs: null });
  expect((await finish(again, official, `documents/${made.documentId}`)).json()).toEqual(next);
});

test('of a piece whose line breaks what had arrived stays, and only the rest is sent', async () => {
  const content = Buffer.concat([makePaper(1, 'broken line'), Buffer.alloc(1_000_000, ' ')]);
  const url = await begin(content, '途中.pdf');
  const { port } = portal.app.server.address() as { port: number };
  const cookie = [...official.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const broken = request({
    ...{ port, path: url, method: 'PATCH' },
    headers: {
      ...{ ...tus, cookie, 'upload-offset': '0', 'content-length': content.length },
      'content-type': 'application/offset+octet-stream',
    },
  });
  broken.on('error', () => undefined);
  broken.write(content.subarray(0, 600_000));
  const part = join(portal.folder, 'files', 'parts', url.split('/').at(-1)!);
  await expect.poll(() => statSync(part).size).toBeGreaterThan(400_000);
  broken.destroy();
  const offset = await sent(url);
  expect(offset).toBeGreaterThan(400_000);
  expect((await send(url, offset, content.subarray(offset))).status).toBe(204);
  const { revisionId } = await done(finish(url));
  expect((await official.get(`/api/revisions/${revisionId}/file`)).bytes.equals(content)).toBe(true);
});

test("another official's upload is as if it were not there, and a stranger or another site gets nowhere", async () => {
  const url = await begin(makePaper(1, 'mine'));
  const stranger = new Visitor(portal.app);
  const piece = Buffer.from('%PDF');
  for (const [visitor, status] of [
    [colleague, 404],
    [stranger, 401],
  ] as const) {
    expect((await visitor.ask('HEAD', url, undefined, tus)).status).toBe(status);
    expect((await send(url, 0, piece, {}, visitor)).status).toBe(status);
    expect((await visitor.ask('DELETE', url, undefined, tus)).status).toBe(status);
    expect((await finish(url, visitor)).status).toBe(status);
  }
  const elsewhere = { origin: 'https://elsewhere.example' };
  expect((await create(10, 'a.pdf', elsewhere)).json().error.code).toBe('cross_site');
  expect((await send(url, 0, piece, elsewhere)).json().error.code).toBe('cross_site');
  // whoever claims to be its owner
  expect((await send(url, 0, piece, { 'x-kurabe-owner': '1' }, colleague)).status).toBe(404);
  expect(await sent(url)).toBe(0);
  expect((await official.ask('DELETE', url, undefined, tus)).status).toBe(204);
  expect((await official.ask('HEAD', url, undefined, tus)).status).toBe(404);
  expect((await finish(url)).json().error.code).toBe('not_found');
});

test('what breaks the rules is refused in the usual envelope', async () => {
  const before = parts().length;
  const code = async (asked: ReturnType<typeof create>) => {
    const answer = await asked;
    return [answer.status, answer.json().error.code];
  };
  expect(await code(create(limit + 1))).toEqual([413, 'too_large']);
  expect(await code(create(0, '空.pdf'))).toEqual([422, 'empty_file']);
  expect(await code(create('many'))).toEqual([400, 'request_failed']);
  expect(await code(create(5, 'a.pdf', { 'tus-resumable': '0.2' }))).toEqual([400, 'request_failed']);
  expect(await code(create(5, 'a.pdf', { 'upload-metadata': 'a b c' }))).toEqual([400, 'request_failed']);
  const deferred = { ...tus, 'upload-defer-length': '1' };
  expect(await code(official.ask('POST', '/api/uploads', undefined, deferred))).toEqual([400, 'request_failed']);
  expect(parts()).toHaveLength(before);
  const url = await begin(Buffer.alloc(8));
  expect(await code(send(url, 3, Buffer.alloc(5)))).toEqual([409, 'upload_conflict']);
  expect(await code(send(url, 0, Buffer.alloc(9)))).toEqual([413, 'too_large']);
  expect(await code(send(url, 0, Buffer.alloc(8), { 'content-type': 'text/plain' }))).toEqual([400, 'request_failed']);
  expect(await code(send('/api/uploads/..%2f..%2fsecret', 0, Buffer.alloc(8)))).toEqual([400, 'invalid_input']);
  expect(await code(finish(url, official, 'meetings/999999'))).toEqual([404, 'not_found']);
  expect(await code(finish(url, official, 'documents/999999'))).toEqual([404, 'not_found']);
  await official.ask('DELETE', url, undefined, tus);
});

test('a file that cannot become a document is refused at its end, by name, and nothing of it stays', async () => {
  const count = (await documents()).length;
  for (const [code, content] of [
    ['not_pdf', Buffer.from('<html>not a PDF</html>')],
    ['password_needed', makePdf({ pages: [{ content: '' }], trailer: unknownPassword })],
  ] as const) {
    const url = await sendWhole(content, `${code}.pdf`);
    const answer = await finish(url);
    expect([answer.status, answer.json().error.code]).toEqual([422, code]);
    expect(answer.json().error.message).toContain(`（${code}.pdf）`);
    expect((await finish(url)).status).toBe(404);
  }
  expect(parts()).toEqual([]);
  expect(await documents()).toHaveLength(count);
});

test('what nobody goes on with is erased after three days, and not before', async () => {
  const [old, young] = [await begin(makePaper(1)), await begin(makePaper(1))];
  const age = (hours: number, name: string) => {
    const then = new Date(Date.now() - hours * 3_600_000);
    utimesSync(join(portal.folder, 'files', 'parts', name), then, then);
  };
  for (const name of parts()) age(name.includes(old.split('/').at(-1)!) ? 73 : 71, name);
  expect(await portal.files.sweep()).toBe(2);
  expect((await official.ask('HEAD', old, undefined, tus)).status).toBe(404);
  expect(await sent(young)).toBe(0);
});
