import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { runningServer } from '../../server/database/embedded.ts';
import { freePort, startTestPortal } from '../portal.ts';
import { accessibilityBreaches, launchBrowser, openScreen, screens } from './browser.ts';

// An administrator invites a colleague, who sets a password, adds a passkey, and works: each test goes on where the one
// before stopped. By the name that passkeys can be made for: an address of numbers is none.
const port = await freePort();
const address = `http://localhost:${port}`;
const [portal, browser] = await Promise.all([startTestPortal({ port, publicUrl: address }), launchBrowser()]);
const [admin, colleague] = [await openScreen(browser, address, 'desk'), await openScreen(browser, address, 'desk')];
afterAll(async () => {
  await browser.close();
  await portal.close();
});

const password = { admin: 'midori no kawa 2026', colleague: 'yama no ie to hoshi' };
const { page } = admin;
const press = (name: string | RegExp, on = page) => on.getByRole('button', { name, exact: true }).click();
const choose = async (thing: string, item: string) => {
  await press(`${thing}のメニュー`);
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const read = (on: typeof page, text: string) => on.getByText(text).first().waitFor();
let link = '';

/** Makes every session as old as if nobody had shown a password for a while. */
async function forgetProofs(): Promise<void> {
  const url = runningServer(join(portal.folder, 'database'));
  const client = new pg.Client({ connectionString: url! });
  await client.connect();
  await client.query(`update session set proven_at = now() - interval '20 minutes'`);
  await client.end();
}

test('an administrator invites a colleague by a link that is shown once', async () => {
  const body = { code: portal.setUpCode, cityName: 'あおば市', name: '青葉　太郎', email: 'aoba@example.jp' };
  const ask = async (path: string, data: object) => {
    const answer = await page.request.post(`${address}${path}`, { data });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  await ask('/api/set-up', { ...body, password: password.admin });
  const contact = { name: '行財政改革懇談会', department: '総務部行政経営課', phone: '012-345-6789', email: '' };
  await ask('/api/committees', contact);
  await ask('/api/committees', { ...contact, name: '環境審議会' });
  await page.goto('/office');
  await page.getByRole('link', { name: '職員', exact: true }).click();
  await read(page, '職員はまだ1人だけです。');
  expect(await accessibilityBreaches(page)).toEqual([]);

  await forgetProofs();
  await press('職員を招待');
  await press('招待を作る');
  await read(page, '氏名を入力してください。');
  await page.getByLabel('氏名', { exact: false }).fill('鈴木　花子');
  await page.getByLabel('メールアドレス', { exact: false }).fill('hanako@example.jp');
  await page.getByLabel('行財政改革懇談会').check();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await press('招待を作る');
  // what was filled in waits until the password was shown
  await page.getByRole('heading', { name: 'ご本人の確認' }).waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await page
    .locator('office-gate-dialog')
    .getByLabel(/^パスワード(必須)?$/)
    .fill('wrong');
  await press('確認する');
  await read(page, 'いまのパスワードが違います。');
  await page
    .locator('office-gate-dialog')
    .getByLabel(/^パスワード(必須)?$/)
    .fill(password.admin);
  await press('確認する');
  await page.getByRole('heading', { name: '鈴木　花子さんへの招待' }).waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  link = await page.getByLabel('招待のリンク').inputValue();
  expect(link).toMatch(/^http:\/\/localhost:\d+\/office\/join#[0-9A-Z-]{19}$/);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.getByRole('heading', { name: 'くらべ　事務局の招待' }).isVisible()).toBe(true);
  await expect.poll(() => page.locator('office-frame').isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  await press('閉じる');
  await page.locator('office-officials-table').getByText('招待中').waitFor();
  expect(admin.complaints.splice(0).filter((complaint) => !complaint.includes('403'))).toEqual([]);
});

test('the invited person sees what it is, sets a password, and works on the committees that were given', async () => {
  const { page: other } = colleague;
  await other.goto(link);
  await read(other, '鈴木　花子さん、あおば市の「くらべ」（会議資料）に招待されています。');
  expect(new URL(other.url()).hash).toBe('');
  expect(await accessibilityBreaches(other)).toEqual([]);
  await other.getByLabel(/^パスワード(必須)?$/).fill('password1234');
  await press('パスワードを設定して始める', other);
  await read(other, '推測されやすいパスワードです。');
  await other.getByLabel(/^パスワード(必須)?$/).fill(password.colleague);
  await press('パスワードを設定して始める', other);
  await other.getByRole('link', { name: '行財政改革懇談会' }).waitFor();
  await expect.poll(() => other.getByText('環境審議会').count()).toBe(0);
  await expect.poll(() => other.getByRole('link', { name: '職員', exact: true }).count()).toBe(0);
  await other.goto(link);
  await other.getByText('招待を開けませんでした').waitFor();
  await other.goto('/office/join');
  await other.getByLabel('招待のコード').fill('ABCD');
  await press('次へ', other);
  await read(other, '招待に書かれた16文字のコードを、もう一度確かめて入力してください。');
  expect(await accessibilityBreaches(other)).toEqual([]);
});

test('a passkey is registered, asked for after the password, named and removed', async () => {
  const { page: other } = colleague;
  const cdp = await other.context().newCDPSession(other);
  await cdp.send('WebAuthn.enable');
  const device = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const;
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...device, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await other.goto('/office/account');
  await read(other, 'パスキーはまだ登録されていません。');
  await press('パスキーを登録', other);
  await other.getByRole('textbox', { name: 'パスキーの名前' }).fill('庁舎のパソコン');
  await press('登録に進む', other);
  await read(other, 'パスキー「庁舎のパソコン」を登録しました。');
  await read(other, '端末をなくしたときに備えて');
  expect(await accessibilityBreaches(other)).toEqual([]);
  await press('パスキーを登録', other);
  await other.getByRole('textbox', { name: 'パスキーの名前' }).fill('二つめ');
  await press('登録に進む', other);
  await read(other, 'この端末のパスキーは、すでに登録されています。');
  await press('やめる', other);
  await press('保存せずに閉じる', other);

  await press('サインアウト', other);
  await other.getByLabel('メールアドレス').fill('hanako@example.jp');
  await other.getByLabel(/^パスワード(必須)?$/).fill(password.colleague);
  await press('サインイン', other);
  await other.getByRole('link', { name: '行財政改革懇談会' }).waitFor();
  await other.goto('/office/account');
  await read(other, '最後の利用');
  await expect.poll(() => other.getByText('まだ使われていません').count()).toBe(0);

  // shown again, the passkey is enough
  await forgetProofs();
  await other.goto('/office/account');
  await press('パスキー「庁舎のパソコン」の名前を変更', other);
  await other.getByRole('textbox', { name: 'パスキーの名前' }).fill('二階のパソコン');
  await press('保存する', other);
  await read(other, '二階のパソコン');
  await press('パスキー「二階のパソコン」を削除', other);
  await read(other, 'これからはパスワードだけでサインインします。');
  await press('削除する', other);
  await press('パスキーで確認', other);
  await read(other, 'パスキー「二階のパソコン」を削除しました。');
  await read(other, 'パスキーはまだ登録されていません。');
});

test('a session that ends elsewhere is taken up in place, and what was typed is saved', async () => {
  const { page: other } = colleague;
  await other.goto('/office');
  await other.getByRole('link', { name: '行財政改革懇談会' }).click();
  await press('委員を追加', other);
  await other.getByLabel('氏名', { exact: false }).fill('山田　花子');
  const second = await openScreen(browser, address, 'landscape');
  await second.page.goto('/office/sign-in');
  await second.page.getByLabel('メールアドレス').fill('hanako@example.jp');
  await second.page.getByLabel(/^パスワード(必須)?$/).fill(password.colleague);
  await press('サインイン', second.page);
  await second.page.getByRole('link', { name: /自分のアカウント/ }).click();
  await read(second.page, 'この端末');
  expect(await accessibilityBreaches(second.page)).toEqual([]);
  await press(/^すべての端末でサインアウト$/, second.page);
  await read(second.page, 'この端末を含む2台で、サインインが終わります。');
  await press('すべてサインアウトする', second.page);
  await read(second.page, '事務局のサインイン');
  await second.close();

  await press('追加する', other);
  await other.getByRole('heading', { name: 'もう一度サインインしてください' }).waitFor();
  await other
    .locator('office-gate-dialog')
    .getByLabel(/^パスワード(必須)?$/)
    .fill(password.colleague);
  await press('サインイン', other);
  await read(other, '山田　花子さんの登録内容を保存しました。');
});

test('who does nothing is told before the session ends, and goes on where it ended', async () => {
  const { page: other } = colleague;
  await other.clock.install();
  await other.reload();
  await read(other, '山田　花子');
  await press('委員を追加', other);
  await other.getByLabel('氏名', { exact: false }).fill('佐藤　一郎');
  await other.clock.fastForward('56:00');
  await other.getByText('あと4分でサインアウトします').waitFor({ state: 'attached' });
  await other.clock.fastForward('05:00');
  await other.getByRole('heading', { name: 'もう一度サインインしてください' }).waitFor();
  expect(await accessibilityBreaches(other)).toEqual([]);
  await other
    .locator('office-gate-dialog')
    .getByLabel(/^パスワード(必須)?$/)
    .fill(password.colleague);
  await press('サインイン', other);
  await press('追加する', other);
  await read(other, '佐藤　一郎さんの登録内容を保存しました。');
});

test('a colleague is stopped and comes back; every size holds the list', async () => {
  await page.goto('/office/officials');
  await choose('鈴木　花子さん', '利用を止める');
  await read(page, 'すぐにサインアウトし、サインインできなくなります。');
  await press('利用を止める');
  await page
    .locator('office-gate-dialog')
    .getByLabel(/^パスワード(必須)?$/)
    .fill(password.admin);
  await press('確認する');
  await read(page, '利用を止めた職員　1人');
  await colleague.page.goto('/office');
  await read(colleague.page, '事務局のサインイン');
  await page.getByText('利用を止めた職員　1人').click();
  await press('鈴木　花子さんの利用を再開する');
  await choose('鈴木　花子さん', 'パスワードを再設定');
  await read(page, 'すべての端末でサインアウトします。');
  await press('やめる');
  for (const { width, height } of [...Object.values(screens), { width: 320, height: 640 }]) {
    await page.setViewportSize({ width, height });
    for (const path of ['/office/officials', '/office/account']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} ${width}`).toBe(width);
    }
  }
});
