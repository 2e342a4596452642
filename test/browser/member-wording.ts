import { describe, expect, test } from 'vitest';
import { accessibilityBreaches } from './browser.ts';
import type { MemberVisit } from './member.ts';

/** A page as words and tables: for the ear, and for a screen too small for two papers. */
export function describeWording(visit: MemberVisit): void {
  describe('reading for everyone', () => {
    test('`?` opens the help; the chosen size of the letters and their contrast stay on this device', async () => {
      await visit.comeByLetter('phone');
      const { page } = visit.screen;
      await page.keyboard.press('?');
      await page.getByRole('radio', { name: 'とても大きい' }).check();
      await page.getByRole('radio', { name: 'はっきり' }).check();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('22px');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('button', { name: '使い方' }).click();
      await page.getByRole('link', { name: '使い方を見る' }).click();
      await page.getByRole('heading', { level: 1, name: '使い方' }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      expect(visit.screen.complaints).toEqual([]);
    });
  });

  describe('wording', () => {
    test('on a phone a page is read as tables with last year beside, and the page after it', async () => {
      const { documents } = await visit.comeByLetter('phone');
      const { page } = visit.screen;
      const outlook = documents.find(({ kind, number }) => kind === 'reference' && number === '1')!;
      await page.goto(`/documents/${outlook.id}`);
      await visit.place().waitFor();
      await page.getByRole('button', { name: 'メニュー' }).click();
      await page.getByRole('link', { name: '文字で読む・読み上げる' }).click();
      const tax = page.getByRole('row', { name: /^市税/ });
      await tax.waitFor();
      expect(await tax.getByRole('cell').first().textContent()).toMatch(
        /^\s*[\d,]+百万円\s*昨年 [\d,]+百万円 [＋−±][\d,]+百万円/,
      );
      expect(await page.getByRole('columnheader').first().textContent()).toBe('項目');
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('button', { name: '令和４年度の値を添える' }).click();
      await expect.poll(() => tax.textContent()).not.toContain('昨年');
      const sheets = documents.find(({ kind, number }) => kind === 'material' && number === '1')!;
      await page.goto(`/documents/${sheets.id}/wording?page=4`);
      await page.getByRole('link', { name: '次のページ' }).click();
      await page.getByRole('heading', { level: 1, name: '5ページ' }).waitFor();
      await page.getByRole('table').first().waitFor();
      await page.getByRole('link', { name: '紙面に戻る' }).click();
      await visit.place().waitFor();
      expect(new URL(page.url()).searchParams.get('page')).toBe('5');
      expect(visit.screen.complaints).toEqual([]);
    });
  });
}
