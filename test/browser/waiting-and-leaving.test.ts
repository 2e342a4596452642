import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../server/database/connection.ts';
import { migrate } from '../../server/database/migrate.ts';
import { makeTestPlace, type TestPlace } from '../database.ts';
import { makePaper } from '../pdf.ts';
import { openTestApp, type TestApp } from '../portal.ts';
import {
  createCommittee,
  createMeeting,
  createMember,
  done,
  issueKey,
  openLetter,
  setUpCity,
  untilSettled,
  upload,
} from '../server/city.ts';
import { launchBrowser, openScreen, type Screen } from './browser.ts';

/** One that waits for a tenth of a second is a crowd. */
const gate = { crowd: 1, longestWait: 100 };
const waiting = '混み合っています。このままお待ちください。';

describe('a member at a portal that is crowded, and on a tablet that others use', () => {
  let place: TestPlace;
  let database: Database;
  let portal: TestApp;
  let browser: Browser;
  let screen: Screen;
  let page: Page;
  let address: string;
  let letter: string;
  let meeting: number;
  let paper: { documentId: number; revisionId: number };

  beforeAll(async () => {
    place = await makeTestPlace('embedded');
    database = await openDatabase(place.options);
    await migrate(database.patient);
    portal = await openTestApp(database, { gate });
    const official = await setUpCity(portal);
    const committee = await createCommittee(official);
    meeting = await createMeeting(official, committee, '2024-07-01', { title: 'しずかな会議' });
    paper = await upload(official, meeting, '資料１ 計画.pdf', makePaper(3));
    await untilSettled(official, paper.documentId);
    await done(official.post(`/api/meetings/${meeting}/publication`));
    letter = (await issueKey(portal, meeting, await createMember(official, committee, '髙橋　花子'))).key;
    address = await portal.app.listen({ port: 0, host: '127.0.0.1' });
    browser = await launchBrowser();
    screen = await openScreen(browser, address, 'landscape');
    page = screen.page;
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await database?.close();
    await place?.remove();
  });

  test('is told to wait, and sees the meeting without doing anything once it is over; who watches the portal hears all is well', async () => {
    await page.goto(`/M/${letter}`);
    await page.getByRole('heading', { name: 'しずかな会議' }).waitFor();
    const before = await openLetter(portal, letter);
    let held = true;
    let holding = Promise.resolve();
    await database.patient.transaction().execute(async (transaction) => {
      await sql`lock table agenda_item in access exclusive mode`.execute(transaction);
      holding = (async () => {
        while (held) await before.get(`/api/meetings/${meeting}`);
      })();
      await new Promise((later) => setTimeout(later, 2 * gate.longestWait));
      await page.goto(`/meetings/${meeting}`);
      await page.getByText(waiting).waitFor();
      await expect.poll(() => page.getByRole('heading', { name: 'しずかな会議' }).count()).toBe(0);
      expect((await fetch(`${address}/api/health`)).status).toBe(200);
      held = false;
    });
    await holding;
    await page.getByRole('heading', { name: 'しずかな会議' }).waitFor();
    await page.getByText(waiting).waitFor({ state: 'detached' });
  });

  test('a page whose picture is refused in a crowd comes by itself', async () => {
    let refused = 0;
    await page.route(/\/pages\/2\/picture\/large/, (route) => {
      refused += 1;
      return refused === 1 ? route.fulfill({ status: 503, headers: { 'retry-after': '1' } }) : route.continue();
    });
    const noted = page.waitForResponse(/reading-place/);
    await page.goto(`/documents/${paper.documentId}?page=2`);
    await page.waitForFunction(isShown, 2);
    // the next test comes back to it
    await noted;
    expect(refused).toBeGreaterThan(1);
    await page.unroute(/\/pages\/2\/picture\/large/);
  });

  test('who leaves is told of what they wrote and the portal has not got, and may stay', async () => {
    await page.route(/\/api\/notes$/, (route) => route.abort());
    await page.goto(`/documents/${paper.documentId}?page=2`);
    await page.getByRole('button', { name: '書き込み', exact: true }).click();
    await page.getByRole('toolbar').getByRole('button', { name: 'しおり' }).click();
    await page.getByText('この端末に残しています。つながると保存します').waitFor();
    await page.goto(`/meetings/${meeting}`);
    await page.getByRole('button', { name: 'この端末での閲覧を終える' }).click();
    await page.getByText('まだ保存されていない書き込みが1件').waitFor();
    await page.unroute(/\/api\/notes$/);
    await page.getByRole('button', { name: 'やめる' }).click();
    await page.getByRole('button', { name: 'この端末での閲覧を終える' }).click();
    await page.getByText('もう一度見るときは').waitFor();
    expect(await page.getByText('まだ保存されていない書き込み').count()).toBe(0);
    await page.getByRole('button', { name: 'やめる' }).click();
  });

  /** At the door, as a crowded portal does; who comes again is let in. */
  async function refuseOnce(address: RegExp): Promise<void> {
    let refused = false;
    const json = { error: { code: 'overloaded', message: '混み合っています。' } };
    await page.route(address, (route) => {
      if (refused) return route.continue();
      refused = true;
      return route.fulfill({ status: 503, headers: { 'retry-after': '1' }, json });
    });
  }

  test('after leaving, neither the way back, nor an address, nor what the browser kept shows anything', async () => {
    const address = `/documents/${paper.documentId}`;
    await page.goto(`/meetings/${meeting}`);
    await page.getByRole('link', { name: /計画/ }).first().click();
    await page.waitForFunction(isShown, 2);
    const kept = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const private_ = kept.filter((url) => /\/api\/revisions\//.test(url));
    expect(private_.some((url) => url.includes('/picture/large'))).toBe(true);
    expect(await page.evaluate(fromCache, private_)).toContain(true);
    await page.goBack();
    await refuseOnce(/\/api\/session\?who=member/);
    await page.getByRole('button', { name: 'この端末での閲覧を終える' }).click();
    await page.getByRole('button', { name: '閲覧を終える', exact: true }).click();
    await page.getByRole('heading', { name: '会議資料を見る' }).waitFor();
    expect(await page.evaluate(fromCache, private_)).not.toContain(true);
    expect(await page.evaluate(asPictures, private_)).not.toContain(true);
    await page.goBack();
    await page.getByText('開催通知のコードが必要です').waitFor();
    expect(await page.content()).not.toContain('しずかな会議');
    for (const url of [`/meetings/${meeting}`, address]) {
      await page.goto(url);
      await page.getByText('開催通知のコードが必要です').waitFor();
      await expect.poll(() => page.getByText('計画').count()).toBe(0);
    }
    for (const url of private_) expect((await page.request.get(url)).status(), url).toBe(401);
  });
});

/** In the page: the picture of this page stands in the reader. */
function isShown(number: number): boolean {
  const reader = document.querySelector('kurabe-app')?.shadowRoot?.querySelector('reader-page')?.shadowRoot;
  const stage = reader?.querySelector('reader-stage')?.shadowRoot;
  const image = stage?.querySelector('ui-page-view')?.shadowRoot?.querySelector<HTMLImageElement>('.picture img');
  return Boolean(image?.complete && image.naturalWidth > 0 && image.src.includes(`/pages/${number}/picture/large`));
}

/** In the page: which of these the browser still has. */
function fromCache(urls: readonly string[]): Promise<boolean[]> {
  const options = { cache: 'only-if-cached', mode: 'same-origin' } as const;
  return Promise.all(
    urls.map((url) =>
      fetch(url, options).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  );
}

/** In the page: which of these can still be drawn. */
function asPictures(urls: readonly string[]): Promise<boolean[]> {
  return Promise.all(
    urls.map((url) => {
      const image = new Image();
      image.src = url;
      return image.decode().then(
        () => true,
        () => false,
      );
    }),
  );
}
