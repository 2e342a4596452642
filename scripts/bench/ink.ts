import { randomUUID } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';
import type { Document } from '../../contract/documents.ts';
import type { Meeting } from '../../contract/meetings.ts';
import { launchBrowser } from '../browser.ts';
import { startDemoPortal } from './demo-portal.ts';
import { inkTimes, installInkGauge } from './ink-gauge.ts';
import { median, ninetyFifth, type Row } from './row.ts';

const slowdown = 4;
const screen = { width: 1180, height: 820 };
/** Of a pen on a page: strokes that are there already, and points of the one that is measured. */
const written = [0, 300];
const moves = 240;

/**
 * From the pen's event to the frame that shows it, at a quarter of the speed: on a page of the demonstration, empty and with
 * many strokes, beside the same strokes drawn as a bare line on a canvas.
 */
export async function benchInk(): Promise<Row[]> {
  const portal = await startDemoPortal();
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: screen, locale: 'ja-JP', baseURL: portal.origin });
    const page = await context.newPage();
    const document = await openPaper(page, portal.links.member.url);
    const bare = await context.newPage();
    await bare.goto('/api/health/live');
    const canvas = await measure(bare, async () => bare.evaluate(layCanvas));
    const rows: Row[] = [];
    for (const count of written) {
      await put(page, document, count);
      const ours = await measure(page, () => takePen(page, document.id));
      const row = { unit: 'ms', yardstickName: 'bare canvas', better: 'less' as const };
      const name = `pen to paint, ${count} strokes on the page`;
      rows.push({ ...row, name: `${name}, median`, ours: median(ours), yardstick: median(canvas) });
      rows.push({ ...row, name: `${name}, p95`, ours: ninetyFifth(ours), yardstick: ninetyFifth(canvas) });
    }
    return rows;
  } finally {
    await browser.close();
    await portal.close();
  }
}

async function openPaper(page: Page, link: string): Promise<Document> {
  await page.goto(link);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { documents } = (await (await page.request.get(`/api/meetings/${id}`)).json()) as Meeting;
  const paper = documents.find(({ kind, number }) => kind === 'material' && number === '1')!;
  return (await (await page.request.get(`/api/documents/${paper.id}`)).json()) as Document;
}

/** Strokes as a hand writes them, all over page 3. */
async function put(page: Page, { id, revision }: Document, count: number): Promise<void> {
  const edits = Array.from({ length: count }, (_, at) => {
    const [x, y] = [0.1 + ((at * 37) % 80) / 100, 0.1 + ((at * 53) % 80) / 100];
    const points = Array.from({ length: 30 }, (_, to) => [x + to * 0.001, y + Math.sin(to / 3) * 0.01, 0.5]).flat();
    const ids = { id: randomUUID(), editId: randomUUID(), documentId: id, revisionId: revision.id };
    const content = { kind: 'pen', color: 'red', width: 0.0034, points };
    return { ...ids, base: 0, page: 3, erased: false, content, writtenAt: new Date(at * 60_000).toISOString() };
  });
  for (let at = 0; at < count; at += 100)
    await page.request.put('/api/notes', { data: { edits: edits.slice(at, at + 100) } });
}

async function takePen(page: Page, documentId: number): Promise<void> {
  await page.goto(`/documents/${documentId}?page=3`);
  await page.getByRole('button', { name: '書き込み', exact: true }).click();
  await page.getByRole('button', { name: 'ペン', exact: true }).click();
}

/** The least that a page can do for a pen: a line to where it is. */
function layCanvas(): void {
  document.body.innerHTML = `<canvas width="${innerWidth}" height="${innerHeight}" style="position:fixed;inset:0"></canvas>`;
  const canvas = document.querySelector('canvas')!;
  const ink = canvas.getContext('2d')!;
  canvas.addEventListener('pointerdown', ({ clientX, clientY }) => ink.moveTo(clientX, clientY));
  canvas.addEventListener('pointermove', ({ clientX, clientY }) => {
    ink.lineTo(clientX, clientY);
    ink.stroke();
  });
}

async function measure(page: Page, prepare: () => Promise<unknown>): Promise<number[]> {
  await prepare();
  await page.waitForTimeout(1_500);
  await page.evaluate(installInkGauge);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await draw(session);
  const times = await page.evaluate(inkTimes);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return times;
}

/** One long stroke of a pen, 120 points a second. */
async function draw(session: CDPSession): Promise<void> {
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: number) =>
    session.send('Input.dispatchMouseEvent', {
      ...{ type, x: 420 + (at % 60) * 5, y: 260 + Math.floor(at / 60) * 40 + (at % 7), button: 'left', buttons: 1 },
      ...{ pointerType: 'pen', force: 0.5, clickCount: 1 },
    });
  await send('mousePressed', 0);
  for (let at = 1; at < moves; at += 1) await send('mouseMoved', at);
  await send('mouseReleased', moves);
}
