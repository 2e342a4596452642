import { describe, expect, test } from 'vitest';
import { accessibilityBreaches } from './browser.ts';
import { type MemberVisit, nth, paperNumbered } from './member.ts';

/** Two documents side by side. */
export function describeBeside(visit: MemberVisit): void {
  describe('side by side', () => {
    const pane = (year: string) => visit.screen.page.getByRole('region', { name: new RegExp(`^${year}`) });

    test.each(['landscape', 'portrait'] as const)(
      '%s: linked, unlinked, moved, and linked again from there',
      async (name) => {
        const meeting = await visit.comeByLetter(name);
        const { page } = visit.screen;
        const { id, counterpart } = paperNumbered(meeting, '1');
        await page.goto(`/documents/${id}?page=2`);
        await page.getByRole('link', { name: '並べて見る' }).first().click();
        const now = pane('令和５年度');
        const before = pane('令和４年度');
        await now.getByText('今年').waitFor();
        await before.getByText('昨年').waitFor();
        await before.getByText(nth(2)).first().waitFor();
        const [one, other] = [(await now.boundingBox())!, (await before.boundingBox())!];
        if (name === 'landscape') expect(other.x).toBeGreaterThanOrEqual(one.x + one.width);
        else expect(other.y).toBeGreaterThanOrEqual(one.y + one.height);

        await visit.next().click();
        await now.getByText(nth(3)).first().waitFor();
        await before.getByText(nth(3)).first().waitFor();
        await page.getByRole('button', { name: '２つの資料をいっしょにめくる' }).click();
        await before.getByRole('button', { name: /次のページ）$/ }).click();
        await before.getByRole('button', { name: /次のページ）$/ }).click();
        await before.getByText(nth(5)).first().waitFor();
        await now.getByText(nth(3)).first().waitFor();
        expect(await accessibilityBreaches(page)).toEqual([]);
        await page.getByRole('button', { name: '２つの資料をいっしょにめくる' }).click();
        await page.keyboard.press('ArrowRight');
        await now.getByText(nth(4)).first().waitFor();
        await before.getByText(nth(6)).first().waitFor();

        await page.goto(`/documents/${id}/beside/${counterpart!.documentId}?page=10`);
        await before.getByText(nth(12)).first().waitFor();
        expect(await accessibilityBreaches(page)).toEqual([]);
        expect(visit.screen.complaints).toEqual([]);
      },
    );

    test('any other paper can be put beside, and either side closed', async () => {
      const meeting = await visit.comeByLetter('desk');
      const { page } = visit.screen;
      const { id } = paperNumbered(meeting, '3');
      await page.goto(`/documents/${id}/beside`);
      await page.getByRole('heading', { name: '並べる資料を選んでください' }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page
        .getByRole('button', { name: /資料４.*施策一覧/ })
        .first()
        .click();
      await page.getByRole('button', { name: '２つの資料をいっしょにめくる' }).waitFor();
      await page.getByRole('button', { name: '左右の入れ替え' }).click();
      await page.waitForURL(new RegExp(`/documents/\\d+/beside/${id}\\?`));
      await page
        .getByRole('button', { name: /資料４を閉じる$/ })
        .first()
        .click();
      await page.waitForURL(new RegExp(`/documents/${id}\\?`));
      expect(visit.screen.complaints).toEqual([]);
    });
  });
}
