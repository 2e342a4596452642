import { describe, expect, test } from 'vitest';
import { BesideScreen, truthOf } from './beside-screen.ts';
import { accessibilityBreaches, focusedName, type screens } from './browser.ts';
import { type MemberVisit, nth, paperNumbered } from './member.ts';

/** The sheet of 小学校の適正配置; amounts in 千円 this year, in 円 and full width last year. */
const total = truthOf('c2/effect/計/本年度');
const sheet = 8;

/** Tapping a row: its counterpart beside it, with the difference. */
export function describeLines(visit: MemberVisit): void {
  describe('the same line, last year', () => {
    async function openBeside(name: keyof typeof screens, page: number): Promise<BesideScreen> {
      const meeting = await visit.comeByLetter(name);
      const { id, counterpart } = paperNumbered(meeting, '1');
      const beside = new BesideScreen(visit.screen.page, id, counterpart!.documentId);
      await beside.open(page);
      return beside;
    }

    async function expectTotal(beside: BesideScreen): Promise<void> {
      const { older, newer } = total;
      // last year's paper is in 円: both stand in 千円, and the rate is that of what is printed
      const before = Math.round(older!.value / 1000);
      const rate = ((newer!.value - older!.value / 1000) / (older!.value / 1000)) * 100;
      await expect
        .poll(() => beside.numbers())
        .toEqual([
          `${before.toLocaleString('en')}千円`,
          `${newer!.value.toLocaleString('en')}千円`,
          `＋${(newer!.value - before).toLocaleString('en')}千円（＋${rate.toFixed(1)}％）`,
        ]);
      await beside.card.getByRole('button', { name: /^16,174千円、資料の書き方では/ }).click();
      expect((await beside.numbers())[0]).toBe(`${older!.value.toLocaleString('en')}円`);
      await beside.card.getByRole('button', { name: /^16,174千円、資料の書き方では/ }).click();
      await beside.card.getByText('計', { exact: true }).waitFor();
      await expect.poll(() => beside.unevenness()).toBeLessThanOrEqual(3);
      await expect.poll(() => beside.mark('昨年', 'value').count()).toBe(1);
    }

    test.each(['landscape', 'portrait', 'phone'] as const)(
      '%s: a tap marks both and says the difference',
      async (name) => {
        const beside = await openBeside(name, sheet);
        await beside.tap(await beside.spotOf(total.newer!.text, /^計$/));
        await expectTotal(beside);
        await visit.screen.page
          .getByRole('status')
          .filter({ hasText: '昨年 16,174千円、今年 17,848千円、1,674千円の増、10.4パーセントの増' })
          .waitFor();
        expect(await accessibilityBreaches(visit.screen.page)).toEqual([]);
        const hidden = await visit.screen.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(hidden).toBeLessThanOrEqual(0);
        expect(visit.screen.complaints).toEqual([]);
      },
    );

    test('a tablet that is turned keeps the chosen line in sight, level with its counterpart', async () => {
      const beside = await openBeside('landscape', sheet);
      await beside.tap(await beside.spotOf(total.newer!.text, /^計$/));
      await expectTotal(beside);
      await visit.screen.page.setViewportSize({ width: 820, height: 1180 });
      const inSight = async () => {
        const view = (await beside.pane('今年').locator('ui-page-view').boundingBox())!;
        const line = (await beside.mark('今年', 'chosen').boundingBox())!;
        return line.y >= view.y && line.y + line.height <= view.y + view.height;
      };
      await expect.poll(inSight).toBe(true);
      await expect.poll(() => beside.unevenness()).toBeLessThanOrEqual(3);
      await expect.poll(() => beside.card.getByRole('button', { name: 'この行を読み上げる' }).isVisible()).toBe(true);
    });

    test('by mouse: a click, another column, and away', async () => {
      const beside = await openBeside('desk', sheet);
      const spot = await beside.spotOf(total.newer!.text, /^計$/);
      await visit.screen.page.mouse.click(spot.x, spot.y);
      await expectTotal(beside);
      await beside.card.getByRole('combobox', { name: '列' }).selectOption({ label: '計画額' });
      await expect.poll(() => beside.numbers()).toEqual(['18,600千円', '18,600千円', '変わりません']);
      await beside.card.getByRole('button', { name: '閉じる' }).click();
      await beside.card.waitFor({ state: 'detached' });
      await expect.poll(() => beside.mark('昨年', 'counterpart').count()).toBe(0);
    });

    test('by keyboard alone: to the row, chosen, and let go, the focus staying where it is', async () => {
      const beside = await openBeside('landscape', sheet);
      const { page } = visit.screen;
      const isTotal = async () => /^計、/.test(await focusedName(page));
      for (let press = 0; press < 30 && !(await focusedName(page)).startsWith('№'); press += 1)
        await page.keyboard.press('Tab');
      for (let press = 0; press < 40 && !(await isTotal()); press += 1) await page.keyboard.press('ArrowDown');
      await expect.poll(() => isTotal()).toBe(true);
      const outline = await beside.row('今年', /^計、/).evaluate((button) => ({
        style: getComputedStyle(button).outlineStyle,
        visible: button.matches(':focus-visible'),
      }));
      expect(outline).toEqual({ style: 'solid', visible: true });
      await page.keyboard.press('Enter');
      await beside.mark('昨年', 'counterpart').waitFor();
      await expect.poll(() => beside.unevenness()).toBeLessThanOrEqual(3);
      await expect.poll(() => isTotal()).toBe(true);
      await page.keyboard.press('Escape');
      await beside.card.waitFor({ state: 'detached' });
      await expect.poll(() => isTotal()).toBe(true);
      expect(visit.screen.complaints).toEqual([]);
    });

    test('a line that last year did not have says so, and where it would stand', async () => {
      const beside = await openBeside('landscape', 3);
      const added = truthOf('list/c10/plan');
      expect(added.older).toBeUndefined();
      await beside.tap(await beside.spotOf(added.newer!.text, /学校プール/));
      await beside.card.getByText('昨年の資料に、この行は見つかりません。入るとすれば、点線のところです。').waitFor();
      await expect.poll(() => beside.unevenness('edge')).toBeLessThanOrEqual(12);
      await visit.screen.page.getByRole('status').filter({ hasText: '昨年の資料に、この行は見つかりません' }).waitFor();
      expect(await accessibilityBreaches(visit.screen.page)).toEqual([]);
    });

    test('one switch marks what changed, by shape, and is remembered', async () => {
      const beside = await openBeside('landscape', sheet);
      const { page } = visit.screen;
      const marks = page.getByRole('button', { name: '変わった数値に印を付ける' });
      await marks.click();
      await beside.mark('今年', 'more').first().waitFor();
      await expect.poll(() => beside.mark('昨年', 'more').count()).toBe(await beside.mark('今年', 'more').count());
      const turned = (kind: string) =>
        beside
          .mark('今年', kind)
          .first()
          .evaluate((mark) => getComputedStyle(mark, '::before').rotate);
      await expect.poll(() => turned('more')).not.toBe(await turned('less'));
      await beside.open(sheet);
      await beside.mark('今年', 'more').first().waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await marks.click();
      await beside.mark('今年', 'more').first().waitFor({ state: 'detached' });
    });

    test('pages turn and scroll by what is on them, and not by their number', async () => {
      const beside = await openBeside('landscape', 3);
      const { page } = visit.screen;
      const moved = beside.comparison.pages.find(({ older, newer }) => older !== newer && newer > 4)!;
      await beside.open(moved.newer - 1);
      await page.keyboard.press('ArrowRight');
      await beside.pane('今年').getByText(nth(moved.newer)).waitFor();
      await beside
        .pane('昨年')
        .getByText(nth(beside.partnerOf(moved.newer)))
        .waitFor();
      await beside.open(sheet);
      await beside.pane('今年').locator('.stage').hover();
      await page.mouse.wheel(0, 180);
      const height = async (pane: '今年' | '昨年') => (await beside.row(pane, /^計、/).boundingBox())!.y;
      await expect.poll(async () => Math.abs((await height('今年')) - (await height('昨年')))).toBeLessThanOrEqual(4);
    });

    test("a member's own way of turning is theirs alone, and given up again", async () => {
      const beside = await openBeside('landscape', 5);
      const { page } = visit.screen;
      await page.getByRole('button', { name: '２つの資料をいっしょにめくる' }).click();
      await beside
        .pane('昨年')
        .getByRole('button', { name: /次のページ）$/ })
        .click();
      await page.getByRole('button', { name: '２つの資料をいっしょにめくる' }).click();
      await visit.next().click();
      await beside.pane('昨年').getByText(nth(7)).waitFor();
      await beside.open(8);
      await beside.pane('昨年').getByText(nth(9)).waitFor();
      const mine = visit.screen;
      const other = await openBeside('landscape', 8);
      await other
        .pane('昨年')
        .getByText(nth(other.partnerOf(8)))
        .waitFor();
      await expect.poll(() => visit.screen.page.getByRole('button', { name: 'もとの対応に戻す' }).count()).toBe(0);
      await visit.screen.close();
      visit.screen = mine;
      await page.getByRole('button', { name: 'もとの対応に戻す' }).click();
      await beside
        .pane('昨年')
        .getByText(nth(beside.partnerOf(8)))
        .waitFor();
    });
  });
}
