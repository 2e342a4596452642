import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccessRule } from '../../../server/access/rule.ts';
import type { Database } from '../../../server/database/connection.ts';
import { requireAccess } from '../../../server/http/access-rules.ts';
import { openTestDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { filePart, multipart, Visitor } from '../../visitor.ts';
import { administrator, createCommittee, createMeeting, setUpCity, untilSettled, upload } from '../city.ts';
import { expectEnvelope } from './envelope.ts';

const publicUrl = 'https://kurabe.example.jp';

describe('what every answer and every refusal has in common', () => {
  let database: Database;
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let meeting: number;
  let document: number;
  let revision: number;

  beforeAll(async () => {
    database = await openTestDatabase();
    portal = await openTestApp(database, { publicUrl, maxUploadBytes: 300_000 });
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    meeting = await createMeeting(official, committee, '2024-07-01');
    const uploaded = await upload(official, meeting, '資料１ 予算.pdf', makePaper(1));
    document = uploaded.documentId;
    revision = uploaded.revisionId;
    await untilSettled(official, uploaded.documentId);
  });
  afterAll(async () => {
    await portal.close();
    await database.close();
  });

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
      expect(headers['permissions-policy'], url).toContain('camera=()');
      expect(headers['x-frame-options'], url).toBe('DENY');
      expect(headers['x-content-type-options'], url).toBe('nosniff');
      expect(headers['referrer-policy'], url).toBe('no-referrer');
      expect(headers['strict-transport-security'], url).toContain('max-age=31536000');
      expect(headers['x-powered-by'], url).toBeUndefined();
    }
    const unreadable = (await official.get('/%')).headers;
    expect(unreadable['content-security-policy']).toContain("default-src 'none'");
    expect(unreadable['x-content-type-options']).toBe('nosniff');
  });

  test('answers are kept by no browser, and pictures and texts only under the name of what they hold', async () => {
    expect((await official.get(`/api/meetings/${meeting}`)).headers['cache-control']).toBe('no-store');
    expect((await official.get('/api/session')).headers['cache-control']).toBe('no-store');
    expect((await official.get('/api/meetings/999999')).headers['cache-control']).toBe('no-store');
    const { pages, revision: shown } = (await official.get(`/api/documents/${document}`)).json();
    const name = pages[0].pictures;
    expect(name).toMatch(/^[0-9a-f]{16}$/);
    expect(shown.cover).toBe(name);
    const picture = `/api/revisions/${revision}/pages/1/picture/large`;
    const kept = await official.get(`${picture}?v=${name}`);
    expect(kept.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect(kept.headers.vary ?? '').not.toMatch(/cookie/i);
    for (const url of [picture, `${picture}?v=0123456789abcdef`]) {
      const answer = await official.get(url);
      expect([answer.status, answer.headers['cache-control']], url).toEqual([200, 'private, no-cache']);
      expect(answer.bytes.equals(kept.bytes)).toBe(true);
      const again = await official.get(url, { 'if-none-match': String(answer.headers.etag) });
      expect([again.status, again.text]).toEqual([304, '']);
    }
    const text = `/api/revisions/${revision}/pages/1/text`;
    expect((await official.get(`${text}?v=${name}`)).headers['cache-control']).toBe('private, max-age=86400');
    expect((await official.get(text)).headers['cache-control']).toBe('no-store');
  });

  test('the quick picture of a page is told by its name; where there is none the large one stands for it', async () => {
    const first = async () => (await official.get(`/api/documents/${document}`)).json().pages[0].pictures as string;
    const picture = async (size: string) => {
      const answer = await official.get(`/api/revisions/${revision}/pages/1/picture/${size}?v=${await first()}`);
      expect(answer.headers['cache-control']).toBe('private, max-age=31536000, immutable');
      return answer.bytes;
    };
    const [large, small] = [await picture('large'), await picture('small')];
    expect((await picture('quick')).equals(large)).toBe(true);
    const page = portal.db.updateTable('page').where('revision_id', '=', revision).where('number', '=', 1);
    const { quick } = await page
      .set(({ ref }) => ({ quick_sha256: ref('small_sha256') }))
      .returning('quick_sha256 as quick')
      .executeTakeFirstOrThrow();
    expect(await first()).toMatch(new RegExp(`^[0-9a-f]{16}-${quick!.slice(0, 6)}$`));
    expect((await picture('quick')).equals(small)).toBe(true);
    expect((await picture('large')).equals(large)).toBe(true);
  });

  test('cookies are secure where the city serves https', async () => {
    const answer = await new Visitor(portal.app).post('/api/session', administrator);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-kurabe_official=/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).not.toMatch(/Domain/);
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
      // a name that was made to lead here
      { origin: 'http://rebound.example', host: 'rebound.example' },
      { origin: 'http://rebound.example', host: 'rebound.example', 'sec-fetch-site': 'same-origin' },
      { origin: 'http://localhost:8080', host: 'localhost:8080' },
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
      { origin: publicUrl, 'sec-fetch-site': 'same-origin' },
    ];
    for (const sent of own) expect((await official.post(url, undefined, sent)).status, JSON.stringify(sent)).toBe(200);
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
