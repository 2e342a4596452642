import { describe, expect, test } from 'vitest';
import { accessibilityBreaches } from './browser.ts';
import { type MemberVisit, paperNumbered } from './member.ts';

/** What the secretariat sees before publishing: where members will stumble when they compare. */
export function describeCheck(visit: MemberVisit): void {
  describe('比べやすさの点検', () => {
    test('each finding leads to its place, is left as it is on record, and opened again', async () => {
      const meeting = await visit.comeByLetter('landscape');
      const paper = paperNumbered(meeting, '1');
      await visit.signIn('landscape');
      const { page } = visit.screen;
      await page.goto(`${visit.portal.address}/office/meetings/${meeting.id}`);
      await page.getByRole('link', { name: '前年との比べやすさを点検する' }).click();
      await page.getByRole('heading', { name: '比べやすさの点検', level: 1 }).waitFor();
      const check = page.locator('office-document-check').filter({ hasText: paper.title });
      const gone = check.locator('office-hindrance-list').filter({ hasText: 'なくなった行' });
      await gone.locator('summary').click();
      const first = gone.locator('li').first();
      const name = (await first.getByRole('link').textContent())!;
      await first.getByRole('button', { name: `${name}を確認済みにする` }).click();
      await first.getByText('確認済み', { exact: true }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.reload();
      await gone.locator('summary').click();
      await first.getByRole('button', { name: `${name}を未確認に戻す` }).click();
      await first.getByRole('button', { name: `${name}を確認済みにする` }).waitFor();

      await first.getByRole('link').click();
      await page.locator('compare-page').waitFor();
      expect(new URL(page.url()).pathname).toBe(`/documents/${paper.id}/beside/${paper.counterpart!.documentId}`);
      await page.locator('compare-card').getByText(name).first().waitFor();
    });
  });
}
