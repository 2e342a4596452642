import { describe, expect, test } from 'vitest';
import { accessibilityBreaches, cutAtTheEdge, focusedName, tabToName, tooSmall } from './browser.ts';
import { type MemberVisit, nth, paperNumbered } from './member.ts';

/** The member's whole way without a pointer, and what stands where nothing is. */
export function describeKeyboard(visit: MemberVisit): void {
  describe('by keyboard alone', () => {
    const tabTo = (name: RegExp, stops?: number) => tabToName(visit.screen.page, name, stops);

    test('from the code on the letter to last year’s paper and back', async () => {
      await visit.openScreen('landscape');
      const { page } = visit.screen;
      await page.goto('/');
      await page.getByLabel('通知に書かれたコード（8文字）').waitFor();
      for (let stop = 0; stop < 10; stop += 1) {
        await page.keyboard.press('Tab');
        if (await page.getByLabel('通知に書かれたコード（8文字）').evaluate((field) => field.matches(':focus'))) break;
      }
      await page.keyboard.type(visit.portal.links.member.code);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/meetings\/\d+$/);
      await page.getByRole('link', { name: /資料１.*進行管理シート/ }).waitFor();
      await tabTo(/資料１\s*集中改革プラン進行管理シート/);
      await page.keyboard.press('Enter');
      await visit.place().waitFor();
      await page.getByRole('navigation', { name: 'ページ一覧' }).getByRole('button').first().waitFor();

      // the strip is one stop, with arrows inside
      await tabTo(/枚中\d+枚目|枚目、全/);
      const before = await focusedName(page);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focusedName(page)).not.toBe(before);
      await page.keyboard.press('Enter');
      const chosen = Number(/(\d+)枚目/.exec(await focusedName(page))?.[1]);
      await visit.place().getByText(nth(chosen)).waitFor();
      expect(await tabTo(/ページへ移動/, 6)).toBeLessThanOrEqual(6);
      await page.keyboard.press('Enter');
      await page.keyboard.type('4');
      await page.keyboard.press('Enter');
      await visit.place().getByText('4ページ', { exact: true }).waitFor();

      await page.keyboard.press('Shift+Tab');
      for (let stop = 0; stop < 40 && !/並べて見る/.test(await focusedName(page)); stop += 1)
        await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: /^変わった数値の一覧/ }).waitFor();

      // another companion can be looked for, and the choice given up
      await tabTo(/並べる資料を替える/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '並べる資料を選んでください' }).waitFor();
      await tabTo(/^やめる$/, 3);
      await page.keyboard.press('Enter');
      await expect.poll(() => focusedName(page)).toBe('並べる資料を替える');
      expect(await accessibilityBreaches(page)).toEqual([]);
      expect(visit.screen.complaints).toEqual([]);
    });

    test('an address that leads nowhere says so under a heading, with the way on', async () => {
      await visit.openScreen('phone');
      const { page } = visit.screen;
      await page.goto('/nowhere');
      await page.getByRole('heading', { level: 1, name: 'ページが見つかりません' }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('link', { name: '最初の画面に戻る' }).click();
      await page.getByRole('heading', { name: '会議資料を見る' }).waitFor();
    });

    test('a paper that is not to be had says so below the portal’s header, with the way on', async () => {
      await visit.comeByLetter('landscape');
      const { page } = visit.screen;
      for (const address of ['/documents/99999', '/documents/99999/beside']) {
        await page.goto(address);
        const heading = page.getByRole('heading', { level: 1, name: 'この資料は開けません' });
        const home = page.getByRole('link', { name: 'くらべ', exact: true });
        await heading.waitFor();
        await home.waitFor();
        // one edge for both
        expect((await heading.boundingBox())!.x).toBeCloseTo((await home.boundingBox())!.x, 0);
        expect(await accessibilityBreaches(page)).toEqual([]);
      }
    });

    test('which meeting it is, and of which year, ends no line in the middle', async () => {
      await visit.comeByLetter('phone');
      const { page } = visit.screen;
      await page.setViewportSize({ width: 320, height: 640 });
      const lines = await page.locator('meeting-page .committee, meeting-page h1').evaluateAll((all) =>
        all.map((element) => {
          const range = document.createRange();
          const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          const found: string[] = [];
          let line = Number.NaN;
          for (let node = text.nextNode(); node; node = text.nextNode())
            for (let at = 0; at < node.textContent!.length; at += 1) {
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const { top, width } = range.getBoundingClientRect();
              if (width > 0 && top !== line) found.push('');
              if (width > 0) line = top;
              found[found.length - 1] += node.textContent![at]!;
            }
          return found.map((one) => one.trim());
        }),
      );
      expect(lines.flat().filter((one) => /第[０-９0-9]*$|^[０-９0-9]|令和$/u.test(one))).toEqual([]);
      expect(lines.flat().join('').replace(/\s/gu, '')).toBe('行財政改革懇談会令和５年度第１回行財政改革懇談会');
    });

    test('at 320 pixels, as at 400 %, on a phone and on a tablet, in the largest letters too, nothing stands beyond the edge', async () => {
      const meeting = await visit.comeByLetter('phone');
      const { page } = visit.screen;
      const { id, counterpart } = paperNumbered(meeting, '1');
      const beside = `/documents/${id}/beside/${counterpart!.documentId}`;
      const register = `/committees/${meeting.committee.id}/register`;
      for (const address of [
        ...[`/meetings/${meeting.id}`, `/documents/${id}?page=4`, `${beside}?page=4`, `/documents/${id}/beside?page=4`],
        ...[`${beside}/changes`, register, `/documents/${id}/wording?page=4`, '/search?words=効果額', '/help', '/'],
        ...['/notes', '/documents/99999', '/key/revoked?committee=1', '/nowhere'],
      ]) {
        await page.goto(address);
        await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
        await page.getByRole('button').first().waitFor();
        for (const width of [320, 390, 820]) {
          await page.setViewportSize({ width, height: 2 * width });
          expect(await cutAtTheEdge(page), `${address} at ${width}`).toEqual([]);
          expect(await tooSmall(page), `${address} at ${width}`).toEqual([]);
        }
        await page.evaluate(() => document.documentElement.setAttribute('data-text', 'largest'));
        for (const width of [390, 820, 1180]) {
          await page.setViewportSize({ width, height: 820 });
          expect(await cutAtTheEdge(page), `${address} in the largest letters at ${width}`).toEqual([]);
        }
      }
    });
  });
}
