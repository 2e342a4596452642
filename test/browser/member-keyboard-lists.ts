import { describe, expect, test } from 'vitest';
import { accessibilityBreaches, focusedName, tabToName } from './browser.ts';
import { type MemberVisit, paperNumbered } from './member.ts';

/** The member's ways off the straight one, without a pointer: the answer, the menu of the reader, and the lists. */
export function describeKeyboardLists(visit: MemberVisit): void {
  describe('by keyboard alone, beside the straight way', () => {
    const tabTo = (name: RegExp, stops?: number) => tabToName(visit.screen.page, name, stops);
    const press = (key: string) => visit.screen.page.keyboard.press(key);
    const sound = async () => expect(await accessibilityBreaches(visit.screen.page)).toEqual([]);

    test('the notice is answered, and the answer changed', async () => {
      await visit.openScreen('landscape');
      const { page } = visit.screen;
      await page.goto(new URL(visit.portal.links.coming.url).pathname);
      await page.getByRole('heading', { name: 'お返事' }).waitFor();
      const opener = page.getByRole('button', { name: 'お返事を変える' });
      if (await opener.isVisible()) {
        await tabTo(/^お返事を変える$/);
        await press('Enter');
      }
      // a group of choices is one stop: the chosen one, or the first
      await tabTo(/^(出席|欠席|オンライン)/);
      await press('ArrowDown');
      await page.getByText('お返事を受け付けました。').waitFor();
      await expect.poll(() => focusedName(page)).toMatch(/^(出席|欠席|オンライン)/);
      await tabTo(/^(いりません|全部ほしい|資料を選ぶ)/, 3);
      await press('ArrowDown');
      await sound();
      expect(visit.screen.complaints).toEqual([]);
    });

    test('of the reader’s menu: the whole screen, printing, and what one wrote', async () => {
      const meeting = await visit.comeByLetter('landscape');
      const { page } = visit.screen;
      await page.goto(`/documents/${paperNumbered(meeting, '1').id}?page=4`);
      await visit.isLarge();
      const choose = async (name: RegExp) => {
        await page.getByRole('button', { name: 'メニュー' }).focus();
        await press('Enter');
        await tabTo(name, 14);
        await press('Enter');
      };
      await choose(/^画面いっぱいに見る$/);
      await page.getByRole('button', { name: '全画面を終える' }).waitFor();
      await sound();
      await press('Escape');
      await visit.place().waitFor();

      await choose(/^印刷する$/);
      await page.getByRole('heading', { name: '印刷する' }).waitFor();
      await tabTo(/^4ページだけを印刷する$/, 4);
      await sound();
      await press('Escape');

      await page.goto(`/meetings/${meeting.id}`);
      await page.getByRole('link', { name: /書き込み/ }).waitFor();
      await tabTo(/書き込み/, 60);
      await press('Enter');
      await page.getByRole('heading', { level: 1, name: '書き込み一覧' }).waitFor();
      await sound();
      expect(visit.screen.complaints).toEqual([]);
    });

    test('the list of changes, from it to a line, and the line over the years', async () => {
      const meeting = await visit.comeByLetter('desk');
      const { page } = visit.screen;
      const { id, counterpart } = paperNumbered(meeting, '1');
      await page.goto(`/documents/${id}/beside/${counterpart!.documentId}?page=4`);
      await page.getByRole('link', { name: /^変わった数値の一覧/ }).waitFor();
      await tabTo(/^変わった数値の一覧/);
      await press('Enter');
      await page.locator('changes-page tbody tr').first().waitFor();
      await tabTo(/^ことばでさがす/);
      await page.keyboard.type('小学校の適正配置');
      await expect.poll(() => page.locator('changes-page tbody a').count()).toBeLessThan(20);
      await tabTo(/小学校の適正配置/);
      await press('Enter');
      await page.getByRole('region', { name: '選んだ行' }).waitFor();
      await tabTo(/^年ごとの推移/, 60);
      await press('Enter');
      await page.locator('years-page').getByRole('table').first().waitFor();
      await sound();
      expect(visit.screen.complaints).toEqual([]);
    });

    test('the secretariat’s check of the papers is opened, said to be seen, taken back, and leads to its place', async () => {
      const meeting = await visit.comeByLetter('landscape');
      await visit.signIn('desk');
      const { page } = visit.screen;
      await page.goto(`${visit.portal.address}/office/meetings/${meeting.id}/check`);
      await page.getByRole('heading', { name: '比べやすさの点検', level: 1 }).waitFor();
      await page.locator('office-hindrance-list summary').first().waitFor();
      await tabTo(/^なくなった行/);
      if (!(await page.locator('office-hindrance-list details[open]').count())) await press('Enter');
      await tabTo(/を確認済みにする$/);
      const name = await focusedName(page);
      await press('Enter');
      const back = name.replace('確認済みにする', '未確認に戻す');
      await expect.poll(() => focusedName(page)).toBe(back);
      await sound();
      await press('Enter');
      await expect.poll(() => focusedName(page)).toBe(name);
      await press('Shift+Tab');
      await press('Enter');
      await page.locator('compare-page').waitFor();
      expect(visit.screen.complaints).toEqual([]);
    });

    test('the register is filtered, and a cell leads to its page', async () => {
      const meeting = await visit.comeByLetter('desk');
      const { page } = visit.screen;
      await page.getByRole('heading', { name: '取組の一覧' }).waitFor();
      await tabTo(/取組ごとの目標/, 60);
      await press('Enter');
      await page.getByRole('table').first().waitFor();
      expect(new URL(page.url()).pathname).toBe(`/committees/${meeting.committee.id}/register`);
      await tabTo(/^(ことばでさがす|さがす言葉|取組をさがす)/);
      await page.keyboard.type('小学校の適正配置');
      await tabTo(/ページ/);
      await press('Enter');
      await page.waitForURL(/\/documents\/\d+/);
      expect(visit.screen.complaints).toEqual([]);
    });
  });
}
