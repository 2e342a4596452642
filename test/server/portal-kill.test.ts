import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { Client } from '../client.ts';
import { databaseKinds, makeTestPlace } from '../database.ts';
import { makePaper } from '../pdf.ts';
import { freePort, type PortalProcess, spawnPortal } from '../portal.ts';
import { filePart, multipart } from '../visitor.ts';
import { withPdf } from './print/drawn-pdf.ts';

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

const personal = {
  member: '髙﨑　𠮷乃',
  official: '秘密　管理者',
  email: 'himitsu.kanri@example.jp',
  password: 'とても秘密のことば、十二文字以上',
  address: '青葉県あおば市秘密町１－２－３',
  title: '秘密の議題',
};

for (const kind of databaseKinds) {
  test(`killed in the middle of a long paper, stopped in the middle of an upload, and nothing told to the log (${kind})`, {
    timeout: 180_000,
  }, async () => {
    const folder = temporary();
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    const environment: Record<string, string> = {
      KURABE_DATA: folder,
      PORT: `${await freePort()}`,
      LOG_LEVEL: 'debug',
    };
    environment.PUBLIC_URL = `http://127.0.0.1:${environment.PORT}`;
    if (kind === 'postgres') {
      const place = await makeTestPlace(kind);
      environment.DATABASE_URL = place.options.url!;
      cleanups.push(place.remove);
    }
    const start = async () => {
      const portal = spawnPortal(environment);
      running.push(portal);
      await portal.printed(/くらべを開始しました/);
      return portal;
    };

    const incoming = () => readdirSync(join(folder, 'files', 'incoming'));
    const first = await start();
    const [, code = ''] = await first.printed(/入力してください: ([\w-]+)/);
    const official = new Client(environment.PUBLIC_URL);
    const { email, password, official: name } = personal;
    await official.json('POST', '/api/set-up', { code, cityName: 'あおば市', name, email, password });
    const committee = await official.json('POST', '/api/committees', {
      name: '懇談会',
      department: '課',
      phone: '0',
      email: '',
    });
    const member = {
      ...{ name: personal.member, kana: '', position: '', postalCode: '', address: personal.address },
      ...{ termFrom: '2020-01-01', termTo: '2098-01-01' },
    };
    await official.json('POST', `/api/committees/${committee.id}/members`, member);
    const meeting = await official.json('POST', `/api/committees/${committee.id}/meetings`, {
      ...{ title: personal.title, heldOn: '2024-07-01', startsAt: '10:00', endsAt: null, place: '', agenda: [] },
    });
    const documents = `/api/meetings/${meeting.id}/documents`;
    const pageCount = 48;
    const uploaded = await (
      await official.upload(documents, '資料１ 長い.pdf', makePaper(pageCount, 'Long', 11))
    ).json();
    const read = () => official.json('GET', `/api/documents/${uploaded.documentId}`);
    while ((await read()).revision.pagesDone < 15) await wait(20);
    first.process.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');

    // swept once they are old enough to be nobody's
    const leftByKill = incoming();
    const second = await start();
    const halfway = await read();
    expect(halfway.revision.state).toBe('processing');
    expect(halfway.pages.length).toBeGreaterThanOrEqual(15);
    expect(halfway.pages.length).toBeLessThan(pageCount);
    for (let document = halfway; ; document = await read()) {
      if (document.revision.state !== 'ready') expect(document.revision.state).toBe('processing');
      else break;
      await wait(200);
    }
    const document = await read();
    expect(document.revision).toMatchObject({ pageCount, pagesDone: pageCount, failure: null });
    expect(document.pages.map((page: { label: string }) => page.label)).toEqual(
      Array.from({ length: pageCount }, (_, index) => `${index + 11}`),
    );
    for (const page of [1, 14, 15, 16, 17, pageCount]) {
      const { lines } = await official.json('GET', `/api/revisions/${uploaded.revisionId}/pages/${page}/text`);
      expect(lines[0].text).toBe(`Long page ${page} of ${pageCount}`);
      const picture = await official.ask('GET', `/api/revisions/${uploaded.revisionId}/pages/${page}/picture/large`);
      expect((await picture.arrayBuffer()).byteLength).toBe(Number(picture.headers.get('content-length')));
    }

    const letter = { memberIds: null, documentNumber: '', issuedOn: '2024-06-01', note: '', revokeEarlier: false };
    const letters = await official.ask('POST', `/api/meetings/${meeting.id}/notices`, letter);
    expect(letters.headers.get('content-type')).toBe('application/pdf');
    const key = await keyOf(Buffer.from(await letters.arrayBuffer()));
    const visitor = new Client(environment.PUBLIC_URL);
    expect((await visitor.ask('GET', `/M/${key}`)).headers.get('location')).toBe(`/meetings/${meeting.id}`);
    expect((await visitor.ask('GET', `/M/${key}X`)).headers.get('location')).toBe('/key/unknown');
    await visitor.ask('POST', '/api/session', { email, password: 'wrong' });
    await visitor.ask('GET', `/api/documents/${personal.title}`);

    const finish = await beginUpload(environment.PUBLIC_URL + documents, official.cookie, makePaper(3, 'Last'));
    second.process.kill('SIGTERM');
    await wait(300);
    expect(second.process.exitCode).toBeNull();
    expect(await finish()).toMatchObject({ documentId: expect.any(Number) });
    expect(await second.ended).toBe(0);
    expect(incoming()).toEqual(leftByKill);
    if (kind === 'postgres') expect(existsSync(join(folder, 'database'))).toBe(false);
    const kept = ['secret', 'files', ...(kind === 'postgres' ? [] : ['database'])];
    for (const name of kept) expect(statSync(join(folder, name)).mode & 0o7, `others and ${name}`).toBe(0);

    for (const log of [first.output(), second.output()]) {
      expect(log).toContain('"route":"/api/');
      expect(log).toMatch(
        /"reqId":"[^"]+","method":"[A-Z]+","route":"\/api\/[^"]+","official":1,"status":200,"ms":\d+,/,
      );
      for (const secret of [...Object.values(personal), key, key.toLowerCase(), 'kurabe_member', '資料１', 'Long page'])
        expect(log, secret).not.toContain(secret);
    }
    expect(second.output()).not.toContain(code);
  });
}

/** The key that a letter's PDF prints, read as a person would. */
async function keyOf(letter: Buffer): Promise<string> {
  return withPdf(letter, async (pages) => {
    const [found] = await pages.codes(0);
    return /\/M\/([0-9A-Z]{16})$/.exec(found?.text ?? '')?.[1] ?? '';
  });
}

/** Sends the first half of an upload; the answer's function sends the rest and gives the portal's JSON. */
async function beginUpload(url: string, cookie: string, pdf: Buffer): Promise<() => Promise<unknown>> {
  const { payload, headers } = multipart([filePart('資料２ 最後.pdf', pdf)]);
  const sent = request(url, { method: 'POST', headers: { ...headers, cookie, 'content-length': payload.length } });
  const answered = new Promise<string>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', async (response) => resolve((await response.toArray()).join('')));
  });
  await new Promise((written) => sent.write(payload.subarray(0, 400), written));
  await wait(300);
  return async () => {
    sent.end(payload.subarray(400));
    return JSON.parse(await answered);
  };
}
