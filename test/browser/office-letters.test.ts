import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withPdf } from '../server/print/drawn-pdf.ts';
import { accessibilityBreaches } from './browser.ts';
import { type Desk, openDesk } from './office-desk.ts';
import { pdfFile } from './office-pdf.ts';

// From a published meeting to letters on paper; each test goes on where the one before stopped.
const desk: Desk = await openDesk();
const { page, button, heading, agree, choose, focused, readAsStranger } = desk;
afterAll(() => desk.close());

const password = 'midori no kawa 2026';

/** What the tests of preparing do by hand, through the same API. */
beforeAll(async () => {
  const ask = async (path: string, data: object = {}) => {
    const answer = await page.request.post(path, { data });
    expect(answer.status(), await answer.text()).toBe(200);
    return answer.json();
  };
  const email = 'jimu@aoba.example.jp';
  await ask('/api/set-up', { code: desk.setUpCode, cityName: 'あおば市', name: '青葉　太郎', email, password });
  const contact = { name: '行財政改革懇談会', department: '総務部行政経営課', phone: '012-345-6789', email: '' };
  const committee = await ask('/api/committees', contact);
  const term = { termFrom: daysFromNow(-10), termTo: daysFromNow(700) };
  for (const [name, address] of [
    ['山田　花子', 'あおば市中央１－２－３'],
    ['佐藤　一郎', ''],
    ['鈴木　次郎', 'あおば市緑町４'],
  ]) {
    const member = { name, kana: '', position: '委員', postalCode: '', address, ...term };
    await ask(`/api/committees/${committee.id}/members`, member);
  }
  const particulars = { title: '第１回行財政改革懇談会', heldOn: daysFromNow(60), startsAt: '14:00', endsAt: '16:00' };
  const place = '市役所３階　第１会議室';
  const meeting = await ask(`/api/committees/${committee.id}/meetings`, { ...particulars, place, agenda: [] });
  const file = pdfFile('資料１_進行管理シート.pdf');
  const upload = await page.request.post(`/api/meetings/${meeting.id}/documents`, { multipart: { file } });
  expect(upload.status()).toBe(200);
  await ask(`/api/meetings/${meeting.id}/publication`);
  await page.goto(`${desk.address}/office/meetings/${meeting.id}`);
});

test('the letters are printed, and each opens the meeting for its member', async () => {
  await page.getByRole('link', { name: '開催通知を印刷する' }).click();
  await page.getByLabel('文書番号').fill('あ行経第１号');
  await button(/^全員分を印刷（3通）$/).click();
  await page.getByText('発信者（市長などの職と氏名）が未設定です。').waitFor();
  await page.getByText('佐藤　一郎さんの住所がありません。').waitFor();
  await page.getByRole('img', { name: /花子さんあての開催通知/ }).waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  const bytes = await agreeToPrint();
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByText('委員3人のうち、発行済み3人、開封0人').waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  expect(await withPdf(bytes, async (pdf) => pdf.pageCount)).toBe(3);
  expect(await readAsStranger(await linkOf(bytes))).toBe('第１回行財政改革懇談会');
  await page.reload();
  await page.getByText('委員3人のうち、発行済み3人、開封1人').waitFor();
});

test('a revoked letter opens nothing, and the new one does', async () => {
  const first = await linkOf(await download('佐藤　一郎さん、この方だけ印刷'));
  const row = page.locator('office-notices-table tr', { hasText: '佐藤' });
  // the letter just printed stands first once the table has been read again
  await expect.poll(() => row.locator('li').count()).toBe(2);
  await choose('佐藤　一郎さん', /無効にする$/);
  await page.getByText('佐藤　一郎さんの通知を無効にしますか').waitFor();
  await agree('無効にする');
  await page.getByText('佐藤　一郎さんの通知を無効にしました。').waitFor();
  expect(await readAsStranger(first)).toBe('この通知のコードは、使えなくなりました');
  await choose('佐藤　一郎さん', /^再発行/);
  const bytes = await agreeToPrint();
  expect(await readAsStranger(await linkOf(bytes))).toBe('第１回行財政改革懇談会');
  await expect.poll(() => row.locator('.chip').allInnerTexts()).toEqual(['住所なし', '発行済み', '無効', '無効']);
});

test('a member is given the link in an e-mail or on this screen; the hall is shown one without a key', async () => {
  await choose('鈴木　次郎さん', 'メールや画面で渡す');
  await button('専用のリンクを作る').click();
  const text = await page.getByLabel('メールの文').inputValue();
  expect(text).toContain('鈴木　次郎様');
  await button('二次元コードを見せる').click();
  await page.getByRole('img', { name: '鈴木　次郎さん専用の二次元コード' }).waitFor();
  // the button is gone: the keyboard stands where it led
  await expect.poll(focused).toContain('カメラを、この二次元コードに向けて');
  expect(await accessibilityBreaches(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).click();
  const link = /http:\S+\/M\/[0-9A-Z]{16}/.exec(text)?.[0] ?? '';
  expect(await readAsStranger(link)).toBe('第１回行財政改革懇談会');
  await page.getByRole('link', { name: '会場の画面に映す二次元コード' }).click();
  await page.getByRole('img', { name: '会議の画面を開く二次元コード' }).waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  const meeting = new URL(page.url()).pathname.replace(/^\/office|\/wall$/g, '');
  expect(await readAsStranger(desk.address + meeting)).toBe('資料を見るには、開催通知のコードが必要です');
  await page.getByRole('link', { name: '開催通知', exact: true }).click();
  await heading('開催通知').waitFor();
});

test('a browser with both sessions: the member reads what is published, a preview shows the rest', async () => {
  const letter = await linkOf(await download('山田　花子さん、この方だけ印刷'));
  await page.getByRole('link', { name: '第１回行財政改革懇談会' }).first().click();
  await choose('第１回行財政改革懇談会', '公開を取りやめる');
  await page.getByText('お送りした通知からも開けません。').waitFor();
  await agree('公開を取りやめる');
  await page.getByText('公開を取りやめました。').waitFor();
  const preview = await page.getByRole('link', { name: /委員の画面で確かめる/ }).getAttribute('href');
  const other = await page.context().newPage();
  await other.goto(letter);
  await other.getByText('資料を準備しています').waitFor();
  await other.goto(desk.address + preview);
  await other.getByRole('heading', { level: 1, name: '第１回行財政改革懇談会' }).waitFor();
  await other.close();
  await button('公開する').click();
  await agree('公開する');
  await page.getByText('公開しました。委員が見られます。').waitFor();
});

test('a member who leaves is named with what is lost', async () => {
  await page.goto(`${desk.address}/office`);
  await heading('会議体').waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await page.getByRole('link', { name: '行財政改革懇談会', exact: true }).click();
  await choose('鈴木　次郎さん', '退任とする');
  await page.getByText('通知の二次元コードと8文字のコードは使えなくなります。').waitFor();
  await agree('退任とする');
  await page.getByText('退任した委員　1人').waitFor();
  await expect.poll(focused).toBe('委員');
});

test('a retirement is undone from the list of retired members', async () => {
  await page.getByText('退任した委員　1人').click();
  await button('鈴木　次郎さんの退任を元に戻す').click();
  await page.getByText('鈴木　次郎さんの退任を元に戻しました。').waitFor();
  await button('鈴木　次郎さんのメニュー').waitFor();
  await page.getByText('退任した委員').waitFor({ state: 'detached' });
});

test("the envelope's window is drawn and saved", async () => {
  await page.getByRole('link', { name: '市の設定' }).click();
  await page.getByLabel('左端から（mm）').fill('１８．５');
  await page.getByRole('img', { name: /左から18\.5mm/ }).waitFor();
  await page.getByLabel('幅（mm）').fill('200');
  await button('保存する').click();
  await page.getByText('左からの位置と幅の合計を210mm以下にしてください。').waitFor();
  await page.getByLabel('幅（mm）').fill('90');
  await button('保存する').click();
  await page.getByText('市の設定を保存しました。').waitFor();
  await page.reload();
  await page.getByRole('img', { name: /左から18\.5mm/ }).waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
});

test('an administrator finds who printed the letters', async () => {
  await page.getByRole('link', { name: '操作の記録' }).click();
  await page.getByLabel('操作', { exact: true }).selectOption({ label: '開催通知の発行' });
  await expect
    .poll(() => page.locator('office-audit-page tbody tr').first().textContent())
    .toMatch(/青葉　太郎\s+開催通知の発行\s+第１回行財政改革懇談会/);
  await page.getByLabel('名前や資料の言葉').fill('ない言葉');
  await page.keyboard.press('Tab');
  await page.getByText('あてはまる記録がありません').waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
});

test('signing out shuts the door, and signing in goes back to where one was', async () => {
  await button('サインアウト').click();
  await heading('事務局のサインイン').waitFor();
  expect(desk.complaints()).toEqual([]);
  await page.goto(`${desk.address}/office/city`);
  await page.getByLabel('メールアドレス').fill('jimu@aoba.example.jp');
  await page.getByLabel(/^パスワード(必須)?$/).fill('wrong password');
  await button('サインイン').click();
  await page.getByText('メールアドレスまたはパスワードが違います。').waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await page.getByLabel(/^パスワード(必須)?$/).fill(password);
  await page.keyboard.press('Enter');
  await heading('市の設定').waitFor();
  // Refusals that the browser notes: nobody signed in, a wrong password.
  expect(desk.complaints('401')).toEqual([]);
});

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
async function download(name: string | RegExp): Promise<Buffer> {
  await button(name).click();
  return agreeToPrint();
}

/** Looks at the letter that is shown first, then prints. */
async function agreeToPrint(): Promise<Buffer> {
  await page.getByRole('img', { name: /開催通知/ }).waitFor();
  const [saved] = await Promise.all([page.waitForEvent('download'), button(/^この内容で[0-9]+通を印刷する$/).click()]);
  expect(saved.suggestedFilename()).toMatch(/^開催通知　第１回行財政改革懇談会.*\.pdf$/);
  return readFile(await saved.path());
}

/** The address in the QR code of the first letter. */
async function linkOf(letters: Buffer): Promise<string> {
  const [code] = await withPdf(letters, (pdf) => pdf.codes(0));
  const link = code?.text ?? '';
  expect(link).toMatch(/^HTTP:\/\/127\.0\.0\.1:\d+\/M\/[0-9A-Z]{16}$/);
  return link;
}
