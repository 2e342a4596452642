import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Meeting } from '../../contract/meetings.ts';
import { launchBrowser } from '../browser.ts';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';
import { servePdfjs, turnPdfjsPage } from './pdfjs-page.ts';
import { median, type Row } from './row.ts';

const slowdown = 4;
/** 1.6 Mbps down, 0.75 up, 150 ms: what browsers' tools call slow 4G. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const rounds = 3;
const turns = 8;
const window = { width: 1180, height: 820 };

/** First page and page turns of the demonstration's 資料１, slowed down, beside pdf.js on the same file and server. */
export async function benchReading(): Promise<Row[]> {
  const portal = await startDemoPortal();
  const viewer = await servePdfjs();
  const browser = await launchBrowser();
  try {
    const target = await findTarget(browser, portal);
    const ours: number[] = [];
    const pdfjs: number[] = [];
    const meeting: number[] = [];
    const direct: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const [meetingShown, pageShown] = await firstPage(browser, portal, target.documentId);
      meeting.push(meetingShown);
      ours.push(pageShown);
      direct.push(await firstPageOfAddress(browser, portal, target.documentId));
      pdfjs.push(await firstPageOfPdfjs(browser, portal, viewer.path, target.revisionId));
    }
    const [ourTurn, theirTurn] = [
      await pageTurn(browser, portal, target.documentId),
      await pageTurnOfPdfjs(browser, portal, viewer.path, target.revisionId),
    ];
    const beside = { yardstickName: 'pdf.js', better: 'less' } as const;
    return [
      {
        name: "member's link to the meeting",
        unit: 'ms',
        ours: median(meeting),
        yardstick: null,
        yardstickName: '',
        better: 'less',
      },
      { name: "member's link to page 1 legible", unit: 'ms', ours: median(ours), yardstick: median(pdfjs), ...beside },
      {
        name: "a document's address to page 1 legible",
        unit: 'ms',
        ours: median(direct),
        yardstick: median(pdfjs),
        ...beside,
      },
      { name: 'page turn, median', unit: 'ms', ours: ourTurn, yardstick: theirTurn, ...beside },
      {
        name: 'server, peak memory',
        unit: 'MiB',
        ours: await portal.peakMemory(),
        yardstick: null,
        yardstickName: '',
        better: 'less',
      },
    ];
  } finally {
    await browser.close();
    await viewer.remove();
    await portal.close();
  }
}

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
  const context = await browser.newContext({ viewport: window, locale: 'ja-JP' });
  return context.newPage();
}

async function slow(page: Page, withNetwork: boolean): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  if (withNetwork) await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return session;
}

/** Milliseconds from the link to the meeting's card, and on to the first page; the person's tap takes no time. */
async function firstPage(browser: Browser, portal: DemoPortal, documentId: number): Promise<[number, number]> {
  const page = await openPage(browser);
  await slow(page, true);
  const start = performance.now();
  await page.goto(portal.links.member.url, { waitUntil: 'commit' });
  const card = page.locator(`a[href^="/documents/${documentId}"]`).first();
  await card.waitFor();
  const meeting = performance.now() - start;
  await card.click();
  await shown(page, 1);
  const first = performance.now() - start;
  await page.context().close();
  return [meeting, first];
}

/** The same from a document's own address, as a member comes back to it; signed in, nothing cached. */
async function firstPageOfAddress(browser: Browser, portal: DemoPortal, documentId: number): Promise<number> {
  const page = await openPage(browser);
  await page.request.get(portal.links.member.url);
  await slow(page, true);
  const start = performance.now();
  await page.goto(`${portal.origin}/documents/${documentId}`, { waitUntil: 'commit' });
  await shown(page, 1);
  const taken = performance.now() - start;
  await page.context().close();
  return taken;
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
  const start = performance.now();
  await page.goto(`${portal.origin}${path}?page=1&file=/api/revisions/${revisionId}/file`, { waitUntil: 'commit' });
  await page.locator('html[data-drawn="1"]').waitFor({ timeout: 120_000 });
  const taken = performance.now() - start;
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
