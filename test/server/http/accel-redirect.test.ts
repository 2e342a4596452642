import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeWithDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { freePort, openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, setUpCity, untilSettled, upload } from '../city.ts';

const guide = fileURLToPath(new URL('../../../docs/operations.md', import.meta.url));
const hasNginx = spawnSync('nginx', ['-v']).status === 0;

describeWithDatabase('files that nginx sends (X-Accel-Redirect)', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let nginx: ChildProcess | undefined;
  let folder: string;
  let address: string;
  let revision: number;

  beforeAll(async () => {
    portal = await openTestApp(database(), { accelRedirect: '/kurabe-files/' });
    official = await setUpCity(portal);
    const meeting = await createMeeting(official, await createCommittee(official), '2024-07-01');
    const { documentId, revisionId } = await upload(official, meeting, '資料１ 計画.pdf', makePaper(2));
    revision = revisionId;
    await untilSettled(official, documentId);
    if (!hasNginx) return;
    const upstream = await portal.app.listen({ port: 0, host: '127.0.0.1' });
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    folder = mkdtempSync(join(tmpdir(), 'kurabe-nginx-'));
    await writeFile(join(folder, 'nginx.conf'), await configuration(port, upstream));
    nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
    await vi.waitUntil(() => isOpen(port), { timeout: 10_000 });
  });
  afterAll(async () => {
    if (nginx) {
      const ended = new Promise((resolve) => nginx?.once('close', resolve));
      nginx.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    }
    await portal.close();
  });

  /** The two places of the guide's own configuration, on this machine. */
  async function configuration(port: number, upstream: string): Promise<string> {
    const places = /```nginx\n# X-Accel-Redirect[^\n]*\n(.*?)```/s.exec(await readFile(guide, 'utf8'))?.[1] ?? '';
    const mine = places
      .replace('http://127.0.0.1:3000', upstream)
      .replace('/var/lib/kurabe/files/', `${join(portal.folder, 'files')}/`);
    expect(mine).not.toBe(places);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder};`);
    return `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log ${folder}/error;
      events {} http { access_log off; default_type application/octet-stream; ${temporary.join(' ')}
      server { listen 127.0.0.1:${port}; ${mine} } }`;
  }

  const ask = (path: string, headers: Record<string, string> = {}) => {
    const cookie = [...official.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return fetch(address + path, { headers: { cookie, ...headers } });
  };
  const stored = async (sha256: string) => ({
    place: portal.files.place(sha256),
    bytes: await portal.files.read(sha256),
  });
  const storedPicture = async () => {
    const pages = portal.db.selectFrom('page').select('large_sha256').where('revision_id', '=', revision);
    return stored((await pages.where('number', '=', 1).executeTakeFirstOrThrow()).large_sha256);
  };
  const storedPaper = async () => {
    const revisions = portal.db.selectFrom('revision').select('sha256').where('id', '=', revision);
    return stored((await revisions.executeTakeFirstOrThrow()).sha256);
  };

  test('the portal names the file and sends nothing of it', async () => {
    const { place } = await storedPicture();
    const answer = await official.get(`/api/revisions/${revision}/pages/1/picture/large`);
    expect([answer.status, answer.headers['x-accel-redirect'], answer.bytes.length]).toEqual([
      ...[200, `/kurabe-files/${place}`, 0],
    ]);
  });

  test.skipIf(!hasNginx)(
    'nginx sends pictures, papers and parts of them to whoever may read, and to nobody else',
    async () => {
      const picture = `/api/revisions/${revision}/pages/1/picture/large`;
      const { place, bytes } = await storedPicture();
      const drawn = await ask(picture);
      expect(Buffer.from(await drawn.arrayBuffer()).equals(bytes)).toBe(true);
      const told = ['content-type', 'cache-control', 'x-content-type-options', 'x-accel-redirect'];
      expect(told.map((name) => drawn.headers.get(name))).toEqual(['image/png', 'private, no-cache', 'nosniff', null]);
      expect((await ask(picture, { 'if-none-match': drawn.headers.get('etag') ?? '' })).status).toBe(304);

      const paper = await storedPaper();
      const file = await ask(`/api/revisions/${revision}/file?download=true`);
      expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(Buffer.from(await file.arrayBuffer()).equals(paper.bytes)).toBe(true);
      const part = await ask(`/api/revisions/${revision}/file`, { range: 'bytes=10-19' });
      expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, paper.bytes.subarray(10, 20)]);

      expect((await fetch(address + picture)).status).toBe(401);
      const fromOutside = await ask(`/kurabe-files/${place}`);
      expect([fromOutside.status, fromOutside.headers.get('cache-control')]).toEqual([503, 'no-store']);
      expect(Buffer.from(await fromOutside.arrayBuffer()).includes(bytes)).toBe(false);
    },
  );
});

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });
}
