import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../server/database/connection.ts';
import { openTestDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { filePart, multipart, textPart, type Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, done, setUpCity, upload } from '../city.ts';
import { expectEnvelope } from './envelope.ts';

describe('what is refused, and how', () => {
  let database: Database;
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let meeting: number;

  beforeAll(async () => {
    database = await openTestDatabase();
    portal = await openTestApp(database, { idle: true, maxUploadBytes: 300_000 });
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    meeting = await createMeeting(official, committee, '2024-07-01');
  });
  afterAll(async () => {
    await portal.close();
    await database.close();
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

  test('what is typed on one line stands on one line, and nothing typed has marks that turn its direction', async () => {
    const agenda = [{ title: '報告\r\nBcc: x', mark: '\u200f(1)' }];
    const body = { title: '\u202a第１回\r\n会議\u202c ', heldOn: '2024-07-01', startsAt: '10:00', endsAt: null };
    const { id } = await done(
      official.post(`/api/committees/${committee}/meetings`, { ...body, place: '３階\t会議室\u2066', agenda }),
    );
    expect(await done(official.get(`/api/meetings/${id}`))).toMatchObject({
      ...{ title: '第１回 会議', place: '３階 会議室' },
      agenda: [{ title: '報告 Bcc: x', mark: '(1)' }],
    });
    const term = { termFrom: '2020-01-01', termTo: '2098-01-01' };
    const member = {
      name: '髙橋\u2067',
      kana: '',
      position: '委員\n',
      postalCode: '',
      address: '中央１\r\n２号\u202e館',
      ...term,
    };
    await done(official.post(`/api/committees/${committee}/members`, member));
    const [added] = (await done(official.get(`/api/committees/${committee}`))).members;
    expect(added).toMatchObject({ name: '髙橋', position: '委員', address: '中央１\n２号館' });
    const empty = { ...body, place: '', agenda: [], title: '\u202a\r\n' };
    expectEnvelope(await official.post(`/api/committees/${committee}/meetings`, empty), 400, 'invalid_input');
  });

  test('null stays null', async () => {
    const uploaded = await upload(official, meeting, '参考１ 推計.pdf', makePaper(1));
    const agenda = [{ title: '報告' }];
    const body = {
      title: '会議',
      heldOn: '2024-07-01',
      startsAt: '14:00',
      endsAt: null,
      place: '',
      agenda,
      edition: 1,
    };
    expect((await official.put(`/api/meetings/${meeting}`, body)).status).toBe(200);
    const input = {
      kind: 'reference',
      number: '1',
      title: '推計',
      openness: 'closed',
      agendaItemId: null,
      seriesId: null,
      edition: 1,
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
      await official.put(`/api/documents/${uploaded.documentId}`, { ...input, seriesId: 999999, edition: 2 }),
      404,
      'not_found',
    );
    expectEnvelope(
      await official.put(`/api/documents/${uploaded.documentId}`, { ...input, agendaItemId: 999999, edition: 2 }),
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
