import { describe, expect, test } from 'vitest';
import { accessibilityBreaches } from './browser.ts';
import type { MemberVisit } from './member.ts';

/** The link, the code, and what does not open. */
export function describeEntry(visit: MemberVisit): void {
  describe('coming in', () => {
    test('the letter opens the meeting under a clean address, with its papers and earlier years', async () => {
      await visit.comeByLetter('landscape');
      const { page } = visit.screen;
      expect(new URL(page.url()).pathname).toMatch(/^\/meetings\/\d+$/);
      await page.getByText('令和６年１月２３日（火）').waitFor();
      await page.getByText('委員の画面です').waitFor();
      await page.getByRole('link', { name: /資料１.*集中改革プラン進行管理シート.*差替え（第２版）/ }).waitFor();
      await page.getByRole('link', { name: '資料１を昨年（令和４年度）の資料と並べる' }).waitFor();
      await page.getByRole('heading', { name: 'これまでの会議' }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      expect(visit.screen.complaints).toEqual([]);
    });

    test('the typed code does the same, full-width, small and without its hyphen', async () => {
      await visit.openScreen('phone');
      const { page } = visit.screen;
      await page.goto('/');
      const field = page.getByLabel('通知に書かれたコード（8文字）');
      await field.fill('ABC');
      await page.keyboard.press('Enter');
      await page.getByText('3文字しか入力されていません').waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      const wide = visit.portal.links.member.code
        .replace('-', '')
        .toLowerCase()
        .replace(/[0-9a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
      await field.fill(wide);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/meetings\/\d+$/);
      expect(visit.screen.complaints).toEqual([]);
    });

    test('an unknown key says what to check, and leaving asks first', async () => {
      await visit.comeByLetter('portrait');
      const { page } = visit.screen;
      await page.getByRole('button', { name: 'この端末での閲覧を終える' }).click();
      await page.getByRole('button', { name: '閲覧を終える', exact: true }).click();
      await page.getByRole('heading', { name: '会議資料を見る' }).waitFor();
      await page.goto('/M/0000000000000000');
      await page.getByRole('heading', { name: 'コードを確かめられませんでした' }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.goto('/key/revoked?committee=1');
      await page.getByRole('link', { name: '000-0000-0000' }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      expect(visit.screen.complaints).toEqual([]);
    });
  });
}
