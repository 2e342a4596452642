import { describe, expect, test } from 'vitest';
import { accessibilityBreaches } from './browser.ts';
import type { MemberVisit } from './member.ts';

/** Places that are said aloud, and words in all materials. */
export function describeFinding(visit: MemberVisit): void {
  describe('finding', () => {
    const field = () => visit.screen.page.getByLabel('会議で言われた場所か、さがす言葉');

    async function say(said: string): Promise<void> {
      await visit.screen.page.keyboard.press('/');
      await field().fill(said);
      await field().press('Enter');
    }

    test('資料１の９ページ goes there from the meeting; in the open paper the number alone is enough', async () => {
      await visit.comeByLetter('landscape');
      const { page } = visit.screen;
      await say('資料一の九ページ');
      await page.getByText('資料１の9ページを開きました。').waitFor();
      expect(new URL(page.url()).searchParams.get('page')).toBe('9');
      await say('１２');
      await page.getByText('資料１の12ページを開きました。').waitFor();
    });

    test('several places are offered with their pictures; where nothing is called so, what is nearest', async () => {
      await visit.comeByLetter('portrait');
      const { page } = visit.screen;
      await page.getByRole('button', { name: 'さがす', exact: true }).click();
      await field().fill('公共施設');
      await field().press('Enter');
      await page.getByText('いくつかあります。どれを開きますか。').waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await field().fill('資料１の№99');
      await field().press('Enter');
      await page.getByText('「資料１の№99」という場所はありません。').waitFor();
      await page
        .locator('find-dialog')
        .getByRole('button', { name: /資料１/ })
        .first()
        .click();
      await visit.place().waitFor();
    });

    test('words in the open paper: marked, one after the other, and left again', async () => {
      await visit.comeByLetter('portrait');
      const { page } = visit.screen;
      await say('資料１の１ページ');
      await visit.place().waitFor();
      await page.getByRole('button', { name: 'メニュー' }).click();
      await page.getByRole('button', { name: 'この資料の中でさがす' }).click();
      const words = page.getByLabel('この資料の中でさがす言葉');
      await words.fill('ふるさと納税');
      await words.press('Enter');
      const place = page.locator('reader-search').getByRole('status');
      await place.getByText(/^\d+か所のうち1か所目$/).waitFor();
      await expect.poll(() => page.locator('.mark.chosen').count()).toBe(1);
      const first = new URL(page.url()).searchParams.get('page');
      await page.getByRole('button', { name: '前へ', exact: true }).click();
      const count = Number(/^\d+/.exec((await place.textContent()) ?? '')?.[0]);
      await place.getByText(`${count}か所のうち${count}か所目`).waitFor();
      await page.getByRole('button', { name: '次へ', exact: true }).click();
      await place.getByText(`${count}か所のうち1か所目`).waitFor();
      expect(new URL(page.url()).searchParams.get('page')).toBe(first);
      expect(await accessibilityBreaches(page)).toEqual([]);
      await words.press('Escape');
      await expect.poll(() => page.locator('.mark.chosen').count()).toBe(0);
      await page.goto(`/search?words=${encodeURIComponent('ふるさと納税')}`);
      await page.locator('found-page a.open').first().click();
      await place.getByText(/か所目$/).waitFor();
      expect(visit.screen.complaints).toEqual([]);
    });

    test('words in all years, narrowed to one; a row of a table leads to its years', async () => {
      await visit.comeByLetter('phone');
      const { page } = visit.screen;
      await page.goto(`/search?words=${encodeURIComponent('ふるさと納税')}`);
      await page.getByText(/ページに見つかりました。$/).waitFor();
      await expect.poll(() => page.locator('found-page mark').first().textContent()).toBe('ふるさと納税');
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByLabel('年度').selectOption({ label: '令和４年度' });
      await expect.poll(() => page.locator('search-page h3 .chip').allTextContents()).not.toContain('令和５年度');
      await page.getByRole('link', { name: '年ごとの推移' }).first().click();
      await page.getByRole('table').first().waitFor();
      expect(visit.screen.complaints).toEqual([]);
    });
  });
}
