import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../server/database/connection.ts';
import { pdfErrorSentences } from '../../../server/features/documents/pdf-sentences.ts';
import { processRevision } from '../../../server/features/documents/process-revision.ts';
import type { Files } from '../../../server/files/files.ts';
import { PdfError } from '../../../server/pdf/pdf-error.ts';
import { openTestDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, setUpCity, upload } from '../city.ts';

const pageCount = 24;
const never = new AbortController().signal;

let database: Database;
let portal: TestApp;
let official: Visitor;
let meeting: number;

beforeAll(async () => {
  database = await openTestDatabase();
  // nothing is read but by the calls below
  portal = await openTestApp(database, { idle: true });
  official = await setUpCity(portal);
  meeting = await createMeeting(official, await createCommittee(official), '2024-07-01');
});
afterAll(async () => {
  await portal.close();
  await database.close();
});

const find = (revisionId: number) =>
  portal.db.selectFrom('revision').selectAll().where('id', '=', revisionId).executeTakeFirstOrThrow();
const countPages = async (revisionId: number) =>
  (await portal.db.selectFrom('page').select('number').where('revision_id', '=', revisionId).execute()).length;

/** Kills the children at work on a paper, as a system without memory does. */
function killChildrenOn(path: string): void {
  for (const pid of readdirSync('/proc').map(Number).filter(Boolean)) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (/pdf\/(?:child\/)?main\.[jt]s/.test(command) && command.includes(path)) process.kill(pid, 'SIGKILL');
    } catch {
      // gone meanwhile
    }
  }
}

/** Reads the paper; the child is killed as soon as so many pages are stored. Resolves with how it ended. */
async function readUntil(revisionId: number, pages: number): Promise<unknown> {
  const path = await portal.files.path((await find(revisionId)).sha256);
  let stored = 0;
  const put: Files['put'] = async (content) => {
    const kept = await portal.files.put(content);
    stored += 1;
    // each page is a text and at least two pictures
    if (stored === 3 * pages) killChildrenOn(path);
    return kept;
  };
  const killer = pages === 0 ? setInterval(killChildrenOn, 5, path) : undefined;
  const files = new Proxy(portal.files, { get: (own, name) => (name === 'put' ? put : Reflect.get(own, name)) });
  return processRevision({ db: portal.db, files }, { revisionId }, never)
    .catch((error: unknown) => error)
    .finally(() => clearInterval(killer));
}

test('a paper whose reading is killed time and again becomes ready, as long as it comes further', async () => {
  const { revisionId } = await upload(official, meeting, '資料１ 長い.pdf', makePaper(pageCount));
  let kills = 0;
  for (let before = 0; ; kills += 1) {
    const end = await readUntil(revisionId, 1);
    if (!(end instanceof PdfError)) break;
    expect(end).toMatchObject({ code: 'interrupted', retryable: true });
    const pages = await countPages(revisionId);
    expect(pages).toBeGreaterThan(before);
    before = pages;
    expect(await find(revisionId)).toMatchObject({ state: 'processing', interruptions: 1 });
  }
  // more than the review's four crashes
  expect(kills).toBeGreaterThan(4);
  expect(await find(revisionId)).toMatchObject({ state: 'ready', failure: null });
  expect(await countPages(revisionId)).toBe(pageCount);
});

test('one that never comes further is given up in the end with a sentence; the end of the server counts for nothing', async () => {
  const { revisionId } = await upload(official, meeting, '資料２ 進まない.pdf', makePaper(2));
  for (let stop = 0; stop < 10; stop += 1)
    await expect(processRevision(portal, { revisionId }, AbortSignal.abort())).rejects.toThrow();
  expect(await find(revisionId)).toMatchObject({ state: 'processing', interruptions: 0 });
  for (let kill = 1; kill <= 4; kill += 1) {
    expect((await find(revisionId)).state).toBe('processing');
    expect(await readUntil(revisionId, 0)).toMatchObject({ code: 'interrupted' });
  }
  expect(await find(revisionId)).toMatchObject({ state: 'failed', failure: pdfErrorSentences.interrupted });
});
