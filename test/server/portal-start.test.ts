import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ConfigurationError, readConfiguration } from '../../server/configuration.ts';
import { makeTestPlace } from '../database.ts';
import { type PortalProcess, spawnPortal } from '../portal.ts';

const temporary = () => mkdtempSync(join(tmpdir(), 'kurabe-process-'));
const running: PortalProcess[] = [];
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const portal of running.splice(0)) {
    portal.process.kill('SIGKILL');
    await portal.ended;
  }
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** What the one line that it printed says; throws where that is no line of the log. */
function sentenceOf(portal: PortalProcess): string {
  const { level, time, pid, msg } = JSON.parse(portal.output());
  expect([level, typeof time, typeof pid]).toEqual([60, 'number', 'number']);
  return msg;
}

test('each wrong value stops the start with a sentence that names it', () => {
  const wrong: Record<string, string[]> = {
    PORT: ['http', '-1', '65536', '3000.5', '0x10', '1e3', ' '],
    PUBLIC_URL: [
      ...[
        'kurabe.example.jp',
        'ftp://kurabe.example.jp',
        'https://kurabe.example.jp/path',
        'https://a:b@kurabe.example.jp',
      ],
      ...['https://kurabe.example.jp/?x', `https://${'a'.repeat(40)}.jp`, 'http://[::1]:3000', 'http://my_host'],
    ],
    DATABASE_URL: ['localhost', 'mysql://localhost/kurabe', 'http://localhost'],
    KURABE_SECRET: ['short'],
    KURABE_OLD_SECRET: ['short'],
    METRICS_TOKEN: ['short'],
    TRUST_PROXY: ['true', '1'],
    MAX_UPLOAD_MB: ['0', '2001', '1.5', 'many'],
    LOG_LEVEL: ['verbose'],
  };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      let refusal: unknown;
      try {
        readConfiguration({ [name]: value });
      } catch (error) {
        refusal = error;
      }
      expect(refusal, `${name}=${value}`).toBeInstanceOf(ConfigurationError);
      expect((refusal as Error).message, value).toMatch(new RegExp(`^${name}.*。$`, 'su'));
    }
  }
  expect(() => readConfiguration({ DATABASE_URL: 'mysql://u:secret@h/d' })).not.toThrow('secret');
  expect(readConfiguration({ PUBLIC_URL: 'https://Kurabe.example.jp/' }).publicUrl).toBe('https://kurabe.example.jp');
  expect(readConfiguration({})).toMatchObject({ host: '127.0.0.1', port: 3000, trustProxy: false, logLevel: 'info' });
});

test('a portal that cannot start says why in one line and ends with 1', { timeout: 90_000 }, async () => {
  const folder = temporary();
  cleanups.push(() => rm(folder, { recursive: true }));
  writeFileSync(join(folder, 'file'), '');
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  cleanups.push(() => new Promise((closed) => taken.close(closed)));
  const { port } = taken.address() as { port: number };
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: 'x', KURABE_DATA: folder }, /^PORT=x は使えません。.*。$/],
    [{ PORT: '0', KURABE_DATA: join(folder, 'file') }, /^KURABE_DATA=\S+ に書き込めません（\w+）。.*。$/],
    [
      { PORT: '0', KURABE_DATA: folder, DATABASE_URL: 'postgres://kurabe:himitsu@127.0.0.1:1/x' },
      /^DATABASE_URL の PostgreSQL に接続できません.*。$/,
    ],
    [{ PORT: `${port}`, KURABE_DATA: join(folder, 'a') }, /^ポート \d+ はほかのプログラムが使っています。.*。$/],
    [{ PORT: '0', HOST: '192.0.2.1', KURABE_DATA: join(folder, 'a') }, /^HOST=192\.0\.2\.1 は.*。$/],
  ];
  for (const [environment, sentence] of cases) {
    const portal = spawnPortal({ LOG_LEVEL: 'error', ...environment });
    running.push(portal);
    expect([await portal.ended, sentenceOf(portal)], JSON.stringify(environment)).toEqual([
      1,
      expect.stringMatching(sentence),
    ]);
    expect(portal.output()).not.toContain('himitsu');
  }
});

test('a database of another secret or of other files is refused, of its own opens again, and takes a new secret beside the old', {
  timeout: 90_000,
}, async () => {
  const place = await makeTestPlace('postgres');
  const folder = temporary();
  cleanups.push(() => rm(folder, { recursive: true }), place.remove);
  const start = (name: string, secret: string, oldSecret?: string) => {
    const portal = spawnPortal({
      ...{ LOG_LEVEL: 'error', PORT: '0', DATABASE_URL: place.options.url!, KURABE_DATA: join(folder, name) },
      KURABE_SECRET: secret.repeat(32),
      ...(oldSecret && { KURABE_OLD_SECRET: oldSecret.repeat(32) }),
    });
    running.push(portal);
    return portal;
  };
  for (let count = 0; count < 2; count += 1) {
    const own = start('a', 'a');
    await own.printed(/くらべを開始しました/);
    own.process.kill('SIGTERM');
    expect(await own.ended).toBe(0);
  }
  const otherSecret = start('a', 'b');
  expect([await otherSecret.ended, sentenceOf(otherSecret)]).toEqual([
    1,
    expect.stringMatching(/^このデータベースは、別の鍵.*。$/),
  ]);
  const otherFiles = start('b', 'a');
  expect([await otherFiles.ended, sentenceOf(otherFiles)]).toEqual([
    1,
    expect.stringMatching(/^このデータベースの資料は、別の.*。$/),
  ]);
  const changed = start('a', 'b', 'a');
  await changed.printed(/くらべを開始しました/);
  changed.process.kill('SIGTERM');
  expect(await changed.ended).toBe(0);
  const before = start('a', 'a');
  expect([await before.ended, sentenceOf(before)]).toEqual([1, expect.stringMatching(/^このデータベースは、別の鍵/)]);
});
