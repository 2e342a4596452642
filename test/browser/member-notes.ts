import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ComparedLines, Comparison } from '../../contract/comparisons.ts';
import type { DocumentNotes } from '../../contract/notes.ts';
import { newNoteId } from '../../web/notes/note-id.ts';
import { accessibilityBreaches, touch } from './browser.ts';
import { type MemberVisit, paperNumbered } from './member.ts';

/** What a member writes on pages: by mouse, finger and keyboard, without a line, and on two devices. */
export function describeNotes(visit: MemberVisit): void {
  async function openPaper(name: 'desk' | 'landscape' | 'phone'): Promise<number> {
    const meeting = await visit.comeByLetter(name);
    const { id } = paperNumbered(meeting, '1');
    await visit.screen.page.goto(`/documents/${id}?page=3`);
    await visit.screen.page.getByRole('button', { name: '書き込み', exact: true }).click();
    return id;
  }

  async function clear(page: Page, id: number): Promise<void> {
    const ids = (await read(page, id)).map((note) => note.id);
    if (ids.length > 0) await page.request.post('/api/notes/deletion', { data: { ids } });
  }

  const read = async (page: Page, id: number) =>
    ((await (await page.request.get(`/api/documents/${id}/notes`)).json()) as DocumentNotes).notes;
  const kinds = async (page: Page, id: number) => (await read(page, id)).map(({ content }) => content.kind).sort();

  async function at(page: Page, x: number, y: number) {
    const box = (await page.locator('note-layer').first().boundingBox())!;
    return { x: box.x + box.width * x, y: box.y + box.height * y };
  }

  async function draw(page: Page, y: number): Promise<void> {
    const [from, to] = [await at(page, 0.2, y), await at(page, 0.6, y)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 12 });
    await page.mouse.up();
  }

  const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const strokes = (page: Page) => page.locator('note-layer .ink path:not(.live)');

  describe('notes', () => {
    test('by mouse: pen, marker, eraser, memo and bookmark; undone and done again; there after a reload', async () => {
      const id = await openPaper('desk');
      const { page } = visit.screen;
      await tool(page, 'ペン').click();
      await draw(page, 0.3);
      await tool(page, 'マーカー').click();
      await draw(page, 0.5);
      await expect.poll(() => strokes(page).count()).toBe(2);
      await tool(page, '元に戻す').click();
      await expect.poll(() => strokes(page).count()).toBe(1);
      await tool(page, 'やり直す').click();
      await expect.poll(() => strokes(page).count()).toBe(2);
      await tool(page, '消しゴム').click();
      const [over, under] = [await at(page, 0.4, 0.25), await at(page, 0.4, 0.35)];
      await page.mouse.move(over.x, over.y);
      await page.mouse.down();
      await page.mouse.move(under.x, under.y, { steps: 20 });
      await page.mouse.up();
      await expect.poll(() => strokes(page).count()).toBe(1);
      await tool(page, 'メモ').click();
      const place = await at(page, 0.5, 0.6);
      await page.mouse.click(place.x, place.y);
      await page.getByLabel('書くこと').fill('増えた理由をきく');
      expect(await accessibilityBreaches(page)).toEqual([]);
      await tool(page, '保存する').click();
      await page.getByRole('toolbar').getByRole('button', { name: 'しおり' }).click();
      await expect.poll(() => kinds(page, id)).toEqual(['bookmark', 'marker', 'text']);
      await page.getByText('保存しました').waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.reload();
      await page.getByRole('button', { name: 'メモ：増えた理由をきく' }).waitFor();
      await expect.poll(() => strokes(page).count()).toBe(1);
      expect(visit.screen.complaints).toEqual([]);
      await page.getByRole('button', { name: 'メニュー' }).click();
      const link = await page.getByRole('link', { name: '書き込みを入れて保存する' }).getAttribute('href');

      await page.goto('/notes');
      await page.getByRole('link', { name: '書き込みを入れたPDF' }).waitFor();
      const printed = await page.request.get(link!);
      expect(printed.headers()['content-type']).toBe('application/pdf');
      expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');
      await page.getByRole('heading', { name: '書き込み一覧' }).waitFor();
      await page.getByText('増えた理由をきく').waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.getByRole('button', { name: '書き込みをすべて完全に消す' }).click();
      await page.getByText(/マーカー1件、メモ1件、しおり1件が、すべての端末から消えます/).waitFor();
      await tool(page, '完全に消す').last().click();
      await page.getByText('まだ書き込みはありません').waitFor();
      expect(await read(page, id)).toEqual([]);
    });

    test('by keyboard: a memo is written, found in the list, and erased', async () => {
      const id = await openPaper('desk');
      const { page } = visit.screen;
      await tool(page, 'メモ').focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('書くこと').fill('キーボードから');
      await tool(page, '保存する').press('Enter');
      await expect.poll(() => kinds(page, id)).toEqual(['text']);
      await tool(page, '一覧').press('Enter');
      await tool(page, 'キーボードからを消す').press('Enter');
      await expect.poll(() => kinds(page, id)).toEqual([]);
    });

    test('by finger: a line is drawn and the page is not turned; without a line nothing is lost', async () => {
      const id = await openPaper('landscape');
      const { page, context } = visit.screen;
      await tool(page, 'ペン').click();
      const [from, to] = [await at(page, 0.7, 0.4), await at(page, 0.3, 0.42)];
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      await touch(page, [[from], [middle], [to]]);
      await expect.poll(() => strokes(page).count()).toBe(1);
      expect(new URL(page.url()).searchParams.get('page')).toBe('3');
      await expect.poll(() => kinds(page, id)).toEqual(['pen']);
      await context.setOffline(true);
      await draw(page, 0.6);
      await page.getByText('この端末に残しています。つながると保存します').waitFor();
      await page.close();
      await context.setOffline(false);
      const again = await context.newPage();
      await again.goto(`/documents/${id}?page=3`);
      await expect.poll(() => kinds(again, id)).toEqual(['pen', 'pen']);
      await expect.poll(() => strokes(again).count()).toBe(2);
      await clear(again, id);
    });

    test('a pen presses; the hand beside it writes nothing, and a finger scrolls from then on', async () => {
      const id = await openPaper('landscape');
      const { page, context } = visit.screen;
      await tool(page, 'ペン').click();
      const session = await context.newCDPSession(page);
      const pen = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, force: number) =>
        session.send('Input.dispatchMouseEvent', {
          ...{ type, ...(await at(page, x, 0.4)), button: 'left', buttons: type === 'mouseReleased' ? 0 : 1 },
          ...{ pointerType: 'pen', force, clickCount: 1 },
        });
      await pen('mousePressed', 0.3, 0.2);
      for (const step of [1, 2, 3, 4, 5]) await pen('mouseMoved', 0.3 + step / 25, 0.2 + step / 10);
      await pen('mouseReleased', 0.5, 0);
      const [hand, moved] = [await at(page, 0.6, 0.6), await at(page, 0.4, 0.6)];
      await touch(page, [[hand], [moved]]);
      await expect.poll(() => kinds(page, id)).toEqual(['pen']);
      const content = (await read(page, id))[0]?.content as { points: number[] };
      const pressures = content.points.filter((_, index) => index % 3 === 2);
      expect(Math.max(...pressures)).toBeGreaterThan(Math.min(...pressures) + 0.2);
      await expect.poll(() => strokes(page).count()).toBe(1);
      expect(new URL(page.url()).searchParams.get('page')).toBe('3');
      await clear(page, id);
    });

    test('last year’s memo stands beside this year’s paper, and on the card of its line', async () => {
      const { id } = paperNumbered(await visit.comeByLetter('desk'), '1');
      const { page } = visit.screen;
      const { beside } = await visit.readDocument(id);
      const old = await visit.readDocument(beside.find(({ sameSeries }) => sameSeries)!.documentId);
      const comparison = (await (
        await page.request.post(`/api/documents/${id}/comparisons`, { data: { otherDocumentId: old.id } })
      ).json()) as Comparison;
      const answer = await page.request.get(`/api/comparisons/${comparison.id}/lines?side=newer&page=3`);
      const line = ((await answer.json()) as ComparedLines).lines.find(({ kind, other }) => kind === 'row' && other)!;
      const { width, height } = old.pages[line.other!.page - 1]!;
      const [left = 0, top = 0, , bottom = 0] = line.other!.box;
      const words = { x: (left + 5) / width, y: (top + bottom) / 2 / height, words: '昨年の疑問' };
      const ids = { id: newNoteId(), editId: newNoteId(), documentId: old.id, revisionId: old.revision.id };
      const moment = { base: 0, erased: false, writtenAt: '2023-01-01T00:00:00Z' };
      const edit = { ...ids, ...moment, page: line.other!.page, content: { kind: 'text', ...words } };
      expect((await page.request.put('/api/notes', { data: { edits: [edit] } })).status()).toBe(200);
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = line.place.box;
      await page.goto(`/documents/${id}/beside/${old.id}?page=3&at=${(x0 + x1) / 2},${(y0 + y1) / 2}`);
      await page.getByText(/ここに書いたこと.*昨年の疑問/).waitFor();
      await page.getByRole('button', { name: 'メモ：昨年の疑問' }).waitFor();
      expect(await accessibilityBreaches(page)).toEqual([]);
      expect(visit.screen.complaints).toEqual([]);
      await clear(page, old.id);
    });

    test('a note that lost its place is told of quietly, laid by a tap or by keyboard, and can be taken up again', async () => {
      const meeting = await visit.comeByLetter('landscape');
      const { page } = visit.screen;
      const { id } = meeting.documents.find(({ revision }) => revision.number > 1)!;
      const { revisions, revision } = await visit.readDocument(id);
      const old = revisions.find((one) => one.id !== revision.id)!;
      const edit = (words: string) => ({
        ...{ id: newNoteId(), editId: newNoteId(), documentId: id, revisionId: old.id, base: 0, erased: false },
        // a page that the new version has not
        ...{ page: 999, writtenAt: new Date().toISOString(), content: { kind: 'text', x: 0.1, y: 0.1, words } },
      });
      await page.request.put('/api/notes', { data: { edits: [edit('指で置く'), edit('キーで置く')] } });
      await page.goto(`/documents/${id}?page=2`);
      await page.getByText('置き場所がなくなった書き込みが2件あります').waitFor();
      await tool(page, '見る').tap();
      await tool(page, '指で置くの置き場所を選ぶ').tap();
      const place = await at(page, 0.5, 0.5);
      await page.touchscreen.tap(place.x, place.y);
      await page.getByRole('button', { name: 'メモ：指で置く' }).waitFor();
      await tool(page, '元に戻す').tap();
      await page.getByText('置き場所がなくなった書き込みが2件あります').waitFor();
      await tool(page, '見る').press('Enter');
      expect(await accessibilityBreaches(page)).toEqual([]);
      await tool(page, 'キーで置くの置き場所を選ぶ').press('Enter');
      // the list gives the focus back as it shuts
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await tool(page, 'いまのページの上に置く').press('Enter');
      await page.getByRole('button', { name: 'メモ：キーで置く' }).waitFor();
      await expect
        .poll(async () => (await read(page, id)).map((note) => note.place).sort())
        .toEqual(['here', 'unplaced']);
      await page.goto(`/meetings/${meeting.id}`);
      await page.getByText('書き込み2件').waitFor();
      await page.getByRole('link', { name: '書き込み一覧' }).waitFor();
      await clear(page, id);
    });

    test('two devices write on one page, and each comes to see what the other wrote', async () => {
      const id = await openPaper('desk');
      const tablet = visit.screen;
      await openPaper('phone');
      const phone = visit.screen;
      try {
        await tool(tablet.page, 'ペン').click();
        await tool(phone.page, 'マーカー').click();
        await Promise.all([draw(tablet.page, 0.3), draw(phone.page, 0.5)]);
        await expect.poll(() => kinds(phone.page, id)).toEqual(['marker', 'pen']);
        await phone.page.reload();
        await expect.poll(() => strokes(phone.page).count()).toBe(2);
        await clear(phone.page, id);
      } finally {
        await tablet.close();
      }
    });
  });
}
