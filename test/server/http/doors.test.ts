import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccessRule } from '../../../server/access/rule.ts';
import type { Database } from '../../../server/database/connection.ts';
import { requireAccess } from '../../../server/http/access-rules.ts';
import { openTestDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { type Answer, filePart, multipart, textPart, Visitor } from '../../visitor.ts';
import { administrator, createCommittee, createMeeting, setUpCity, untilSettled, upload } from '../city.ts';

const publicUrl = 'https://kurabe.example.jp';

describe('what every answer and every refusal has in common', () => {
  let database: Database;
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let meeting: number;
  let revision: number;

  beforeAll(async () => {
    database = await openTestDatabase('embedded');
    portal = await openTestApp(database, { publicUrl, maxUploadBytes: 300_000 });
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    meeting = await createMeeting(official, committee, '2024-07-01');
    const uploaded = await upload(official, meeting, '資料１ 予算.pdf', makePaper(1));
    revision = uploaded.revisionId;
    await untilSettled(official, uploaded.documentId);
  });
  afterAll(async () => {
    await portal.close();
    await database.close();
  });

  function expectEnvelope(answer: Answer, status: number, code: string): void {
    expect([answer.status, answer.text], answer.text).toEqual([status, expect.stringContaining('"requestId"')]);
    expect(Object.keys(answer.json())).toEqual(['error']);
    expect(answer.json().error).toEqual({
      code,
      message: expect.stringMatching(/。（?.*$/u),
      requestId: expect.stringMatching(/^\S+$/),
    });
  }

  test('security headers are on pages, JSON, pictures, files and refusals', async () => {
    const addresses = [
      '/',
      '/office',
      '/api/session',
      '/api/openapi.json',
      `/api/revisions/${revision}/pages/1/picture/large`,
      `/api/revisions/${revision}/file`,
      '/api/documents/999999',
      '/api/nothing',
      '/no-such-file.js',
      '/M/unknown',
    ];
    for (const url of addresses) {
      const { headers } = await official.get(url);
      const policy = String(headers['content-security-policy']);
      expect(policy, url).toContain("default-src 'self'");
      expect(policy, url).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect(policy, url).toContain("frame-ancestors 'none'");
      expect(policy, url).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
      expect(headers['x-content-type-options'], url).toBe('nosniff');
      expect(headers['referrer-policy'], url).toBe('no-referrer');
      expect(headers['strict-transport-security'], url).toContain('max-age=31536000');
      expect(headers['x-powered-by'], url).toBeUndefined();
    }
    const unreadable = (await official.get('/%')).headers;
    expect(unreadable['content-security-policy']).toContain("default-src 'none'");
    expect(unreadable['x-content-type-options']).toBe('nosniff');
  });

  test('what a person may see is kept by no other browser, and pictures only for the one that is signed in', async () => {
    expect((await official.get(`/api/meetings/${meeting}`)).headers['cache-control']).toBe('no-store');
    expect((await official.get('/api/session')).headers['cache-control']).toBe('no-store');
    expect((await official.get('/api/meetings/999999')).headers['cache-control']).toBe('no-store');
    for (const url of [`/api/revisions/${revision}/pages/1/picture/large`, `/api/revisions/${revision}/pages/1/text`]) {
      const { headers } = await official.get(url);
      expect(headers['cache-control'], url).toMatch(/^private, max-age=/);
      expect(headers.vary, url).toMatch(/cookie/i);
    }
  });

  test('cookies are secure where the city serves https', async () => {
    const answer = await new Visitor(portal.app).post('/api/session', administrator);
    expect(String(answer.headers['set-cookie'])).toMatch(/; Secure/);
  });

  test('a change from another site is refused, whatever it is', async () => {
    const url = `/api/meetings/${meeting}/publication`;
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: publicUrl },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'not an address' },
      { origin: 'https://kurabe.example.jp.evil.example' },
    ];
    for (const headers of foreign) {
      expectEnvelope(await official.post(url, undefined, headers), 403, 'cross_site');
      expectEnvelope(await official.put(`/api/committees/${committee}`, {}, headers), 403, 'cross_site');
      expectEnvelope(await official.delete(`/api/session?who=official`, headers), 403, 'cross_site');
      expect((await official.get(`/api/meetings/${meeting}`, headers)).status).toBe(200);
    }
    const { payload, headers } = multipart([filePart('a.pdf', makePaper(1))]);
    const form = { ...headers, 'sec-fetch-site': 'cross-site' };
    expectEnvelope(await official.ask('POST', `/api/meetings/${meeting}/documents`, payload, form), 403, 'cross_site');
    const own = [
      { 'sec-fetch-site': 'same-origin' },
      { origin: publicUrl },
      { origin: 'http://localhost:8080', host: 'localhost:8080' },
    ];
    for (const sent of own) expect((await official.post(url, undefined, sent)).status, JSON.stringify(sent)).toBe(200);
  });

  test('wrong addresses and bodies are refused in the one envelope', async () => {
    expectEnvelope(await official.get('/api/nothing'), 404, 'not_found');
    expectEnvelope(await official.post('/office', {}), 404, 'not_found');
    expectEnvelope(await official.get('/no-such-file.js'), 404, 'not_found');
    expectEnvelope(await official.get('/%'), 400, 'request_failed');
    expectEnvelope(await official.get('/api/documents/%E0%A4%A'), 400, 'request_failed');
    expectEnvelope(await official.get('/..%2f..%2fpackage.json'), 404, 'not_found');
    expectEnvelope(await official.get('/assets/..%5c..%5cserver/main.ts'), 404, 'not_found');
    expectEnvelope(await official.get('/%00.js'), 400, 'request_failed');
    for (const id of ['0', '-1', 'abc', '2147483648', '1e99', '%E3%81%82', 'null', '1%00'])
      expectEnvelope(await official.get(`/api/documents/${id}`), 400, 'invalid_input');
    expectEnvelope(await official.get(`/api/documents/${'9'.repeat(300)}`), 404, 'not_found');
    for (const id of ['999999', '2147483647']) {
      expectEnvelope(await official.get(`/api/documents/${id}`), 404, 'not_found');
      expectEnvelope(await official.get(`/api/meetings/${id}`), 404, 'not_found');
      expectEnvelope(await official.get(`/api/meetings/${id}/notices`), 404, 'not_found');
      expectEnvelope(await official.get(`/api/committees/${id}`), 404, 'not_found');
      expectEnvelope(await official.get(`/api/committees/${id}/meetings`), 404, 'not_found');
      expectEnvelope(await official.get(`/api/committees/${id}/contact`), 404, 'not_found');
      expectEnvelope(await official.get(`/api/revisions/${id}/file`), 404, 'not_found');
      expectEnvelope(await official.post(`/api/meetings/${id}/publication`), 404, 'not_found');
      expectEnvelope(await official.delete(`/api/documents/${id}`), 404, 'not_found');
      expectEnvelope(await official.upload(`/api/meetings/${id}/documents`, 'a.pdf', makePaper(1)), 404, 'not_found');
    }
    const url = '/api/committees';
    const json = { 'content-type': 'application/json' };
    expectEnvelope(await official.ask('POST', url, '{', json), 400, 'request_failed');
    expectEnvelope(await official.ask('POST', url, '', json), 400, 'request_failed');
    expectEnvelope(await official.ask('POST', url, '{"__proto__":{"x":1}}', json), 400, 'request_failed');
    expectEnvelope(await official.ask('POST', url, 'name=x', { 'content-type': 'text/plain' }), 400, 'invalid_input');
    expectEnvelope(await official.ask('POST', url, '<x/>', { 'content-type': 'text/xml' }), 415, 'request_failed');
    expectEnvelope(await official.ask('POST', url, JSON.stringify('x'.repeat(1_100_000)), json), 413, 'too_large');
    expectEnvelope(await official.post(url, []), 400, 'invalid_input');
    expectEnvelope(
      await official.post(url, { name: '　', department: 'x', phone: 'x', email: '' }),
      400,
      'invalid_input',
    );
  });

  test('values that a database cannot hold are refused, not an accident', async () => {
    const base = { title: 'x', heldOn: '2024-07-01', startsAt: '10:00', endsAt: null, place: '', agenda: [] };
    const post = (changes: object) => official.post(`/api/committees/${committee}/meetings`, { ...base, ...changes });
    for (const heldOn of [
      '2024-02-31',
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '0000-01-01',
      '24-1-1',
      '2024-07-01T00:00:00Z',
      '',
    ])
      expectEnvelope(await post({ heldOn }), 400, 'invalid_input');
    for (const startsAt of ['24:00', '9:00', '10:60', '１０:００'])
      expectEnvelope(await post({ startsAt }), 400, 'invalid_input');
    expectEnvelope(await post({ endsAt: '09:00' }), 400, 'invalid_input');
    expectEnvelope(await post({ title: 'NUL\u0000' }), 400, 'invalid_input');
    expectEnvelope(await post({ agenda: [{ title: 'NUL\u0000' }] }), 400, 'invalid_input');
    expectEnvelope(await post({ agenda: [{ id: 999999, title: 'x' }] }), 409, 'changed_elsewhere');
    for (const heldOn of ['2024-02-29', '9999-12-31', '0001-01-01'])
      expect((await post({ heldOn })).status, heldOn).toBe(200);
    const half = await post({ title: 'half a character \ud83d' });
    expect(half.status).toBe(200);
    expect((await official.get(`/api/meetings/${half.json().id}`)).json().title).toBe('half a character \ufffd');
  });

  test('null stays null', async () => {
    const uploaded = await upload(official, meeting, '参考１ 推計.pdf', makePaper(1));
    const agenda = [{ title: '報告' }];
    const body = { title: '会議', heldOn: '2024-07-01', startsAt: '14:00', endsAt: null, place: '', agenda };
    expect((await official.put(`/api/meetings/${meeting}`, body)).status).toBe(200);
    const input = {
      kind: 'reference',
      number: '1',
      title: '推計',
      openness: 'closed',
      agendaItemId: null,
      seriesId: null,
    };
    expect((await official.put(`/api/documents/${uploaded.documentId}`, input)).status).toBe(200);
    const after = (await official.get(`/api/meetings/${meeting}`)).json();
    expect(after.endsAt).toBeNull();
    const document = after.documents.find(({ id }: { id: number }) => id === uploaded.documentId);
    expect(document).toMatchObject({ agendaItemId: null, openness: 'closed', counterpart: null });
    expect(document.seriesId).toBeGreaterThan(0);
    expectEnvelope(
      await official.put(`/api/documents/${uploaded.documentId}`, { ...input, agendaItemId: 0 }),
      400,
      'invalid_input',
    );
    expectEnvelope(
      await official.put(`/api/documents/${uploaded.documentId}`, { ...input, agendaItemId: '1' }),
      400,
      'invalid_input',
    );
    expectEnvelope(
      await official.put(`/api/documents/${uploaded.documentId}`, { ...input, seriesId: 999999 }),
      404,
      'not_found',
    );
    expectEnvelope(
      await official.put(`/api/documents/${uploaded.documentId}`, { ...input, agendaItemId: 999999 }),
      409,
      'changed_elsewhere',
    );
  });

  test('forms without a file, with other fields, or with two files', async () => {
    const url = `/api/meetings/${meeting}/documents`;
    const send = (parts: Buffer[]) => {
      const { payload, headers } = multipart(parts);
      return official.ask('POST', url, payload, headers);
    };
    expectEnvelope(await official.post(url, {}), 400, 'not_multipart');
    expectEnvelope(await official.ask('POST', url), 400, 'not_multipart');
    expectEnvelope(await send([]), 400, 'not_multipart');
    expectEnvelope(await send([textPart('title', 'x')]), 400, 'not_multipart');
    const count = async () => (await official.get(`/api/meetings/${meeting}`)).json().documents.length;
    const before = await count();
    expect((await send([textPart('title', 'x'), filePart('あ.pdf', makePaper(1))])).status).toBe(200);
    expect(await count()).toBe(before + 1);
    expectEnvelope(
      await send([filePart('い.pdf', makePaper(1)), filePart('う.pdf', makePaper(1))]),
      400,
      'request_failed',
    );
    expect(await count()).toBe(before + 1);
    const broken = Buffer.from(
      '------kurabe-test-boundary\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 cut',
    );
    expectEnvelope(
      await official.ask('POST', url, broken, {
        'content-type': 'multipart/form-data; boundary=----kurabe-test-boundary',
      }),
      400,
      'request_failed',
    );
    expectEnvelope(
      await official.ask('POST', url, broken, { 'content-type': 'multipart/form-data' }),
      400,
      'request_failed',
    );
    expect(await count()).toBe(before + 1);
  });
});

describe('routes', () => {
  test('one without a rule of access does not start', () => {
    const app = Fastify().withTypeProvider<TypeBoxTypeProvider>();
    requireAccess(app);
    expect(() => app.get('/api/forgotten', () => 'secret')).toThrow('/api/forgotten has no access rule');
    const misspelt = { config: { access: 'oficial' as AccessRule } };
    expect(() => app.get('/api/misspelt', misspelt, () => 'secret')).toThrow('/api/misspelt');
  });
});
