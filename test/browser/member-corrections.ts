import { describe, expect, test } from 'vitest';
import { BesideScreen } from './beside-screen.ts';
import { accessibilityBreaches } from './browser.ts';
import { type MemberVisit, nth, paperNumbered } from './member.ts';

const sheet = 8;

/** Correcting what the portal took for the same line; what the secretariat says holds for all. */
export function describeCorrections(visit: MemberVisit): void {
  describe('corrections', () => {
    async function openBeside(by: 'official' | 'member'): Promise<BesideScreen> {
      const meeting = await visit.comeByLetter('landscape');
      const { id, counterpart } = paperNumbered(meeting, '1');
      if (by === 'official') await visit.signIn('landscape');
      const beside = new BesideScreen(visit.screen.page, id, counterpart!.documentId);
      await beside.open(sheet);
      return beside;
    }

    const button = (name: string) => visit.screen.page.getByRole('button', { name, exact: true });
    const chosen = async (beside: BesideScreen, name: RegExp) => {
      await beside.row('今年', name).press('Enter');
      await beside.card.waitFor();
    };
    const isComputed = (note: string) => visit.screen.page.getByText(note).waitFor();

    test('a line re-paired is shown as made by a person, kept when computed anew, and undone', async () => {
      const beside = await openBeside('official');
      const { page } = visit.screen;
      await chosen(beside, /^計、/);
      const before = await beside.numbers();
      await button('対応を直す').click();
      await page.getByText('計と同じ行を、となりの資料で選んでください。').waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await beside.row('昨年', /^歳入の確保、/).press('Enter');
      await page.getByText('計と、となりの資料の歳入の確保を、同じ行にしますか。').waitFor();
      await button('この2行を合わせる').click();
      await page.getByText('対応を直しました。委員の画面にも反映されます。').waitFor();
      // while the old reading still stands: its counterpart moves under the choice
      await chosen(beside, /^計、/);
      await isComputed('事務局が合わせました');
      expect((await beside.numbers())[0]).not.toBe(before[0]);
      await expect.poll(() => beside.unevenness()).toBeLessThanOrEqual(3);
      expect(await accessibilityBreaches(page)).toEqual([]);
      await button('直したのを取り消す').click();
      await page.getByText('直した対応を取り消しました。').waitFor();
      await isComputed('行にふれると、となりの資料の同じ行と、差を表示します。');
      await chosen(beside, /^計、/);
      await expect.poll(() => beside.numbers()).toEqual(before);
      // an official at a member's address is first taken for a member
      expect(visit.screen.complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
    });

    test('a line said to have no counterpart, and taken back from the toast', async () => {
      const beside = await openBeside('official');
      const { page } = visit.screen;
      await chosen(beside, /^計、/);
      await button('対応を直す').click();
      await button('同じ行はない').click();
      await page.getByText('対応を直しました。委員の画面にも反映されます。').waitFor();
      await isComputed('行にふれると、となりの資料の同じ行と、差を表示します。');
      await chosen(beside, /^計、/);
      await isComputed('昨年の資料に、この行は見つかりません。');
      await button('元に戻す').click();
      await page.getByText('直した対応を取り消しました。').waitFor();
      await expect
        .poll(async () => (await beside.linesOf('newer', sheet)).find(({ place }) => place.label === '計')?.other?.page)
        .toBe(sheet);
    });

    test('two pages re-paired turn together for everybody', async () => {
      const beside = await openBeside('official');
      const { page } = visit.screen;
      await button('２つの資料をいっしょにめくる').click();
      await beside
        .pane('昨年')
        .getByRole('button', { name: /次のページ）$/ })
        .click();
      await beside.pane('昨年').getByText(nth(9)).first().waitFor();
      await button('この2ページを合わせる').click();
      await page.getByText('対応を直しました。委員の画面にも反映されます。').waitFor();
      // with the focus it stays, however long the member takes
      await button('元に戻す').focus();
      const member = visit.screen;
      const theirs = await openBeside('member');
      await expect
        .poll(async () => {
          await theirs.open(sheet);
          return theirs.partnerOf(sheet);
        })
        .toBe(9);
      // one who came while it was computed stays where they are until they turn
      await theirs.open(sheet);
      await theirs.pane('昨年').getByText(nth(9)).waitFor();
      await visit.screen.close();
      visit.screen = member;
      await button('元に戻す').click();
      await page.getByText('直した対応を取り消しました。').waitFor();
    });

    test('another paper said to be that of the year before, and taken back', async () => {
      const { documents } = await visit.comeByLetter('landscape');
      const [newer, older] = ['財政の中期見通し', '用語の説明'].map(
        (title) => documents.find((document) => document.title === title)!.counterpart!.documentId,
      );
      await visit.signIn('landscape');
      const { page } = visit.screen;
      await page.goto(`/documents/${newer}/beside/${older}`);
      await button('前の年の同じ資料にする').click();
      await page.getByText('参考１の前の年の資料として登録しました。').waitFor();
      await page.getByText('事務局が選んだ、前の年の資料です').waitFor();
      expect(await visit.readDocument(newer!)).toMatchObject({ seriesChosen: true });
      expect(await accessibilityBreaches(page)).toEqual([]);
      await button('取り消す').click();
      await button('前の年の同じ資料にする').waitFor();
      expect(await visit.readDocument(newer!)).toMatchObject({ seriesChosen: false });
    });

    test('a member is offered none of it, and the portal takes none from them', async () => {
      const beside = await openBeside('member');
      const { page } = visit.screen;
      await chosen(beside, /^計、/);
      await expect.poll(() => button('対応を直す').count()).toBe(0);
      await button('２つの資料をいっしょにめくる').click();
      await expect.poll(() => button('この2ページを合わせる').count()).toBe(0);
      const data = { kind: 'page', older: 1, newer: 2 };
      const answer = await page.request.post(`/api/comparisons/${beside.comparison.id}/corrections`, { data });
      expect([401, 403, 404]).toContain(answer.status());
    });

    test('while the comparison is computed, and where it fails, the pages are read all the same', async () => {
      const meeting = await visit.comeByLetter('portrait');
      const { page } = visit.screen;
      const { id, counterpart } = paperNumbered(meeting, '1');
      const beside = new BesideScreen(page, id, counterpart!.documentId);
      await beside.open(sheet);
      const waiting = { ...beside.comparison, state: 'waiting', ready: false, pages: [] };
      await page.route(/\/api\/(documents\/\d+\/)?comparisons(\/\d+)?$/, (route) => route.fulfill({ json: waiting }));
      await page.goto(`${beside.address}?page=${sheet}`);
      await page.getByText('２つの資料の対応を調べています。ページはこのまま読めます。').waitFor();
      await visit.next().click();
      await beside.pane('今年').getByText(nth(9)).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.unroute(/\/api\/(documents\/\d+\/)?comparisons(\/\d+)?$/);
      const failed = { ...waiting, state: 'failed', failure: '資料が大きすぎます。' };
      await page.route(/\/api\/(documents\/\d+\/)?comparisons(\/\d+)?$/, (route) => route.fulfill({ json: failed }));
      await page.goto(`${beside.address}?page=${sheet}`);
      await page.getByText('行ごとの対応は調べられませんでした。ページを並べて読むことはできます。').waitFor();
      await visit.next().click();
      await beside.pane('今年').getByText(nth(9)).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
    });
  });
}
