import { describe, expect, test } from 'vitest';
import { accessibilityBreaches } from './browser.ts';
import type { MemberVisit } from './member.ts';

/** A member's answer to the notice of a meeting to come, and what the secretariat makes of it. */
export function describeReplies(visit: MemberVisit): void {
  describe('replies', () => {
    test('two taps answer; the answer is there again and can be changed, and the secretariat sees it', async () => {
      await visit.openScreen('portrait');
      const { page } = visit.screen;
      await page.goto(new URL(visit.portal.links.coming.url).pathname);
      await page.getByRole('radio', { name: 'オンライン' }).check();
      await page.getByText('お返事を受け付けました。').waitFor();
      await page.getByRole('radio', { name: '資料を選ぶ' }).check();
      await page.getByRole('checkbox', { name: /^資料２/ }).check();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('button', { name: '事務局にひとこと書く' }).click();
      await page.getByLabel('事務局へのひとこと').fill('１５分ほど遅れます。');
      await page.getByRole('button', { name: '送る' }).click();
      await page.getByText('事務局へのひとこと：１５分ほど遅れます。').waitFor();

      await page.reload();
      await page.getByText('紙の資料：1件').waitFor();
      await page.getByRole('button', { name: 'お返事を変える' }).click();
      await expect.poll(() => page.getByRole('radio', { name: 'オンライン' }).isChecked()).toBe(true);
      const meeting = new URL(page.url()).pathname;
      expect(visit.screen.complaints).toEqual([]);

      await visit.signIn('desk');
      const desk = visit.screen.page;
      await desk.goto(`/office${meeting}/replies`);
      const row = desk.getByRole('row', { name: /髙橋/ });
      await expect.poll(() => row.textContent()).toMatch(/オンライン[\s\S]*１５分ほど遅れます。[\s\S]*資料２/);
      expect(await accessibilityBreaches(desk)).toEqual([]);
      await desk.getByRole('button', { name: /山﨑.*お返事を入力/ }).click();
      await desk.getByLabel('紙の資料').selectOption({ label: '全部' });
      expect(await accessibilityBreaches(desk)).toEqual([]);
      await desk.getByRole('button', { name: '保存する' }).click();
      await desk.getByText('山﨑　和子さんのお返事を保存しました。').waitFor();
      const printed = desk.locator('office-printed-papers').getByRole('row', { name: /用語の説明/ });
      await expect.poll(() => printed.getByRole('cell').nth(2).textContent()).toBe('2');
    });

    test('the ledger of three years shows fewer leaves every year', async () => {
      await visit.openScreen('desk');
      await visit.signIn('desk');
      const { page } = visit.screen;
      await page.goto('/office/ledger');
      await page.getByRole('heading', { name: '年度ごと' }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('combobox', { name: '会議体' }).selectOption({ label: '行財政改革懇談会' });
      const rows = page.getByRole('table', { name: '年度ごとの紙の枚数' }).getByRole('row');
      const printed = (await rows.locator('td:nth-child(3)').allTextContents()).map(Number);
      expect(printed).toHaveLength(3);
      expect(printed).toEqual([...printed].sort((one, other) => other - one));
      expect(visit.screen.complaints).toEqual([]);
    });
  });
}
