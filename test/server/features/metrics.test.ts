import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
import { type Cast, makeCast } from '../access/cast.ts';
import { insertComparison } from '../access/compared.ts';

const metricsToken = 'a token of the tests with 32 characters';

describeWithDatabase('metrics', (database) => {
  let portal: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true, metricsToken });
    cast = await makeCast(portal);
    await insertComparison(portal, cast, 'earlier-1+plain-1');
  });
  afterAll(() => portal.close());

  const ask = (authorization: string) => new Visitor(portal.app).get('/metrics', { authorization });

  test('whoever brings the token reads of requests, jobs, pages, comparisons, database and disk', async () => {
    await cast.visitors['member-A']!.get(`/api/meetings/${cast.meetings['A-now']}`);
    await portal.enqueue('plan-indexing', {});
    const answer = await ask(`Bearer ${metricsToken}`);
    expect([answer.status, String(answer.headers['content-type'])]).toEqual([
      200,
      expect.stringMatching(/^text\/plain/),
    ]);
    for (const line of [
      /^kurabe_requests_total\{method="GET",route="\/api\/meetings\/:id",status="200"\} 1$/m,
      /^kurabe_request_seconds_count\{method="GET",route="\/api\/meetings\/:id"\} 1$/m,
      /^kurabe_jobs\{queue="plan-indexing",state="created"\} 1$/m,
      /^kurabe_revisions\{state="ready"\} 11$/m,
      /^kurabe_pages 11$/m,
      /^kurabe_comparisons\{state="ready"\} 1$/m,
      /^kurabe_sessions\{of="member"\} \d+$/m,
      /^kurabe_database_up 1$/m,
      /^kurabe_database_connections\{state="\w+"\} \d+$/m,
      /^kurabe_database_bytes \d{6,}$/m,
      /^kurabe_disk_free_bytes \d+$/m,
      /^process_resident_memory_bytes \d+$/m,
    ])
      expect(answer.text).toMatch(line);
    expect(answer.text).not.toMatch(/Himitsu|key of|example\.jp/);
    expect((await ask(`Bearer ${metricsToken}`)).status, 'once more').toBe(200);
  });

  test('nobody else does, an administrator no more than a stranger, and without a token there is no such address', async () => {
    for (const wrong of ['', 'Bearer', `Bearer ${metricsToken}x`, `Basic ${metricsToken}`])
      expect((await ask(wrong)).status, wrong).toBe(404);
    expect((await cast.visitors.administrator!.get('/metrics')).status).toBe(404);
    const without = await openTestApp(database(), { idle: true });
    const answer = await new Visitor(without.app).get('/metrics', { authorization: `Bearer ${metricsToken}` });
    expect(answer.text).not.toContain('kurabe_');
    await without.close();
  });
});
