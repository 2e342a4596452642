import { beforeEach, describe, expect, test } from 'vitest';
import type { Meeting } from '../../contract/meetings.ts';
import { withDigits } from '../../domain/japanese/numerals.ts';
import { accessibilityBreaches, swipe, touch } from './browser.ts';
import { type MemberVisit, nth, paperNumbered } from './member.ts';

/** One document on a tablet. */
export function describeReading(visit: MemberVisit): void {
  describe('reading', () => {
    let meeting: Meeting;
    let count: number;
    beforeEach(async () => {
      meeting = await visit.comeByLetter('landscape');
      count = paperNumbered(meeting, '1').revision.pageCount!;
      await visit.screen.page.goto(`/documents/${paperNumbered(meeting, '1').id}?page=1`);
      await visit.place().getByText(nth(1)).waitFor();
    });

    test('pages turn by keys, swipe, button and strip, and are announced', async () => {
      const { page } = visit.screen;
      await page.keyboard.press('ArrowRight');
      await visit.place().getByText(nth(2)).waitFor();
      await page.keyboard.press('End');
      await visit.place().getByText(nth(count)).waitFor();
      await page
        .getByRole('status')
        .filter({ hasText: `${count}枚中${count}枚目` })
        .waitFor();
      await expect.poll(() => visit.next().isDisabled()).toBe(true);
      await page.keyboard.press('Home');
      await swipe(page, -300);
      await visit.place().getByText(nth(2)).waitFor();
      await swipe(page, 300);
      await visit.place().getByText(nth(1)).waitFor();
      await visit.next().click();
      await visit.place().getByText(nth(2)).waitFor();
      await page
        .getByRole('navigation', { name: 'ページ一覧' })
        .getByRole('button', { name: /^4ページ、/ })
        .click();
      await visit.place().getByText(nth(4)).waitFor();
      expect(new URL(page.url()).searchParams.get('page')).toBe('4');
      expect(await accessibilityBreaches(page)).toEqual([]);
      expect(visit.screen.complaints).toEqual([]);
    });

    test('the words stand over the picture in reading order', async () => {
      const { page } = visit.screen;
      await page.goto(`/documents/${paperNumbered(meeting, '1').id}?page=4`);
      await visit.isLarge();
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
      expect(visit.screen.complaints).toEqual([]);
    });

    test('zoomed by button, double tap and pinch, the page turns sharp; pdf.js is not loaded before', async () => {
      const { page } = visit.screen;
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await visit.isLarge();
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
      await visit.place().getByText(nth(2)).waitFor();
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
      expect(visit.screen.complaints).toEqual([]);
    });

    test('goes to the printed page, and offers the one so far from the front', async () => {
      const { page } = visit.screen;
      const { counterpart } = paperNumbered(meeting, '1');
      const { pages } = await visit.readDocument(counterpart!.documentId);
      const printed = pages.find(({ number, label }) => /^\d+$/.test(label ?? '') && label !== String(number))!;
      const label = printed.label!;
      await page.goto(`/documents/${counterpart!.documentId}`);
      await visit.place().click();
      const field = page.getByLabel('ページの番号');
      await field.fill('９９９');
      await page.keyboard.press('Enter');
      await page.getByText('「９９９」というページはありません').waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await field.fill(withDigits(label, 'full'));
      await page.keyboard.press('Enter');
      await visit.place().getByText(nth(printed.number)).waitFor();
      await visit.place().getByText(`${label}ページ`, { exact: true }).waitFor();
      await page.getByRole('button', { name: `先頭から${label}枚目を開く` }).click();
      await visit.place().getByText(nth(label)).waitFor();
      expect(visit.screen.complaints).toEqual([]);
    });

    test('comes back to where one was', async () => {
      const { page } = visit.screen;
      const noted = page.waitForResponse(
        (response) => response.url().endsWith('/reading-place') && response.request().postDataJSON()?.page === 3,
      );
      await page
        .getByRole('navigation', { name: 'ページ一覧' })
        .getByRole('button', { name: /^3ページ、/ })
        .click();
      expect((await noted).status()).toBe(200);
      await page.goto(`/meetings/${meeting.id}`);
      await page.getByRole('link', { name: /資料１.*進行管理シート/ }).click();
      await visit.place().getByText(nth(3)).waitFor();
    });

    test('says which version it is, and leads from the replaced one to the newest', async () => {
      const { page } = visit.screen;
      await page.getByText('差替え版（第２版）').waitFor();
      const { id } = paperNumbered(meeting, '1');
      const whole = await (await page.request.get(`/api/documents/${id}`)).json();
      const old = whole.revisions.find((revision: { number: number }) => revision.number === 1);
      await page.goto(`/documents/${id}?revision=${old.id}`);
      await page.getByText('差し替えられる前の版（第１版）です').waitFor();
      await page.getByRole('link', { name: '最新の版を見る' }).click();
      await page.getByText('差替え版（第２版）').waitFor();
      expect(visit.screen.complaints).toEqual([]);
    });

    test('a replacement that comes while one reads is said quietly, and keeps the page', async () => {
      const { page } = visit.screen;
      await visit.next().click();
      await visit.place().getByText(nth(2)).waitFor();
      const { id } = paperNumbered(meeting, '1');
      const { revision } = await visit.readDocument(id);
      const newest = { ...revision, id: revision.id + 1000, number: revision.number + 1 };
      await page.route(`**/api/documents/${id}/newest`, (route) => route.fulfill({ json: newest }));
      await page.getByText('この資料は差し替えられました。新しい版（第３版）があります。').waitFor();
      await visit.place().getByText(nth(2)).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.unroute(`**/api/documents/${id}/newest`);
      await page.getByRole('button', { name: '新しい版を見る' }).click();
      await visit.place().getByText(nth(2)).waitFor();
      expect(visit.screen.complaints).toEqual([]);
    });

    test('the menu: two pages at once, the whole screen, printing, and the versions, each by a way back', async () => {
      const { page } = visit.screen;
      const menu = () => page.getByRole('button', { name: 'メニュー' }).click();
      await menu();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('button', { name: '2ページずつ見る' }).click();
      // the cover lies alone, as in a book
      await expect.poll(() => page.locator('ui-page-view').count()).toBe(1);
      await page.keyboard.press('ArrowRight');
      await page.locator('ui-page-view').nth(1).waitFor();
      await page.keyboard.press('ArrowRight');
      await visit.place().getByText(nth(4)).waitFor();
      await menu();
      await page.getByRole('button', { name: '2ページずつ見る' }).click();
      await expect.poll(() => page.locator('ui-page-view').count()).toBe(1);
      await menu();
      await page.getByRole('button', { name: '画面いっぱいに見る' }).click();
      await page.getByRole('link', { name: '並べて見る' }).waitFor({ state: 'detached' });
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('button', { name: '全画面を終える' }).click();
      await menu();
      await page.getByRole('button', { name: '印刷する' }).click();
      await page.getByRole('link', { name: '全部を印刷する（PDFを開く）' }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /ほかの版を見る/ }).click();
      await page.getByRole('link', { name: '第１版を見る' }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      expect(visit.screen.complaints).toEqual([]);
    });

    test('offline it keeps what is shown, says so, and goes on when the line is back', async () => {
      const { page } = visit.screen;
      await visit.isLarge();
      await visit.screen.context.setOffline(true);
      await page.keyboard.press('End');
      await page.getByText(/このページを読み込めませんでした/).waitFor();
      await visit.screen.context.setOffline(false);
      await page.getByRole('button', { name: 'もう一度読み込む' }).click();
      await visit.isLarge();
      await expect.poll(() => page.getByText(/このページを読み込めませんでした/).count()).toBe(0);
    });
  });
}
