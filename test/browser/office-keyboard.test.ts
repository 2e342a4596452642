import { afterAll, expect, test } from 'vitest';
import { accessibilityBreaches, cutAtTheEdge, tabToName, tooSmall } from './browser.ts';
import { openDesk } from './office-desk.ts';
import { pdfFile } from './office-pdf.ts';

// The secretariat's whole way without a pointer, on a city that has nothing yet.
const desk = await openDesk();
const { page, heading, focused } = desk;
afterAll(() => desk.close());

// whoever listens only as the key is pressed may be later than the page: the browser is told of it before
page.on('filechooser', () => undefined);
const press = (key: string) => page.keyboard.press(key);
const type = (text: string) => page.keyboard.type(text);
/** Goes on to what is called so, and presses it. */
async function enter(name: RegExp, stops?: number): Promise<void> {
  await tabToName(page, name, stops);
  await press('Enter');
}
/** In an open menu: down to what is called so. */
async function tabToItem(name: string): Promise<void> {
  for (let step = 0; step < 8 && (await focused()) !== name; step += 1) await press('ArrowDown');
  await expect.poll(() => focused()).toBe(name);
}
const sound = async () => expect(await accessibilityBreaches(page)).toEqual([]);

test('a committee, a member and a meeting', async () => {
  const account = { code: desk.setUpCode, cityName: 'あおば市', name: '青葉　太郎', email: 'jimu@aoba.example.jp' };
  const set = await page.request.post(`${desk.address}/api/set-up`, {
    data: { ...account, password: 'midori no kawa 2026' },
  });
  expect(set.status()).toBe(200);
  await page.goto(`${desk.address}/office`);
  await page.getByText('会議体はまだありません').waitFor();
  await sound();
  await enter(/会議体を登録/);
  await heading('会議体を登録').waitFor();
  await sound();
  for (const text of ['行財政改革懇談会', '総務部行政経営課', '012-345-6789']) {
    await type(text);
    await press('Tab');
  }
  await enter(/^登録する$/);
  await heading('行財政改革懇談会').waitFor();
  await sound();

  await enter(/^委員を追加$/);
  await heading('委員を追加').waitFor();
  await type('山田　花子');
  await enter(/^追加する$/);
  await page.getByText('山田　花子さんの登録内容を保存しました。').waitFor();
  await enter(/^会議を登録$/);
  await heading('会議を登録').waitFor();
  // the name is proposed: what it stands at is the day, and a name of one's own takes its place
  await expect.poll(focused).toMatch(/^開催日/);
  await expect.poll(() => page.getByLabel('会議の名前').inputValue()).toMatch(/^令和.+年度第１回行財政改革懇談会$/);
  await press('Shift+Tab');
  await press('ControlOrMeta+a');
  await type('第１回行財政改革懇談会');
  await press('Tab');
  // the browser's own field of a date: month, day, year
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString();
  await type(`${soon.slice(5, 7)}${soon.slice(8, 10)}${soon.slice(0, 4)}`);
  await enter(/^登録する$/, 60);
  await heading('第１回行財政改革懇談会').waitFor();
  await sound();
});

test('a menu opens with an arrow, is walked with arrows, and gives the focus back', async () => {
  await tabToName(page, /のメニュー$/);
  await press('ArrowDown');
  await expect.poll(focused).toBe('日時・場所・協議事項を編集');
  await sound();
  await press('End');
  await expect.poll(() => focused()).toBe('この会議を削除');
  await press('ArrowDown');
  await expect.poll(() => focused()).toBe('日時・場所・協議事項を編集');
  await press('Escape');
  await expect.poll(focused).toBe('第１回行財政改革懇談会のメニュー');
  await press('ArrowUp');
  await expect.poll(focused).toBe('この会議を削除');
  await press('Enter');
  await page.getByText('資料はまだありません。この操作は元に戻せません。').waitFor();
  await sound();
  await press('Escape');
  await expect.poll(focused).toBe('第１回行財政改革懇談会のメニュー');
});

test('members are put in order, retired, and brought back', async () => {
  await enter(/^行財政改革懇談会$/, 20);
  await heading('行財政改革懇談会').waitFor();
  await enter(/^委員を追加$/);
  await heading('委員を追加').waitFor();
  await type('青木　次郎');
  await enter(/^追加する$/);
  await page.getByText('青木　次郎さんの登録内容を保存しました。').waitFor();
  const names = () => page.locator('office-members-table tbody strong').allInnerTexts();
  await expect.poll(names).toEqual(['山田　花子', '青木　次郎']);
  await enter(/^山田　花子さんを下へ移す$/);
  await expect.poll(names).toEqual(['青木　次郎', '山田　花子']);
  // the focus goes along with who was moved
  await expect.poll(focused).toBe('山田　花子さんを下へ移す');
  await press('Shift+Tab');
  await press('Enter');
  await expect.poll(names).toEqual(['山田　花子', '青木　次郎']);
  await sound();

  await enter(/^青木　次郎さんの登録内容を編集$/);
  await heading('青木　次郎さんの登録内容').waitFor();
  await sound();
  await press('Escape');
  await expect.poll(focused).toBe('青木　次郎さんの登録内容を編集');
  await press('Tab');
  await press('Enter');
  await expect.poll(focused).toBe('退任とする');
  await press('Enter');
  await page.getByText('青木　次郎さんを退任としますか').waitFor();
  await sound();
  await enter(/^退任とする$/, 4);
  await expect.poll(names).toEqual(['山田　花子']);
  await tabToName(page, /^退任した委員/);
  await press('Enter');
  await enter(/^青木　次郎さんの退任を元に戻す$/);
  await expect.poll(names).toEqual(['山田　花子', '青木　次郎']);
  // whoever has had no letter yet can be deleted
  await tabToName(page, /^青木　次郎さんのメニュー$/, 60);
  await press('ArrowUp');
  await expect.poll(focused).toBe('登録を削除');
  await press('Enter');
  await enter(/^削除する$/, 4);
  await expect.poll(names).toEqual(['山田　花子']);
  await sound();
  await enter(/^第１回行財政改革懇談会$/, 60);
  await heading('第１回行財政改革懇談会').waitFor();
});

test('papers are put there and published', async () => {
  await tabToName(page, /PDFを選ぶ/);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Enter')]);
  await chooser.setFiles([pdfFile('次第.pdf'), pdfFile('資料１_進行管理シート.pdf', 2)]);
  await expect.poll(() => page.locator('office-document-card').count()).toBe(2);
  await expect.poll(() => page.locator('ui-progress').count()).toBe(0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await enter(/^公開する$/);
  await page.getByText('この会議を公開しますか').waitFor();
  await sound();
  await enter(/^公開する$/, 4);
  await page.getByText('公開しました。委員が見られます。').waitFor();
});

test('papers are put in order, replaced, withdrawn, and brought back', async () => {
  await enter(/^次第を下へ移す$/, 60);
  await expect.poll(() => desk.documents()).toEqual(['資料１進行管理シート', '次第']);
  await expect.poll(focused).toBe('次第を下へ移す');
  await page.waitForLoadState('networkidle');
  await press('Shift+Tab');
  await press('Enter');
  await expect.poll(() => desk.documents()).toEqual(['次第', '資料１進行管理シート']);
  await expect.poll(focused).toBe('次第を上へ移す');

  await enter(/^資料１　進行管理シートの差替え$/, 60);
  await page.getByText('この資料の第２版になります。').waitFor();
  await sound();
  await tabToName(page, /^PDFを選ぶ$/, 4);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Enter')]);
  await chooser.setFiles([pdfFile('資料１_進行管理シート.pdf', 3)]);
  await page.getByText('第２版').first().waitFor();
  await expect.poll(() => page.locator('ui-progress').count()).toBe(0);
  await sound();

  await tabToName(page, /^資料１　進行管理シートのメニュー$/, 60);
  await press('ArrowDown');
  await tabToItem('取下げ');
  await press('Enter');
  await page.getByText('資料１　進行管理シートを取り下げますか').waitFor();
  await sound();
  await enter(/^取り下げる$/, 4);
  await expect.poll(() => desk.documents()).toEqual(['次第']);
  await enter(/^資料１　進行管理シートを元に戻す$/, 60);
  await expect.poll(() => desk.documents()).toEqual(['次第', '資料１進行管理シート']);
  await sound();
  expect(desk.complaints()).toEqual([]);
});

test('the letters are looked at and printed', async () => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await enter(/^開催通知を印刷する$/);
  await heading('開催通知').waitFor();
  await page.getByText('委員1人のうち').waitFor();
  await sound();
  await enter(/^全員分を印刷（1通）$/, 60);
  await page.getByRole('img', { name: /開催通知/ }).waitFor();
  await sound();
  await tabToName(page, /^この内容で1通を印刷する$/, 8);
  const [saved] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
  expect(saved.suggestedFilename()).toMatch(/^開催通知/);
  await page.getByText('1通の通知ができました').waitFor();
  await sound();
  expect(desk.complaints()).toEqual([]);
});

test('at 320 pixels, as at 400 %, nothing of the office stands beyond the edge', async () => {
  const meeting = new URL(page.url()).pathname.replace('/notices', '');
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of [
    '/office',
    ...['/office/committees/1', '/office/committees/1/register', '/office/committees/999'],
    ...[
      meeting,
      `${meeting}/notices`,
      `${meeting}/wall`,
      `${meeting}/replies`,
      `${meeting}/check`,
      '/office/meetings/999',
    ],
    ...['/office/city', '/office/officials', '/office/audit', '/office/account', '/office/ledger'],
    ...['/office/sign-in', '/office/join'],
  ]) {
    await page.goto(desk.address + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await cutAtTheEdge(page), address).toEqual([]);
    expect(await tooSmall(page), address).toEqual([]);
    await sound();
  }
});
