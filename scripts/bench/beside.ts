import type { Browser, Page } from 'playwright-core';
import type { ComparedLine, ComparedLines } from '../../contract/comparisons.ts';
import { printedValue } from '../../domain/quantities/printed-difference.ts';
import { launchBrowser } from '../browser.ts';
import { installGauge, type Wanted } from './beside-gauge.ts';
import { type BesidePapers, uploadPapers } from './beside-papers.ts';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';
import { servePdfjs } from './pdfjs-page.ts';
import { median, ninetyFifth, type Row } from './row.ts';

const slowdown = 4;
const taps = 20;
const turns = 40;
/** Pages between two turns of the papers' halves, so that nothing of one tap is kept for the next. */
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

export async function measureBeside(
  browser: Browser,
  portal: DemoPortal,
  viewerPath: string,
  papers: BesidePapers,
): Promise<Row[]> {
  const page = await openBeside(browser, portal, papers);
  const near = await tapRows(page, papers, false);
  const far = await tapRows(page, papers, true);
  const turned = await turnPages(page);
  await zoomBoth(page);
  const peak = await page.evaluate(() => window.gauge.peakBytes);
  await page.context().close();
  const theirs = await turnPdfjs(browser, portal, viewerPath, papers);
  const pdfjs = { yardstickName: '2 × pdf.js', better: 'less' } as const;
  const alone = { yardstick: null, yardstickName: '', better: 'less' } as const;
  const ms = 'ms';
  return [
    { name: 'both papers ready to their comparison', unit: ms, ours: papers.waited, ...alone },
    { name: 'tap to counterpart, its picture there, median', unit: ms, ours: median(near.times), ...alone },
    { name: 'tap to counterpart, its picture there, p95', unit: ms, ours: ninetyFifth(near.times), ...alone },
    { name: 'tap to counterpart, its picture not there, median', unit: ms, ours: median(far.times), ...alone },
    { name: 'tap to counterpart, its picture not there, p95', unit: ms, ours: ninetyFifth(far.times), ...alone },
    {
      name: 'page turn of both, median',
      unit: ms,
      ours: median(turned.times),
      yardstick: median(theirs.times),
      ...pdfjs,
    },
    {
      name: 'page turn of both, p95',
      unit: ms,
      ours: ninetyFifth(turned.times),
      yardstick: ninetyFifth(theirs.times),
      ...pdfjs,
    },
    { name: 'longest task of a tap', unit: ms, ours: Math.max(0, ...near.longTasks, ...far.longTasks), ...alone },
    {
      name: 'longest task of a turn',
      unit: ms,
      ours: Math.max(0, ...turned.longTasks),
      yardstick: Math.max(0, ...theirs.longTasks),
      ...pdfjs,
    },
    {
      name: 'canvases and pictures held, peak',
      unit: 'MiB',
      ours: peak / 2 ** 20,
      yardstick: theirs.peak / 2 ** 20,
      ...pdfjs,
    },
  ];
}

async function openPage(browser: Browser, portal: DemoPortal): Promise<Page> {
  const context = await browser.newContext(tablet);
  const page = await context.newPage();
  await page.addInitScript(installGauge);
  await page.request.get(portal.links.member.url);
  return page;
}

async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

async function openBeside(browser: Browser, portal: DemoPortal, { comparison }: BesidePapers): Promise<Page> {
  const page = await openPage(browser, portal);
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
    const line = await findRow(page, papers, number, tap);
    const counterpart = line.other!.page;
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
    times.push(await tapRow(page, line, number));
    longTasks.push(...(await page.evaluate(() => window.gauge.takeLongTasks())));
    await page.keyboard.press('Escape');
  }
  if (away) await page.getByRole('button', { name: '連動する' }).click();
  return { times, longTasks };
}

/** A row with a counterpart, each time another. */
async function findRow(page: Page, { comparison }: BesidePapers, number: number, tap: number): Promise<ComparedLine> {
  const address = `/api/comparisons/${comparison.id}/lines?side=newer&page=${number}`;
  const answer = await page.request.get(new URL(address, page.url()).href);
  const { lines } = (await answer.json()) as ComparedLines;
  const rows = lines.filter(
    ({ other, values, place }) =>
      other && place.box[3]! < seenPoints && values.some(({ older, newer }) => older && newer),
  );
  return rows[(tap * 5) % rows.length]!;
}

async function tapRow(page: Page, line: ComparedLine, number: number): Promise<number> {
  const value = line.values.find(({ older, newer }) => older && newer)!;
  const [left, top, right, bottom] = value.newer!.box as [number, number, number, number];
  const sheet = await page.evaluate(() => {
    window.gauge.takeLongTasks();
    return window.gauge.sheet();
  });
  // the made papers are A4 upright
  const scale = sheet.width / 595.28;
  const at = (points: number, from: number) => from + points * scale;
  const wanted: Wanted = {
    page: number,
    other: line.other!.page,
    values: [printedValue(value.older!), printedValue(value.newer!)],
  };
  await page.evaluate((wish) => window.gauge.arm('pointerdown', wish), wanted);
  await page.touchscreen.tap(at((left + right) / 2, sheet.left), at((top + bottom) / 2, sheet.top));
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

/** Deep into both, as far as it goes: what is held is then most. */
async function zoomBoth(page: Page): Promise<void> {
  for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: '拡大' }).click();
  await page.waitForTimeout(5 * readingMilliseconds);
}

async function turnPdfjs(browser: Browser, portal: DemoPortal, path: string, { comparison }: BesidePapers) {
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
    times.push(
      await page.evaluate<number>(`(async () => {
      const start = performance.now();
      await window.turn();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - start;
    })()`),
    );
  }
  const longTasks = await page.evaluate(() => window.gauge.takeLongTasks());
  const peak = await page.evaluate(() => {
    const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentWindow!);
    return frames.reduce((sum, frame) => sum + frame.gauge.peakBytes + canvasBytes(frame.document), 0);
    function canvasBytes(of: Document): number {
      return [...of.querySelectorAll('canvas')].reduce((sum, { width, height }) => sum + width * height * 4, 0);
    }
  });
  await page.context().close();
  return { times, longTasks, peak };
}
