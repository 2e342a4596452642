import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Register } from '../../contract/register.ts';
import { accessibilityBreaches, type screens } from './browser.ts';
import type { MemberVisit } from './member.ts';

const wordsOf = async (place: Locator) => (await place.textContent())!.replace(/\s+/gu, '');

/** 取組の一覧, for a member and for the secretariat. */
export function describeRegister(visit: MemberVisit): void {
  describe('register', () => {
    async function open(name: keyof typeof screens): Promise<Register> {
      const { committee } = await visit.comeByLetter(name);
      const { page } = visit.screen;
      const read = async () =>
        (await (await page.request.get(`/api/committees/${committee.id}/register`)).json()) as Register;
      await expect.poll(async () => (await read()).waiting, { timeout: 60_000 }).toBe(0);
      await page.reload();
      await page.getByRole('link', { name: /取組ごとの目標と実績を見る/ }).click();
      await page.getByRole('heading', { name: '取組の一覧' }).waitFor();
      return read();
    }

    const row = (name: string) => visit.screen.page.getByRole('row').filter({ hasText: name });

    test('a row an initiative and a column a year; a cell leads to its page', async () => {
      await open('landscape');
      const { page } = visit.screen;
      await expect
        .poll(() => page.getByRole('columnheader').allTextContents())
        .toEqual(['取組', '令和５年度', '令和４年度', '令和３年度']);
      const text = await wordsOf(row('ふるさと納税の推進'));
      expect(text).toMatch(/№5ふるさと納税の推進商工観光課令和５年度目標11,650件実績[0-9,]+件進捗\S+効果額[0-9,]+千円/);
      await expect.poll(() => row('ふるさと納税の推進').getByRole('cell').count()).toBe(3);
      expect(await accessibilityBreaches(page)).toEqual([]);
      // nothing that only the secretariat may do
      await expect.poll(() => page.getByRole('button', { name: /直す|隠す/ }).count()).toBe(0);
      await row('ふるさと納税の推進')
        .getByRole('link', { name: /令和５年度/ })
        .click();
      await visit.place().waitFor();
      const place = new URL(page.url());
      await page.locator('ui-page-view .text p', { hasText: 'ふるさと納税の推進' }).first().waitFor();
      expect(place.searchParams.get('page')).toMatch(/^\d+$/);
      expect(visit.screen.complaints).toEqual([]);
    });

    test('narrowed by state and by words, with the keyboard; the address keeps it, the table goes along as CSV', async () => {
      const { rows } = await open('desk');
      const { page } = visit.screen;
      const done = rows.filter(({ cells }) => cells.find((cell) => cell !== null)?.state?.kind === 'done');
      const count = page.locator('register-page .count');
      await expect.poll(() => count.textContent()).toBe('111件');
      await page.getByLabel('最新の進捗').selectOption({ label: '完了' });
      await expect.poll(() => count.textContent()).toBe(`${done.length}件`);
      await page.getByLabel('ことばでさがす').focus();
      await page.keyboard.type('オンライン予約');
      await expect.poll(() => count.textContent()).toBe('1件');
      await page.reload();
      await expect.poll(() => count.textContent()).toBe('1件');
      await page.getByLabel('ことばでさがす').fill('どこにもない');
      await page.getByText('当てはまる取組がありません').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '表（CSV）を保存' }).click(),
      ]);
      const csv = await readFile(await download.path(), 'utf8');
      expect(csv).toMatch(/^\uFEFF番号,取組,担当,令和５年度 番号/u);
      expect(csv.trim().split('\r\n')).toHaveLength(112);
      expect(visit.screen.complaints).toEqual([]);
    });

    test('on a phone a card an initiative, no wider than the phone', async () => {
      await open('phone');
      const { page } = visit.screen;
      await row('市税収納率の向上').waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      const first = (await row('市税収納率の向上').getByRole('cell').first().boundingBox())!;
      const second = (await row('市税収納率の向上').getByRole('cell').nth(1).boundingBox())!;
      expect(second.y).toBeGreaterThanOrEqual(first.y + first.height - 1);
      expect(await accessibilityBreaches(page)).toEqual([]);
    });

    test('the secretariat corrects what was read beside its page, and takes it back', async () => {
      await visit.openScreen('desk');
      const { page } = visit.screen;
      const { url, email, password } = visit.portal.links.secretariat;
      await page.goto(new URL(url).pathname);
      await page.getByLabel('メールアドレス').fill(email);
      await page.getByLabel(/^パスワード(必須)?$/).fill(password);
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: '行財政改革懇談会' }).first().click();
      await page.getByRole('link', { name: '目標と実績を見る' }).click();
      const cell = row('使用料・手数料の見直し').getByRole('cell').first();
      const edit = cell.getByRole('button', { name: /直す/ });
      await edit.press('Enter');
      await page.getByRole('img', { name: /読み取ったところ/ }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByLabel('実績', { exact: true }).fill('16施設');
      await page.getByRole('button', { name: '保存する' }).click();
      await cell.getByText('事務局が直しました').waitFor();
      await expect.poll(() => wordsOf(cell)).toContain('16施設');
      await page.getByText('行政改革係', { exact: false }).last().waitFor();
      await page.reload();
      await page.getByRole('button', { name: /取り消す/ }).click();
      await expect.poll(() => wordsOf(cell)).toContain('15施設');

      await row('学校プールの共同利用')
        .getByRole('button', { name: /まとめる・隠す/ })
        .click();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('button', { name: '一覧から隠す' }).click();
      await expect.poll(() => row('学校プールの共同利用').count()).toBe(0);
      await page.getByRole('button', { name: /取り消す/ }).click();
      await row('学校プールの共同利用').waitFor();
      expect(visit.screen.complaints).toEqual([]);
    });
  });
}
