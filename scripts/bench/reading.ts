import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Meeting } from '../../contract/meetings.ts';
import { launchBrowser } from '../browser.ts';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';
import { type FirstView, installFirstView } from './first-view-gauge.ts';
import { servePdfjs, turnPdfjsPage } from './pdfjs-page.ts';
import { median, type Row } from './row.ts';

const slowdown = 4;
/** 1.6 Mbps down, 0.75 up, 150 ms: what browsers' tools call slow 4G. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const rounds = 3;
const turns = 8;
const screen = { width: 1180, height: 820 };

/** First page and page turns of the demonstration's 資料１, slowed down, beside pdf.js on the same file and server. */
export async function benchReading(): Promise<Row[]> {
  const portal = await startDemoPortal();
  const viewer = await servePdfjs();
  const browser = await launchBrowser();
  try {
    const target = await findTarget(browser, portal);
    const link = portal.links.member.url;
    const address = `${portal.origin}/documents/${target.documentId}`;
    const [ours, direct, unslowed, pdfjs]: [FirstView[], FirstView[], FirstView[], number[]] = [[], [], [], []];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await firstView(browser, portal, target.documentId, { url: link, slowed: true }));
      direct.push(await firstView(browser, portal, target.documentId, { url: address, slowed: true }));
      unslowed.push(await firstView(browser, portal, target.documentId, { url: link, slowed: false }));
      pdfjs.push(await firstPageOfPdfjs(browser, portal, viewer.path, target.revisionId));
    }
    const [ourTurn, theirTurn] = [
      await pageTurn(browser, portal, target.documentId),
      await pageTurnOfPdfjs(browser, portal, viewer.path, target.revisionId),
    ];
    const pageOf = (views: readonly FirstView[]) => median(views.map(({ page }) => page ?? Number.NaN));
    const meetingOf = (views: readonly FirstView[]) => median(views.map(({ meeting }) => meeting ?? Number.NaN));
    return [
      row("member's link to the meeting", meetingOf(ours)),
      row("member's link to page 1 legible", pageOf(ours), median(pdfjs)),
      row("a document's address to page 1 legible", pageOf(direct), median(pdfjs)),
      row("member's link to page 1 legible, nothing slowed", pageOf(unslowed)),
      row('page turn, median', ourTurn, theirTurn),
      row('server, peak memory', await portal.peakMemory(), null, 'MiB'),
    ];
  } finally {
    await browser.close();
    await viewer.remove();
    await portal.close();
  }
}

const row = (name: string, ours: number, yardstick: number | null = null, unit = 'ms'): Row => ({
  ...{ name, unit, ours, yardstick, better: 'less' },
  yardstickName: yardstick === null ? '' : 'pdf.js',
});

async function findTarget(browser: Browser, portal: DemoPortal) {
  const page = await openPage(browser);
  await page.goto(portal.links.member.url);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const answer = await page.request.get(`${portal.origin}/api/meetings/${id}`);
  const { documents } = (await answer.json()) as Meeting;
  await page.context().close();
  const document = documents.find(({ kind, number }) => kind === 'material' && number === '1')!;
  return { documentId: document.id, revisionId: document.revision.id };
}

/** A fresh browser profile: nothing cached, nobody signed in. */
async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: screen, locale: 'ja-JP' });
  return context.newPage();
}

async function slow(page: Page, withNetwork: boolean): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  if (withNetwork) await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return session;
}

/**
 * From a letter's link to the meeting and on to the first page, the person's tap taking no time; or from a document's own
 * address, as a member comes back to it. Nothing is cached, nobody has read yet.
 */
async function firstView(
  browser: Browser,
  portal: DemoPortal,
  documentId: number,
  { url, slowed }: { url: string; slowed: boolean },
): Promise<FirstView> {
  const page = await openPage(browser);
  if (url !== portal.links.member.url) await page.request.get(portal.links.member.url);
  await page.addInitScript(installFirstView, documentId);
  if (slowed) await slow(page, true);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.firstView.page !== null);
  const view = await page.evaluate(() => window.firstView);
  await page.context().close();
  return view;
}

/** Waits for the large picture of a page, loaded and drawn. */
async function shown(page: Page, number: number): Promise<void> {
  const picture = page.locator(`img[src*="/pages/${number}/picture/large"]`).first();
  await picture.waitFor();
  await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

async function firstPageOfPdfjs(
  browser: Browser,
  portal: DemoPortal,
  path: string,
  revisionId: number,
): Promise<number> {
  const page = await openPage(browser);
  await page.request.get(portal.links.member.url);
  await slow(page, true);
  await page.goto(`${portal.origin}${path}?page=1&file=/api/revisions/${revisionId}/file`, { waitUntil: 'commit' });
  await page.locator('html[data-drawn="1"]').waitFor({ timeout: 120_000 });
  const taken = Number(await page.locator('html').getAttribute('data-at'));
  await page.context().close();
  return taken;
}

async function pageTurn(browser: Browser, portal: DemoPortal, documentId: number): Promise<number> {
  const page = await openPage(browser);
  await page.goto(portal.links.member.url);
  await page.goto(`${portal.origin}/documents/${documentId}?page=1`);
  await shown(page, 1);
  await slow(page, false);
  const taken: number[] = [];
  for (let number = 2; number <= turns + 1; number += 1) {
    // the neighbours are fetched while a person reads
    await page.waitForTimeout(1500);
    taken.push(await page.evaluate(turnInPage, number));
  }
  await page.context().close();
  return median(taken);
}

/** Runs in the page: from the key to the next page's picture drawn, without the driver's own delay. */
async function turnInPage(number: number): Promise<number> {
  const wanted = `/pages/${number}/picture/large`;
  const find = (root: Document | ShadowRoot): HTMLImageElement | null => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLImageElement && element.src.includes(wanted) && element.checkVisibility())
        return element;
      const inner = element.shadowRoot && find(element.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }));
  let picture = find(document);
  while (!picture?.complete) {
    await frame();
    picture = find(document);
  }
  await picture.decode();
  await frame();
  return performance.now() - start;
}

async function pageTurnOfPdfjs(
  browser: Browser,
  portal: DemoPortal,
  path: string,
  revisionId: number,
): Promise<number> {
  const page = await openPage(browser);
  await page.request.get(portal.links.member.url);
  await page.goto(`${portal.origin}${path}?page=1&file=/api/revisions/${revisionId}/file`);
  await page.locator('html[data-drawn="1"]').waitFor();
  await slow(page, false);
  const taken: number[] = [];
  for (let number = 2; number <= turns + 1; number += 1) {
    await page.waitForTimeout(1500);
    taken.push(await turnPdfjsPage(page));
  }
  await page.context().close();
  return median(taken);
}
