import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPortal } from '../portal.ts';
import { makePdf, unknownPassword } from '../server/pdf/make-pdf.ts';
import { accessibilityBreaches, launchBrowser, openScreen, touch } from './browser.ts';
import { smallPdf } from './office-pdf.ts';
import { openWeakLine } from './weak-line.ts';

const [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
const line = await openWeakLine(portal.address);
const { page, complaints } = await openScreen(browser, line.address, 'desk');
const folder = mkdtempSync(join(tmpdir(), 'kurabe-dropped-'));
/** Where each piece that was sent began. */
const offsets: number[] = [];

beforeAll(async () => {
  const ask = async (path: string, data: object) => (await page.request.post(portal.address + path, { data })).json();
  const account = { email: 'jimu@aoba.example.jp', password: 'midori no kawa 2026' };
  await ask('/api/set-up', { code: portal.setUpCode, cityName: 'あおば市', name: '青葉　太郎', ...account });
  const committee = { name: '行財政改革懇談会', department: '行政経営課', phone: '000-000-0000', email: '' };
  const { id } = await ask('/api/committees', committee);
  const when = { heldOn: '2026-05-01', startsAt: '14:00', endsAt: null, place: '第１会議室', agenda: [] };
  const meeting = await ask(`/api/committees/${id}/meetings`, { title: '第１回懇談会', ...when });
  await page.goto(`/office/meetings/${meeting.id}`);
  await button('PDFを選ぶ（いくつでも）').waitFor();
  page.on('request', note);
});
afterAll(async () => {
  await browser.close();
  line.close();
  await portal.close();
  rmSync(folder, { recursive: true });
});

function note(request: Request): void {
  if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
}

/** The path of a file on this machine: chosen again it is the same one. */
function largeFile(name: string, pages: number): string {
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat([smallPdf(pages, name.replace(/[^ -~]/g, '')), Buffer.alloc(6_000_000, ' ')]));
  utimesSync(path, 1_700_000_000, 1_700_000_000);
  return path;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const documents = () => page.locator('office-document-card h3').allInnerTexts();
const choose = (...paths: string[]) => page.locator('ui-drop-zone input[type=file]').first().setInputFiles(paths);
const upload = (name: string) => page.locator('office-upload-list li', { hasText: name });
const bars = () => page.locator('ui-progress').count();
/** Not of a broken line, nor of a piece that was sent while the portal still held the one before it. */
const isUnexpected = (complaint: string) => !/ERR_(?:CONNECTION|EMPTY|INTERNET|SOCKET)|409/.test(complaint);

/** Bytes of what the portal has in part. */
function arrived(): number {
  const parts = join(portal.folder, 'files', 'parts');
  return Math.max(0, ...readdirSync(parts).map((name) => statSync(join(parts, name)).size));
}

/** Sends the file until the line holds, in the middle of its second piece. */
async function sendInto(name: string, pages = 2): Promise<string> {
  const path = largeFile(name, pages);
  const held = line.holdAfter(5_000_000);
  await choose(path);
  await held;
  await expect.poll(arrived).toBeGreaterThan(4_500_000);
  expect(offsets.splice(0)).toEqual([0, 4 * 1024 * 1024]);
  return path;
}

/** What the first piece after the cut began with: all that had come through. */
async function expectRest(): Promise<void> {
  await expect.poll(() => offsets.length).toBe(1);
  const [offset] = offsets.splice(0);
  expect(offset).toBeGreaterThan(4_500_000);
  expect(offset).toBeLessThan(5_000_000);
}

test('a line that breaks in the middle of a piece: what had come through is not sent again', async () => {
  await sendInto('資料１_計画.pdf');
  line.cut();
  await upload('資料１').getByText('通信が切れたか').waitFor();
  line.mend();
  await page.getByRole('link', { name: '資料１計画' }).waitFor();
  await expectRest();
  await expect.poll(bars).toBe(0);
  expect(complaints.splice(0).filter(isUnexpected)).toEqual([]);
});

test('after the page was left, the same file chosen again goes on where it was', async () => {
  const path = await sendInto('資料２_実績.pdf');
  page.once('dialog', (dialog) => void dialog.accept());
  line.mend();
  await page.reload();
  await button('PDFを選ぶ（いくつでも）').waitFor();
  await expect.poll(() => documents()).toEqual(['資料１計画']);
  offsets.splice(0);
  await choose(path);
  await page.getByRole('link', { name: '資料２実績' }).waitFor();
  await expectRest();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('tus')))).toEqual([]);
  expect(complaints.splice(0).filter(isUnexpected)).toEqual([]);
});

test('a portal that is started again in the middle goes on with what it had', async () => {
  await sendInto('資料３_予算.pdf');
  line.cut();
  await portal.restart();
  line.mend();
  await page.getByRole('link', { name: '資料３予算' }).waitFor();
  await expectRest();
  await expect.poll(bars).toBe(0);
  complaints.splice(0);
});

test('one bar goes from the first byte to the last page, and a file on its way can be stopped', async () => {
  const path = await sendInto('資料４_計画案.pdf', 60);
  await expect.poll(() => bars()).toBe(1);
  const erased = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await button('資料４_計画案.pdfを送るのをやめる').click();
  line.release();
  expect((await erased).status()).toBe(204);
  await expect.poll(arrived).toBe(0);
  await expect.poll(() => documents()).toHaveLength(3);
  await choose(path);
  await upload('資料４').getByText('受け取りました。').waitFor();
  await expect.poll(() => bars()).toBe(1);
  await expect.poll(bars).toBe(0);
  await expect.poll(() => documents()).toHaveLength(4);
  expect(complaints.splice(0).filter(isUnexpected)).toEqual([]);
});

test('papers are dragged into order by mouse and by finger, which can be undone; Escape lets go', async () => {
  const order = async () => (await documents()).map((name) => name.slice(2, 3)).join('');
  const before = await order();
  const grip = (place: number) => page.locator('office-document-list .grip').nth(place);
  const row = (place: number) => page.locator('office-document-list li').nth(place);
  const below = async (place: number) => {
    const { y, height } = (await row(place).boundingBox())!;
    return y + height - 5;
  };
  const dragOver = async (from: number, over: number) => {
    const { x, y } = (await grip(from).boundingBox())!;
    await page.mouse.move(x + 10, y + 10);
    await page.mouse.down();
    await page.mouse.move(x + 10, y + 60);
    await page.mouse.move(x + 10, await below(over));
  };
  await page.setViewportSize({ width: 1440, height: 1900 });
  await dragOver(0, 1);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => order()).toBe(before);
  await dragOver(0, 1);
  await page.mouse.up();
  const moved = [before[1], before[0], ...before.slice(2)].join('');
  await expect.poll(order).toBe(moved);
  await page.getByText('を2番目に移しました。').first().waitFor();
  await page.reload();
  await expect.poll(order).toBe(moved);
  const first = (await grip(0).boundingBox())!;
  const x = first.x + 10;
  const y = await below(3);
  await touch(page, [[{ x, y: first.y + 10 }], [{ x, y: y - 40 }], [{ x, y }]]);
  await expect.poll(order).toBe(`${moved.slice(1)}${moved[0]}`);
  await button('元に戻す').click();
  await expect.poll(order).toBe(moved);
  expect(await accessibilityBreaches(page)).toEqual([]);
  expect(complaints.splice(0).filter(isUnexpected)).toEqual([]);
});

test('a file that cannot be taken says why in a sentence, offers no second try, and holds up none', async () => {
  const locked = join(folder, '資料８_秘密.pdf');
  writeFileSync(locked, makePdf({ pages: [{ content: '' }], trailer: unknownPassword }));
  await choose(locked, largeFile('資料９_公開.pdf', 1));
  await upload('資料８').getByText('パスワードを外して保存し直してから').waitFor();
  await expect.poll(() => upload('資料８').getByRole('button').allInnerTexts()).toEqual(['一覧から消す']);
  await page.getByRole('link', { name: '資料９公開' }).waitFor();
  complaints.splice(0);
});

test('a dropped folder is its files, also under names that macOS takes apart; what systems leave there is not sent', async () => {
  const dropped = join(folder, '会議');
  mkdirSync(join(dropped, '参考'), { recursive: true });
  writeFileSync(join(dropped, '資料11_ガイドライン.pdf'.normalize('NFD')), smallPdf(1, 'eleven'));
  writeFileSync(join(dropped, '参考', '参考７_用語.pdf'), smallPdf(1, 'seven'));
  writeFileSync(join(dropped, '.DS_Store'), 'x');
  const { x, y } = (await page.locator('ui-drop-zone').first().boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [dropped], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: x + 40, y: y + 20, data });
  await page.getByRole('link', { name: '資料１１ガイドライン' }).waitFor();
  await page.getByRole('link', { name: '参考７用語' }).waitFor();
  await expect.poll(() => page.locator('office-upload-list').getByText('DS_Store').count()).toBe(0);
  expect(complaints.splice(0).filter(isUnexpected)).toEqual([]);
});
