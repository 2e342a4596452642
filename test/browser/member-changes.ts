import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { makePdf } from '../server/pdf/make-pdf.ts';
import { BesideScreen, truthOf } from './beside-screen.ts';
import { accessibilityBreaches, shownTexts } from './browser.ts';
import { type MemberVisit, nth, paperNumbered } from './member.ts';

/** What follows from a comparison: the list of changes, a line over the years, and what a replacement changed. */
export function describeChanges(visit: MemberVisit): void {
  describe('changes', () => {
    const rows = () => visit.screen.page.locator('changes-page tbody tr:not(.heading, .name)');
    const first = async () => (await shownTexts(rows()))[0]!.replace(/\s+/g, ' ');
    const count = async () =>
      Number((await visit.screen.page.locator('changes-page .count').allInnerTexts())[0]!.replace(/\D/g, ''));

    async function openChanges(): Promise<BesideScreen> {
      const meeting = await visit.comeByLetter('desk');
      const { id, counterpart } = paperNumbered(meeting, '1');
      const beside = new BesideScreen(visit.screen.page, id, counterpart!.documentId);
      await beside.open(3);
      await visit.screen.page.getByRole('link', { name: /^変わった数値の一覧/ }).click();
      await rows().first().waitFor();
      return beside;
    }

    test('found by words, kind and size, in the order wanted, and each a tap from its place', async () => {
      await openChanges();
      const { page } = visit.screen;
      const all = await count();
      await page.getByLabel('並べる順').selectOption('amount');
      const amounts = (await page.locator('changes-page tbody tr td:nth-child(4)').allInnerTexts()).slice(0, 20);
      expect(amounts.length).toBe(20);
      await page.getByLabel('種類').selectOption({ label: '増えた行' });
      await expect.poll(() => count()).toBeLessThan(all);
      await page.getByLabel('ことばでさがす').fill('学校ﾌﾟｰﾙ');
      const added = truthOf('list/c10/plan').newer!;
      await expect
        .poll(() => first())
        .toContain(`学校プールの共同利用 財政効果額 計画額 増えた行 なし ${added.text}千円`);
      await page.getByLabel('種類').selectOption({ label: 'すべて' });
      await page.getByLabel('ことばでさがす').fill('');
      await page.getByLabel('増減の大きさ').selectOption('0.1');
      const rates = (await page.locator('changes-page tbody .rate').allInnerTexts())
        .filter((text) => text.endsWith('％'))
        .map((text) => Number(text.replace(/[＋−％,]/g, '')));
      expect(rates.length).toBeGreaterThan(20);
      expect(Math.min(...rates)).toBeGreaterThanOrEqual(10);
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByLabel('ことばでさがす').fill('小学校の適正配置');
      await page
        .getByRole('link', { name: /小学校の適正配置/ })
        .first()
        .click();
      await page.waitForURL(/page=3/);
      await page
        .getByRole('region', { name: /^令和５年度/ })
        .getByText(nth(3))
        .waitFor();
      await page.getByRole('region', { name: '選んだ行' }).getByText('小学校の適正配置').waitFor();
      expect(visit.screen.complaints).toEqual([]);
    });

    test('taken along as a table that Excel opens, and printed without what is only for the screen', async () => {
      await openChanges();
      const { page } = visit.screen;
      const all = await count();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '表（CSV）を保存' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('変わった数値_集中改革プラン進行管理シート.csv');
      const bytes = await readFile(await download.path());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines = bytes.toString('utf8').trimEnd().split('\r\n');
      expect(lines.length).toBe(all + 1);
      const { older, newer } = truthOf('c2/effect/計/本年度');
      const total = lines.find((line) => line.includes(`,${newer!.value},`) && line.includes(',計,'))!;
      expect(total).toContain(String(older!.value));
      await page.emulateMedia({ media: 'print' });
      await expect.poll(() => page.getByRole('search').isVisible()).toBe(false);
      await expect.poll(() => page.getByRole('link', { name: '表（CSV）を保存' }).isVisible()).toBe(false);
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await expect.poll(() => rows().count()).toBe(all);
    });

    test('numbers that could not be read are told, each a tap from its place, and open on paper', async () => {
      const meeting = await visit.comeByLetter('desk');
      const { counterpart } = paperNumbered(meeting, '1');
      const before = (await visit.readDocument(counterpart!.documentId)).meetingId;
      await visit.signIn('desk');
      const { page } = visit.screen;
      const add = async (meetingId: number, text: string): Promise<number> => {
        const pages = [{ content: 'BT ET' }, { content: `BT /F1 12 Tf 400 500 Td (${text}) Tj ET` }];
        const file = { name: '参考９　数.pdf', mimeType: 'application/pdf', buffer: makePdf({ pages }) };
        const answer = await page.request.post(`/api/meetings/${meetingId}/documents`, { multipart: { file } });
        const { documentId } = await answer.json();
        const isRead = async () => (await visit.readDocument(documentId)).revision?.state;
        await expect.poll(isRead).toBe('ready');
        return documentId;
      };
      const [older, newer] = [await add(before, '77'), await add(meeting.id, '78')];
      await page.goto(`/documents/${newer}/beside/${older}/changes`);
      const told = page.locator('changes-page details');
      await told.getByText('読み取れなかった数値が2件あります').click();
      await told.getByText('このページの数値のうち1件は読み取れませんでした').first().waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await told.getByText('読み取れなかった数値が2件あります').click();
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await expect.poll(() => told.getByRole('link').allInnerTexts()).toEqual(['78', '77']);
      await page.getByRole('link', { name: '令和５年度の2枚目の「78」を開く' }).click();
      await page.waitForURL(/page=2/);
      await page.getByRole('region', { name: /^令和５年度/ }).waitFor();
      expect(visit.screen.complaints).toEqual([]);
      await page.goto('about:blank');
      for (const id of [older, newer]) expect((await page.request.delete(`/api/documents/${id}`)).ok()).toBe(true);
    });

    test('a line over the years, as a table and a chart, with the years that lack it', async () => {
      const meeting = await visit.comeByLetter('desk');
      const { page } = visit.screen;
      const { id, counterpart } = paperNumbered(meeting, '1');
      const beside = new BesideScreen(page, id, counterpart!.documentId);
      await beside.open(8);
      await page.locator('body').click({ position: await beside.spotOf('17,848', /^計$/) });
      await beside.card.getByRole('link', { name: '年ごとの推移' }).click();
      const column = page.getByRole('region', { name: /本年度/ });
      await column.getByText('17,848千円').waitFor();
      const headings = await page.locator('years-page h2').allInnerTexts();
      expect(headings[0], 'the column that was tapped stands first').toContain('本年度');
      const cells = (await shownTexts(column.locator('tbody tr'))).map((text) => text.replace(/\s+/g, ' '));
      expect(cells[0]).toContain('令和３年度 20,316千円');
      expect(cells[1]).toContain('令和４年度 16,174千円');
      expect(cells[2]).toContain('令和５年度 17,848千円');
      expect(
        await column
          .getByRole('img', { name: /折れ線グラフ/ })
          .locator('circle')
          .count(),
      ).toBe(3);
      expect(await accessibilityBreaches(page)).toEqual([]);

      await beside.open(3);
      const line = (await beside.linesOf('newer', 3)).find(({ place }) => /学校プール/.test(place.label))!;
      await page.goto(`/documents/${id}/years?page=3&line=${line.index}`);
      await page.getByText('この行はありません').first().waitFor();
      expect(visit.screen.complaints).toEqual([]);
    });

    test('who had seen the first version is offered what the replacement changed, once, and led there', async () => {
      const meeting = await visit.comeByLetter('landscape');
      const { page } = visit.screen;
      const { id } = paperNumbered(meeting, '1');
      const { revisions } = await visit.readDocument(id);
      const old = revisions.find(({ number }) => number === 1)!;
      // as it was noted when the first version was the newest
      const data = { page: 2, revisionId: old.id };
      expect((await page.request.put(`/api/documents/${id}/reading-place`, { data })).status()).toBe(200);
      await page.goto(`/documents/${id}`);
      await page.getByText(/前にご覧になった第１版から、.*か所変わりました/).waitFor();
      const changed = page.getByRole('group', { name: '変わったページ' }).getByRole('button').first();
      const number = Number.parseInt((await changed.getAttribute('aria-label'))!, 10);
      await changed.click();
      await visit.place().getByText(nth(number)).waitFor();
      await page.locator('ui-page-view .mark').first().waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('link', { name: '一覧で見る' }).click();
      await rows().first().waitFor();
      await rows().first().getByRole('link').click();
      await page
        .getByRole('region', { name: /^令和５年度/ })
        .first()
        .waitFor();
      await page.waitForURL(/otherRevision/);
      expect(visit.screen.complaints).toEqual([]);
    });
  });
}
