import { describe, expect, test } from 'vitest';
import { BesideScreen } from './beside-screen.ts';
import { accessibilityBreaches } from './browser.ts';
import { type MemberVisit, paperNumbered } from './member.ts';

/** A page as words and tables: for the ear, and for a screen too small for two papers. */
export function describeWording(visit: MemberVisit): void {
  describe('reading for everyone', () => {
    test('`?` opens the help; the chosen size of the letters, their contrast and stillness stay with the member', async () => {
      await visit.comeByLetter('phone');
      const { page } = visit.screen;
      await page.keyboard.press('?');
      await page.getByRole('radio', { name: 'とても大きい' }).check();
      await page.getByRole('radio', { name: 'はっきり' }).check();
      await page.getByRole('radio', { name: 'おさえる' }).check();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('22px');
      const motion = () => getComputedStyle(document.documentElement).getPropertyValue('--motion');
      await expect.poll(() => page.evaluate(motion)).toBe('0');
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('button', { name: '使い方' }).click();
      await page.getByRole('link', { name: '使い方を見る' }).click();
      await page.getByRole('heading', { level: 1, name: '使い方' }).waitFor();
      const pictures = page.locator('help-page img');
      for (const picture of await pictures.all()) {
        await picture.scrollIntoViewIfNeeded();
        await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
      }
      await expect.poll(() => pictures.count()).toBeGreaterThan(5);
      expect(await accessibilityBreaches(page)).toEqual([]);
      expect(visit.screen.complaints).toEqual([]);
      const phone = visit.screen;
      await visit.comeByLetter('landscape');
      const tablet = visit.screen.page;
      try {
        await expect.poll(() => tablet.evaluate(() => document.documentElement.dataset.text)).toBe('largest');
        await expect.poll(() => tablet.evaluate(motion)).toBe('0');
        await tablet.keyboard.press('?');
        await tablet.getByText('ほかの端末で見るときも、同じ見え方になります。').waitFor();
        await expect.poll(() => tablet.getByRole('radio', { name: 'はっきり' }).isChecked()).toBe(true);
        const sent = tablet.waitForResponse((answer) => answer.url().endsWith('/api/appearance'));
        await tablet.getByRole('radio', { name: '標準' }).first().check();
        await sent;
        await phone.page.reload();
        await expect.poll(() => phone.page.evaluate(() => document.documentElement.dataset.text)).toBe('normal');
      } finally {
        const usual = { textSize: 'normal', contrast: 'normal', motion: 'normal' };
        await tablet.request.put('/api/appearance', { data: usual });
        await phone.close();
      }
    });
  });

  describe('a line aloud', () => {
    test('the chosen line is read with both years and the difference; a device without a voice says so', async () => {
      const meeting = await visit.comeByLetter('landscape');
      const { page } = visit.screen;
      const { id, counterpart } = paperNumbered(meeting, '1');
      const beside = new BesideScreen(page, id, counterpart!.documentId);
      const aloud = page.getByRole('button', { name: 'この行を読み上げる' });
      await beside.open(8);
      await beside.row('今年', /^計、/).press('Enter');
      await aloud.click();
      await page.getByText('日本語の読み上げの声がありません').first().waitFor();

      // the test's browser has no voice: one that writes down what it is to say
      await page.evaluate(() => {
        const said: string[] = [];
        const speak = (one: SpeechSynthesisUtterance) => said.push(one.text);
        const voice = { lang: 'ja-JP', name: 'test' };
        Object.assign(window, {
          said,
          SpeechSynthesisUtterance: class {
            readonly text: string;
            constructor(text: string) {
              this.text = text;
            }
          },
        });
        Object.defineProperty(window, 'speechSynthesis', {
          value: { getVoices: () => [voice], speak, cancel: () => undefined },
        });
      });
      await aloud.click();
      const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said.join());
      await expect.poll(said).toMatch(/^計、計画額、昨年 [\d億万千]+円、今年 [\d億万千]+円、(?:増減なし|.*の[増減])/u);
      await page.getByRole('button', { name: 'さがす', exact: true }).click();
      await page.getByRole('dialog').waitFor();
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
      await expect
        .poll(() => tax.getByRole('cell').first().textContent())
        .toMatch(/^\s*[\d,]+百万円\s*昨年 [\d,]+百万円 [＋−±][\d,]+百万円/);
      await expect.poll(() => page.getByRole('columnheader').first().textContent()).toBe('項目');
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
