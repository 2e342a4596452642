import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Meeting } from '../../contract/meetings.ts';
import {
  accessibilityBreaches,
  type CityPortal,
  launchBrowser,
  openScreen,
  type Screen,
  type screens,
  startCityPortal,
  swipe,
  touch,
} from './browser.ts';

let browser: Browser;
let portal: CityPortal;
let screen: Screen;

beforeAll(async () => {
  [browser, portal] = await Promise.all([launchBrowser(), startCityPortal()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});
afterEach(async () => {
  await screen.close();
});

/** As one who has just scanned the letter. */
async function comeByLetter(name: keyof typeof screens): Promise<Meeting> {
  screen = await openScreen(browser, portal.address, name);
  await screen.page.goto(new URL(portal.links.member.url).pathname);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  const id = Number(new URL(screen.page.url()).pathname.split('/').at(-1));
  return (await (await screen.page.request.get(`/api/meetings/${id}`)).json()) as Meeting;
}

function paperNumbered(meeting: Meeting, number: string) {
  return meeting.documents.find((document) => document.kind === 'material' && document.number === number)!;
}

const place = () => screen.page.getByRole('button', { name: /ページへ移動/ });
const next = () => screen.page.getByRole('button', { name: /次のページ）$/ });
const isLarge = () =>
  screen.page.waitForFunction(() => {
    const views = document.querySelector('kurabe-app')?.shadowRoot?.querySelector('reader-page')?.shadowRoot;
    const image = views?.querySelector('ui-page-view')?.shadowRoot?.querySelector<HTMLImageElement>('.picture img');
    return (image?.naturalWidth ?? 0) > 1000;
  });

describe('coming in', () => {
  test('the letter opens the meeting under a clean address, with its papers and earlier years', async () => {
    await comeByLetter('landscape');
    const { page } = screen;
    expect(new URL(page.url()).pathname).toMatch(/^\/meetings\/\d+$/);
    await page.getByText('令和６年１月２３日（火）').waitFor();
    await page.getByText('委員の画面です').waitFor();
    await page.getByRole('link', { name: /資料１.*集中改革プラン進行管理シート.*差替え（第２版）/ }).waitFor();
    await page.getByRole('link', { name: '資料１を昨年（令和４年度）の資料と並べる' }).waitFor();
    await page.getByRole('heading', { name: 'これまでの会議' }).waitFor();
    expect(await accessibilityBreaches(page)).toEqual([]);
    expect(screen.complaints).toEqual([]);
  });

  test('the typed code does the same, full-width, small and without its hyphen', async () => {
    screen = await openScreen(browser, portal.address, 'phone');
    const { page } = screen;
    await page.goto('/');
    const field = page.getByLabel('通知に書かれたコード（８文字）');
    await field.fill('ABC');
    await page.keyboard.press('Enter');
    await page.getByText('３文字しか入力されていません').or(page.getByText('3文字しか入力されていません')).waitFor();
    expect(await accessibilityBreaches(page)).toEqual([]);
    const wide = portal.links.member.code
      .replace('-', '')
      .toLowerCase()
      .replace(/[0-9a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    await field.fill(wide);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/meetings\/\d+$/);
    expect(screen.complaints).toEqual([]);
  });

  test('an unknown key says what to check, and leaving asks first', async () => {
    await comeByLetter('portrait');
    const { page } = screen;
    await page.getByRole('button', { name: 'この端末での閲覧を終える' }).click();
    await page.getByRole('button', { name: '閲覧を終える', exact: true }).click();
    await page.getByRole('heading', { name: '会議資料を見る' }).waitFor();
    await page.goto('/M/0000000000000000');
    await page.getByRole('heading', { name: 'コードを確かめられませんでした' }).waitFor();
    expect(await accessibilityBreaches(page)).toEqual([]);
    await page.goto('/key/revoked?committee=1');
    await page.getByRole('link', { name: '000-0000-0000' }).waitFor();
    expect(await accessibilityBreaches(page)).toEqual([]);
    expect(screen.complaints).toEqual([]);
  });
});

describe('reading', () => {
  let meeting: Meeting;
  beforeEach(async () => {
    meeting = await comeByLetter('landscape');
    await screen.page.goto(`/documents/${paperNumbered(meeting, '1').id}?page=1`);
    await place().getByText('1／32').waitFor();
  });

  test('pages turn by keys, swipe, button and strip, and are announced', async () => {
    const { page } = screen;
    await page.keyboard.press('ArrowRight');
    await place().getByText('2／32').waitFor();
    await page.keyboard.press('End');
    await place().getByText('32／32').waitFor();
    await page.getByRole('status').filter({ hasText: '32ページ、全32ページ' }).waitFor();
    expect(await next().isDisabled()).toBe(true);
    await page.keyboard.press('Home');
    await swipe(page, -300);
    await place().getByText('2／32').waitFor();
    await swipe(page, 300);
    await place().getByText('1／32').waitFor();
    await next().click();
    await place().getByText('2／32').waitFor();
    await page
      .getByRole('navigation', { name: 'ページ一覧' })
      .getByRole('button', { name: '4ページ', exact: true })
      .click();
    await place().getByText('4／32').waitFor();
    expect(new URL(page.url()).searchParams.get('page')).toBe('4');
    expect(await accessibilityBreaches(page)).toEqual([]);
    expect(screen.complaints).toEqual([]);
  });

  test('the words stand over the picture in reading order', async () => {
    const { page } = screen;
    await page.goto(`/documents/${paperNumbered(meeting, '1').id}?page=4`);
    await isLarge();
    const lines = page.locator('ui-page-view .text p');
    await lines.first().waitFor();
    const texts = await lines.allTextContents();
    expect(texts.findIndex((text) => text.includes('市税収納率の向上'))).toBeLessThan(
      texts.findIndex((text) => text.includes('財政効果額')),
    );
    const sheet = (await page.locator('ui-page-view .sheet').boundingBox())!;
    const title = (await lines.filter({ hasText: '市税収納率の向上' }).first().boundingBox())!;
    expect(title.x).toBeGreaterThan(sheet.x);
    expect((title.y - sheet.y) / sheet.height).toBeLessThan(0.2);
    expect(screen.complaints).toEqual([]);
  });

  test('zoomed by button, double tap and pinch, the page turns sharp; pdf.js is not loaded before', async () => {
    const { page } = screen;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await isLarge();
    expect(asked.filter((url) => url.includes('pdf-engine'))).toEqual([]);
    await page.getByRole('button', { name: '拡大' }).click();
    await page.getByRole('button', { name: '拡大' }).click();
    await page.locator('ui-page-view[sharp]').waitFor();
    const sharp = await page.locator('ui-page-view .sharp canvas').evaluate((canvas: HTMLCanvasElement) => ({
      pixels: canvas.width * canvas.height,
      density: canvas.width / canvas.getBoundingClientRect().width,
    }));
    expect(sharp.density).toBeCloseTo(2, 1);
    expect(sharp.pixels).toBeLessThanOrEqual(16_777_216);
    await page.keyboard.press('ArrowRight');
    await place().getByText('2／32').waitFor();
    await page.locator('ui-page-view[sharp]').waitFor({ state: 'detached' });
    const middle = { x: 620, y: 400 };
    await touch(page, [[middle]]);
    await touch(page, [[middle]]);
    await page.locator('ui-page-view[sharp]').waitFor();
    await touch(page, [[middle]]);
    await touch(page, [[middle]]);
    await page.locator('ui-page-view[sharp]').waitFor({ state: 'detached' });
    const apart = (by: number) => [
      { x: 620 - by, y: 400 },
      { x: 620 + by, y: 400 },
    ];
    await touch(page, [apart(60), apart(100), apart(150), apart(200)]);
    await page.locator('ui-page-view[sharp]').waitFor();
    expect(screen.complaints).toEqual([]);
  });

  test('goes to the printed page, and offers the one so far from the front', async () => {
    const { page } = screen;
    const { counterpart } = paperNumbered(meeting, '1');
    await page.goto(`/documents/${counterpart!.documentId}`);
    await place().click();
    const field = page.getByLabel('ページの番号');
    await field.fill('９９９');
    await page.keyboard.press('Enter');
    await page.getByText('「９９９」というページはありません').waitFor();
    expect(await accessibilityBreaches(page)).toEqual([]);
    await field.fill('４');
    await page.keyboard.press('Enter');
    await place().getByText('6／33').waitFor();
    await place().getByText('印刷 4').waitFor();
    await page.getByRole('button', { name: '先頭から4枚目を開く' }).click();
    await place().getByText('4／33').waitFor();
    expect(screen.complaints).toEqual([]);
  });

  test('comes back to where one was', async () => {
    const { page } = screen;
    const noted = page.waitForResponse((response) => response.url().endsWith('/reading-place'));
    await page
      .getByRole('navigation', { name: 'ページ一覧' })
      .getByRole('button', { name: '3ページ', exact: true })
      .click();
    expect((await noted).status()).toBe(200);
    await page.goto(`/meetings/${meeting.id}`);
    await page.getByRole('link', { name: /資料１.*進行管理シート/ }).click();
    await place().getByText('3／32').waitFor();
  });

  test('says which version it is, and leads from the replaced one to the newest', async () => {
    const { page } = screen;
    await page.getByText('差替え版（第２版）').waitFor();
    const { id } = paperNumbered(meeting, '1');
    const whole = await (await page.request.get(`/api/documents/${id}`)).json();
    const old = whole.revisions.find((revision: { number: number }) => revision.number === 1);
    await page.goto(`/documents/${id}?revision=${old.id}`);
    await page.getByText('差し替えられる前の版（第１版）です').waitFor();
    await page.getByRole('link', { name: '最新の版を見る' }).click();
    await page.getByText('差替え版（第２版）').waitFor();
    expect(screen.complaints).toEqual([]);
  });

  test('offline it keeps what is shown, says so, and goes on when the line is back', async () => {
    const { page } = screen;
    await isLarge();
    await screen.context.setOffline(true);
    await page.keyboard.press('End');
    await page.getByText('このページを読み込めませんでした。').waitFor();
    await screen.context.setOffline(false);
    await page.getByRole('button', { name: 'もう一度読み込む' }).click();
    await isLarge();
    expect(await page.getByText('このページを読み込めませんでした。').count()).toBe(0);
  });
});

describe('side by side', () => {
  const pane = (year: string) => screen.page.getByRole('region', { name: new RegExp(`^${year}`) });

  test.each(['landscape', 'portrait'] as const)(
    '%s: linked, unlinked, moved, and linked again from there',
    async (name) => {
      const meeting = await comeByLetter(name);
      const { page } = screen;
      const { id, counterpart } = paperNumbered(meeting, '1');
      await page.goto(`/documents/${id}?page=2`);
      await page.getByRole('link', { name: '並べて見る' }).first().click();
      const now = pane('令和５年度');
      const before = pane('令和４年度');
      await now.getByText('今年').waitFor();
      await before.getByText('昨年').waitFor();
      await before.getByText('2／33').waitFor();
      const [one, other] = [(await now.boundingBox())!, (await before.boundingBox())!];
      if (name === 'landscape') expect(other.x).toBeGreaterThanOrEqual(one.x + one.width);
      else expect(other.y).toBeGreaterThanOrEqual(one.y + one.height);

      await next().click();
      await now.getByText('3／32').first().waitFor();
      await before.getByText('3／33').first().waitFor();
      await page.getByRole('button', { name: '連動中' }).click();
      await before.getByRole('button', { name: /次のページ）$/ }).click();
      await before.getByRole('button', { name: /次のページ）$/ }).click();
      await before.getByText('5／33').first().waitFor();
      await now.getByText('3／32').first().waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('button', { name: '連動する' }).click();
      await page.keyboard.press('ArrowRight');
      await now.getByText('4／32').first().waitFor();
      await before.getByText('6／33').first().waitFor();

      await page.goto(`/documents/${id}/beside/${counterpart!.documentId}?page=10`);
      await before.getByText('12／33').first().waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      expect(screen.complaints).toEqual([]);
    },
  );

  test('any other paper can be put beside, and either side closed', async () => {
    const meeting = await comeByLetter('desk');
    const { page } = screen;
    const { id } = paperNumbered(meeting, '3');
    await page.goto(`/documents/${id}/beside`);
    await page.getByRole('heading', { name: '並べる資料を選んでください' }).waitFor();
    expect(await accessibilityBreaches(page)).toEqual([]);
    await page
      .getByRole('button', { name: /資料４.*施策一覧/ })
      .first()
      .click();
    await page.getByRole('button', { name: '連動中' }).waitFor();
    await page.getByRole('button', { name: '入れ替え' }).click();
    await page.waitForURL(new RegExp(`/documents/\\d+/beside/${id}\\?`));
    await page
      .getByRole('button', { name: /資料４を閉じる$/ })
      .first()
      .click();
    await page.waitForURL(new RegExp(`/documents/${id}\\?`));
    expect(screen.complaints).toEqual([]);
  });
});
