import { describe, expect, test } from 'vitest';
import { BesideScreen } from './beside-screen.ts';
import { type MemberVisit, paperNumbered } from './member.ts';

/** CSS pixels between the margins of A4. */
const sheet = { width: 688, height: 1017 };

/** What comes out of a printer. */
export function describePaper(visit: MemberVisit): void {
  describe('on paper', () => {
    test('the browser’s own print of the reader is the page that is open, and nothing else', async () => {
      const meeting = await visit.comeByLetter('landscape');
      const { page } = visit.screen;
      await page.goto(`/documents/${paperNumbered(meeting, '1').id}?page=4`);
      await visit.isLarge();
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      const picture = page.locator('print-dialog img');
      await picture.waitFor();
      expect(await picture.getAttribute('src')).toMatch(/\/pages\/4\/picture\/large/);
      expect(await picture.evaluate((image: HTMLImageElement) => image.complete)).toBe(true);
      await expect.poll(() => page.getByRole('button').count()).toBe(0);
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await picture.waitFor({ state: 'detached' });
      expect(visit.screen.complaints).toEqual([]);
    });

    test('two papers side by side stand on one sheet, with the chosen line’s values of all columns', async () => {
      const meeting = await visit.comeByLetter('landscape');
      const { page } = visit.screen;
      const { id, counterpart } = paperNumbered(meeting, '1');
      const beside = new BesideScreen(page, id, counterpart!.documentId);
      await beside.open(4);
      await beside.row('今年', /^計、計画額/).press('Enter');
      await page.getByRole('region', { name: '選んだ行' }).waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      const pictures = page.locator('compare-print img');
      await expect.poll(() => pictures.count()).toBe(2);
      const [one, other] = [(await pictures.nth(0).boundingBox())!, (await pictures.nth(1).boundingBox())!];
      expect(other.x).toBeGreaterThan(one.x + one.width - 1);
      await expect
        .poll(() => pictures.evaluateAll((all) => all.every((image) => (image as HTMLImageElement).complete)))
        .toBe(true);
      expect(await page.locator('compare-print tbody').textContent()).toMatch(/計画額[\s\S]*実績額 本年度[\s\S]*千円/);
      expect(await page.getByRole('button').count()).toBe(0);
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await pictures.first().waitFor({ state: 'detached' });
      expect(visit.screen.complaints).toEqual([]);
    });

    test('a list is a table with its headers on a sheet, without what can be pressed, in one size', async () => {
      const meeting = await visit.comeByLetter('desk');
      const { page } = visit.screen;
      const { id, counterpart } = paperNumbered(meeting, '1');
      const addresses = [
        `/documents/${id}/beside/${counterpart!.documentId}/changes`,
        `/committees/${meeting.committee.id}/register`,
      ];
      for (const address of addresses) {
        await page.goto(address);
        await page.getByRole('table').first().waitFor();
        await page.evaluate(() => document.documentElement.setAttribute('data-text', 'largest'));
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize(sheet);
        expect((await page.getByRole('columnheader').first().boundingBox())!.height).toBeGreaterThan(10);
        await expect.poll(() => page.getByRole('link', { name: /を保存$/ }).count()).toBe(0);
        await expect.poll(() => page.getByRole('link', { name: 'くらべ', exact: true }).count()).toBe(0);
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
          .toBeLessThanOrEqual(sheet.width);
        await page.emulateMedia({ media: 'screen' });
      }
    });
  });
}
