// npm run screenshots: makes the README's pictures from the demonstration city, as a person would see them.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Meeting } from '../contract/meetings.ts';
import { processPdf } from '../server/pdf/process-pdf.ts';
import { type DemoPortal, startDemoPortal } from './bench/demo-portal.ts';
import { launchBrowser } from './browser.ts';
import { PortalClient } from './demo-city/portal-client.ts';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const helpPictures = fileURLToPath(new URL('../server/print/templates/help/', import.meta.url));
const stepPictures = fileURLToPath(new URL('../web/features/help/pictures/', import.meta.url));
const tablet = { width: 1180, height: 820 };
const desk = { width: 1440, height: 900 };
/** Fonts of a machine without any Japanese ones arrive late. */
const settleMilliseconds = 4000;

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(settleMilliseconds);
  await writeFile(
    join(docs, `${name}.png`),
    await sharp(await page.screenshot())
      .png({ palette: true })
      .toBuffer(),
  );
}

async function chooseSum(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^計、計画額/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '列' }).selectOption({ label: '実績額 本年度' });
}

async function shootMember(page: Page, { links, origin }: DemoPortal): Promise<number> {
  await page.goto(links.member.url);
  await shoot(page, 'meeting');
  const id = Number(new URL(page.url()).pathname.split('/').at(-1));
  const { documents, committee } = (await (await page.request.get(`${origin}/api/meetings/${id}`)).json()) as Meeting;
  const document = documents.find(({ kind, number }) => kind === 'material' && number === '1')!;
  await page.goto(`${origin}/documents/${document.id}?page=4`);
  await shoot(page, 'reader');
  await page.goto(`${origin}/documents/${document.id}/beside/${document.counterpart?.documentId}?page=4`);
  await chooseSum(page);
  await shoot(page, 'beside');
  await page.getByRole('link', { name: '年ごとの推移' }).click();
  await shoot(page, 'years');
  await page.goto(`${origin}/documents/${document.id}/beside/${document.counterpart?.documentId}/changes`);
  await shoot(page, 'changes');
  await page.goto(`${origin}/committees/${committee.id}/register`);
  await shoot(page, 'register');
  return id;
}

async function shootOffice(page: Page, { links, origin }: DemoPortal, meetingId: number): Promise<void> {
  await page.goto(links.secretariat.url);
  await page.getByLabel('メールアドレス').fill(links.secretariat.email);
  await page.locator('input[type=password]').fill(links.secretariat.password);
  await page.getByRole('button', { name: 'サインイン' }).click();
  await page.waitForURL(`${origin}/office`);
  await page.goto(`${origin}/office/meetings/${meetingId}`);
  await shoot(page, 'office-meeting');
}

/** What the sheet that goes with the letters shows: the meeting on a telephone, two papers on a tablet. */
async function shootHelp(browser: Browser, { links, origin }: DemoPortal): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 600 },
    deviceScaleFactor: 2,
    locale: 'ja-JP',
  });
  const page = await context.newPage();
  const keep = async (name: string, width: number) => {
    await page.waitForTimeout(settleMilliseconds);
    const picture = sharp(await page.screenshot()).resize({ width });
    await writeFile(join(helpPictures, `${name}.png`), await picture.png({ palette: true, colours: 32 }).toBuffer());
  };
  await page.goto(links.member.url);
  await keep('meeting', 585);
  const id = Number(new URL(page.url()).pathname.split('/').at(-1));
  const { documents } = (await (await page.request.get(`${origin}/api/meetings/${id}`)).json()) as Meeting;
  const document = documents.find(({ kind, number }) => kind === 'material' && number === '1')!;
  await page.setViewportSize({ width: 980, height: 690 });
  await page.goto(`${origin}/documents/${document.id}/beside/${document.counterpart?.documentId}?page=4`);
  await chooseSum(page);
  await keep('beside', 980);
  await context.close();
}

/** What 使い方 shows beside its steps, each as on a small tablet. */
async function shootSteps(browser: Browser, { links, origin }: DemoPortal): Promise<void> {
  const viewport = { width: 720, height: 500 };
  const context = await browser.newContext({ viewport, deviceScaleFactor: 1, locale: 'ja-JP' });
  const page = await context.newPage();
  const keep = async (name: string, scroll = 0) => {
    await page.waitForTimeout(settleMilliseconds);
    await page.evaluate((top) => scrollTo(0, top), scroll);
    const picture = sharp(await page.screenshot()).png({ palette: true, colours: 24 });
    await writeFile(join(stepPictures, `${name}.png`), await picture.toBuffer());
  };
  await page.goto(links.member.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const id = Number(new URL(page.url()).pathname.split('/').at(-1));
  const { documents } = (await (await page.request.get(`${origin}/api/meetings/${id}`)).json()) as Meeting;
  const document = documents.find(({ kind, number }) => kind === 'material' && number === '1')!;
  await page.goto(`${origin}/documents/${document.id}?page=4`);
  await keep('reader');
  await page.keyboard.press('/');
  await page.getByLabel('会議で言われた場所か、さがす言葉').fill('資料１の9ページ');
  await keep('find');
  await page.goto(`${origin}/documents/${document.id}?page=4`);
  await page.getByRole('button', { name: '書き込み', exact: true }).click();
  await page.getByRole('button', { name: 'ペン', exact: true }).click();
  await keep('notes');
  await page.goto(`${origin}/documents/${document.id}/wording?page=3`);
  await page.getByRole('table').first().waitFor();
  await keep('wording', 130);
  await page.goto(`${origin}/documents/${document.id}/beside/${document.counterpart?.documentId}?page=4`);
  await chooseSum(page);
  await keep('beside');
  await page.goto(links.coming.url);
  const { y = 0 } = (await page.getByRole('heading', { name: 'お返事' }).boundingBox()) ?? {};
  await keep('reply', y - 40);
  await context.close();
}

/** One letter's page as a picture. */
async function shootLetter({ links, origin }: DemoPortal, meetingId: number): Promise<void> {
  const client = new PortalClient(origin);
  await client.post('/api/session', { email: links.secretariat.email, password: links.secretariat.password });
  const input = {
    memberIds: null,
    documentNumber: 'あ行第１２３号',
    issuedOn: '2024-01-09',
    note: '',
    revokeEarlier: false,
  };
  const path = join(tmpdir(), `kurabe-letter-${process.pid}.pdf`);
  await writeFile(path, await client.postForBytes(`/api/meetings/${meetingId}/notices`, input));
  await processPdf(path, {
    only: [2],
    onDocument: async () => {},
    onPage: async ({ pictures }) => {
      const picture = sharp(pictures.large.data).resize({ width: 900 }).png({ palette: true });
      await writeFile(join(docs, 'notice.png'), await picture.toBuffer());
    },
  });
  await rm(path);
}

await mkdir(docs, { recursive: true });
await mkdir(stepPictures, { recursive: true });
const portal = await startDemoPortal();
const browser = await launchBrowser();
try {
  const meetingId = await shootMember(await browser.newPage({ viewport: tablet, locale: 'ja-JP' }), portal);
  await shootOffice(await browser.newPage({ viewport: desk, locale: 'ja-JP' }), portal, meetingId);
  await shootLetter(portal, meetingId);
  await shootHelp(browser, portal);
  await shootSteps(browser, portal);
} finally {
  await browser.close();
  await portal.close();
}
