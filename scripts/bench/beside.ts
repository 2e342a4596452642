import type { Browser, Page } from 'playwright-core';
import type { ComparedLines } from '../../contract/comparisons.ts';
import { launchBrowser } from '../browser.ts';
import { installGauge, type Wanted } from './beside-gauge.ts';
import { type BesidePapers, uploadPapers } from './beside-papers.ts';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';
import { rowsOf } from './made-paper.ts';
import { servePdfjs, turnPdfjsPage } from './pdfjs-page.ts';
import { median, ninetyFifth, type Row } from './row.ts';

const slowdown = 4;
const taps = 20;
const turns = 40;
/** Pages between the rows that are tapped, so that nothing of one is kept for the next. */
const apart = 6;
/** A person reads before turning; meanwhile the neighbours are fetched. */
const readingMilliseconds = 1200;
/** How much of a made page's height, A4 at the pane's width, a pane shows before it is scrolled. */
const seenPoints = 500;
const tablet = { viewport: { width: 1180, height: 820 }, hasTouch: true, locale: 'ja-JP' };

/**
 * Two papers of 148 and 143 pages side by side on a tablet at a quarter of its speed: taps, turns, and what is held, beside two
 * pdf.js viewers in two frames that turn the same pages. A time runs from the event's own time stamp to the end of the frame
 * in which both pictures (decoded) and, after a tap, both marks, their level and the card's values are painted. The throttle
 * slows the page's own thread: pdf.js's workers run at full speed.
 */
export async function benchBeside(): Promise<Row[]> {
  const portal = await startDemoPortal();
  const viewer = await servePdfjs();
  const browser = await launchBrowser();
  try {
    const papers = await uploadPapers(portal);
    return await measureBeside(browser, portal, viewer.twoPath, papers);
  } finally {
    await browser.close();
    await viewer.remove();
    await portal.close();
  }
}

async function measureBeside(
  browser: Browser,
  portal: DemoPortal,
  viewerPath: string,
  papers: BesidePapers,
): Promise<Row[]> {
  const page = await openBeside(browser, portal, papers);
  const near = await tapRows(page, papers, false);
  const far = await tapRows(page, papers, true);
  const turned = await turnPages(page);
  const longestTask = (...measured: Measured[]) => Math.max(0, ...measured.flatMap(({ longTasks }) => longTasks));
  await page.context().close();
  const held = await measureHeld(browser, portal, papers);
  const theirs = await turnPdfjs(browser, portal, viewerPath, papers);
  const row = (name: string, ours: number, yardstick: number | null = null, unit = 'ms'): Row => ({
    name,
    unit,
    ours,
    yardstick,
    yardstickName: yardstick === null ? '' : '2 × pdf.js',
    better: 'less',
  });
  return [
    row('both papers ready to their comparison', papers.waited),
    row('tap to counterpart, its picture there, median', median(near.times)),
    row('tap to counterpart, its picture there, p95', ninetyFifth(near.times)),
    row('tap to counterpart, its picture not there, median', median(far.times)),
    row('tap to counterpart, its picture not there, p95', ninetyFifth(far.times)),
    row('page turn of both, median', median(turned.times), median(theirs.times)),
    row('page turn of both, p95', ninetyFifth(turned.times), ninetyFifth(theirs.times)),
    row('longest task of a tap', longestTask(near, far)),
    row('longest task of a turn', longestTask(turned), longestTask(theirs)),
    row('canvases and pictures held, peak', held / 2 ** 20, null, 'MiB'),
  ];
}

async function openPage(browser: Browser, portal: DemoPortal, deviceScaleFactor = 1): Promise<Page> {
  const context = await browser.newContext({ ...tablet, deviceScaleFactor });
  const page = await context.newPage();
  await page.addInitScript(installGauge);
  await page.request.get(portal.links.member.url);
  return page;
}

async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

async function openBeside(
  browser: Browser,
  portal: DemoPortal,
  { comparison }: BesidePapers,
  deviceScaleFactor = 1,
): Promise<Page> {
  const page = await openPage(browser, portal, deviceScaleFactor);
  const { older, newer } = comparison;
  await page.goto(`${portal.origin}/documents/${newer.documentId}/beside/${older.documentId}?page=2`);
  await page.getByRole('link', { name: /^変わった数値の一覧/ }).waitFor();
  await slow(page);
  return page;
}

interface Measured {
  readonly times: number[];
  readonly longTasks: number[];
}

/** Taps rows of pages apart; where `away`, the other pane was left at a page whose pictures are of no use. */
async function tapRows(page: Page, papers: BesidePapers, away: boolean): Promise<Measured> {
  const times: number[] = [];
  const longTasks: number[] = [];
  if (away) await page.getByRole('button', { name: '連動中' }).click();
  for (let tap = 0; tap < taps; tap += 1) {
    const number = 2 + tap * apart;
    const target = await findRow(page, papers, number, tap);
    const counterpart = target.wanted.other;
    const start = away ? (counterpart < 72 ? 140 : 3) : counterpart;
    await page.evaluate(
      ([one, other]) => {
        window.gauge.goTo('page', one!);
        window.gauge.goTo('other', other!);
      },
      [number, start],
    );
    await page.evaluate((wanted) => window.gauge.stands(wanted), { page: number, other: start });
    await page.waitForTimeout(readingMilliseconds);
    times.push(await tapRow(page, target));
    longTasks.push(...(await page.evaluate(() => window.gauge.takeLongTasks())));
    await page.keyboard.press('Escape');
  }
  if (away) await page.getByRole('button', { name: '連動する' }).click();
  return { times, longTasks };
}

interface Target {
  /** Of its 本年度, in points of its page. */
  readonly box: readonly number[];
  readonly wanted: Wanted & { readonly values: readonly [string, string] };
}

/** A row that stands in both papers as they were made, each time another. */
async function findRow(page: Page, { comparison }: BesidePapers, number: number, tap: number): Promise<Target> {
  // behind its cover the newer paper begins with the sixth table
  const table = number + 4;
  const [older, newer] = [amountsOf(table, 2022), amountsOf(table, 2023)];
  const address = `/api/comparisons/${comparison.id}/lines?side=newer&page=${number}`;
  const { lines } = (await (await page.request.get(new URL(address, page.url()).href)).json()) as ComparedLines;
  const targets = lines.flatMap(({ place, values }): Target[] => {
    const [before, now] = [older.get(bare(place.label)), newer.get(bare(place.label))];
    const box = values.find((value) => value.newer?.text === now)?.newer?.box;
    if (!before || !now || !box || box[3]! > seenPoints) return [];
    return [{ box, wanted: { page: number, other: table + 1, values: [`${before}千円`, `${now}千円`] } }];
  });
  return targets[(tap * 5) % targets.length]!;
}

/** 本年度 of each row of a table, by its name; without those that stand in it twice. */
function amountsOf(table: number, year: number): ReadonlyMap<string, string> {
  const rows = rowsOf(table, year).map(([name, now]) => [bare(name!), now!] as const);
  return new Map(rows.filter(([name]) => rows.filter(([other]) => other === name).length === 1));
}

/** 3.総務施設管理費 → 総務施設管理費: the numbers move. */
const bare = (name: string) => name.replace(/^\d+\.\s*/, '');

async function tapRow(page: Page, { box, wanted }: Target): Promise<number> {
  const [left, top, right, bottom] = box as [number, number, number, number];
  const sheet = await page.evaluate(() => {
    window.gauge.takeLongTasks();
    return window.gauge.sheet();
  });
  // the made papers are A4 upright
  const scale = sheet.width / 595.28;
  await page.evaluate((wish) => window.gauge.arm('pointerdown', wish), wanted);
  await page.touchscreen.tap(sheet.left + ((left + right) / 2) * scale, sheet.top + ((top + bottom) / 2) * scale);
  return page.evaluate(() => window.gauge.measured);
}

async function turnPages(page: Page): Promise<Measured> {
  const times: number[] = [];
  await page.evaluate(() => window.gauge.goTo('page', 40));
  await page.waitForTimeout(readingMilliseconds);
  await page.evaluate(() => window.gauge.takeLongTasks());
  for (let turn = 1; turn <= turns; turn += 1) {
    await page.waitForTimeout(readingMilliseconds);
    const number = 40 + turn;
    await page.evaluate((wish) => window.gauge.arm('keydown', wish), { page: number, other: number + 5 });
    await page.keyboard.press('ArrowRight');
    times.push(await page.evaluate(() => window.gauge.measured));
  }
  return { times, longTasks: await page.evaluate(() => window.gauge.takeLongTasks()) };
}

/** Bytes on a screen of twice as many pixels: turned through, then as deep into both as they go. */
async function measureHeld(browser: Browser, portal: DemoPortal, papers: BesidePapers): Promise<number> {
  const page = await openBeside(browser, portal, papers, 2);
  for (let turn = 0; turn < 8; turn += 1) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(readingMilliseconds);
  }
  for (let step = 0; step < 4; step += 1) {
    await page.getByRole('button', { name: '拡大' }).click();
    await page.waitForTimeout(2 * readingMilliseconds);
  }
  const peak = await page.evaluate(() => window.gauge.peakBytes);
  await page.context().close();
  return peak;
}

async function turnPdfjs(
  browser: Browser,
  portal: DemoPortal,
  path: string,
  { comparison }: BesidePapers,
): Promise<Measured> {
  const page = await openPage(browser, portal);
  const file = (revisionId: number, number: number) =>
    encodeURIComponent(`page=${number}&file=/api/revisions/${revisionId}/file`);
  // the portal lets nobody frame its pages
  await page.route(/\/bench-pdfjs\/\w+\.html/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ contentType: 'text/html', body: await answer.text() });
  });
  const query = `left=${file(comparison.newer.revisionId, 40)}&right=${file(comparison.older.revisionId, 45)}`;
  await page.goto(`${portal.origin}${path}?${query}`);
  await page.locator('html[data-drawn="both"]').waitFor({ timeout: 120_000 });
  await slow(page);
  const times: number[] = [];
  await page.evaluate(() => window.gauge.takeLongTasks());
  for (let turn = 1; turn <= turns; turn += 1) {
    await page.waitForTimeout(readingMilliseconds);
    times.push(await turnPdfjsPage(page));
  }
  const longTasks = await page.evaluate(() => window.gauge.takeLongTasks());
  await page.context().close();
  return { times, longTasks };
}
