import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { freePort, type PortalProcess, spawnPortal } from '../portal.ts';
import { processesIn } from './database/processes.ts';

let portal: PortalProcess | undefined;
let folder = '';
afterEach(async () => {
  portal?.process.kill('SIGKILL');
  await portal?.ended;
  await rm(folder, { recursive: true, maxRetries: 20, retryDelay: 100 });
});

test('a database that hangs, and one that is killed: 503 with a sentence and not silence, one line in the log, and back by itself', async () => {
  folder = mkdtempSync(join(tmpdir(), 'kurabe-outage-'));
  const port = await freePort();
  portal = spawnPortal({ KURABE_DATA: folder, PORT: `${port}`, LOG_LEVEL: 'error' });
  await portal.printed(/くらべを開始しました/);
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(20_000) });
  const signal = (name: NodeJS.Signals) => {
    for (const line of processesIn(join(folder, 'database', 'postgresql-18')))
      process.kill(Number.parseInt(line, 10), name);
  };
  const untilBack = () => expect.poll(async () => (await ask('/api/session')).status).toBe(200);
  const health = await (await ask('/api/health')).json();
  expect(health).toMatchObject({
    ready: true,
    database: 'ok',
    waitingJobs: expect.any(Number),
    version: expect.any(String),
  });
  expect(health.freeMebibytes).toBeGreaterThan(0);

  signal('SIGSTOP');
  const refused = await Promise.all(Array.from({ length: 20 }, () => ask('/api/session')));
  for (const answer of refused) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    const { error } = await answer.json();
    expect(error).toMatchObject({ code: 'database_unavailable', message: expect.stringContaining('もう一度') });
  }
  expect((await ask('/api/health/live')).status).toBe(200);
  const ill = await ask('/api/health');
  expect([ill.status, await ill.json()]).toEqual([
    503,
    expect.objectContaining({ ready: false, database: 'unavailable' }),
  ]);
  signal('SIGCONT');
  await untilBack();

  signal('SIGKILL');
  const answer = await ask('/api/session');
  expect([200, 503]).toContain(answer.status);
  await untilBack();
  expect((await ask('/api/health')).status).toBe(200);
  expect(
    portal
      .output()
      .split('\n')
      .filter((line) => line.includes('does not answer')).length,
  ).toBeLessThanOrEqual(1);
  expect(portal.output().split('\n').length).toBeLessThan(12);

  portal.process.kill('SIGTERM');
  expect(await portal.ended).toBe(0);
  expect(processesIn(join(folder, 'database', 'postgresql-18'))).toEqual([]);
});
