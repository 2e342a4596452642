import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { accessibilityBreaches } from './browser.ts';
import { type Desk, openDesk } from './office-desk.ts';
import { pdfFile } from './office-pdf.ts';

// One secretariat's morning, in order: each test goes on where the one before stopped.
const desk: Desk = await openDesk();
const { page, button, heading, agree, choose, documents, publication, focused } = desk;
afterAll(() => desk.close());

const dropFiles = (files: ReturnType<typeof pdfFile>[]) =>
  page.locator('ui-drop-zone input[type=file]').first().setInputFiles(files);

test('the first administrator is registered with the code of the terminal', async () => {
  await page.goto(`${desk.address}/`);
  await page.waitForURL(`${desk.address}/office/set-up`);
  await button('登録して始める').click();
  await page.getByText('パスワードは12文字以上にしてください。いまは0文字です。').waitFor();
  await page.getByLabel('初期設定のコード').fill('AAAA-AAAA');
  await page.getByLabel('市の名前').fill('あおば市');
  await page.getByLabel('管理者のお名前').fill('青葉　太郎');
  await page.getByLabel('メールアドレス').fill('jimu@aoba.example.jp');
  await page.getByLabel(/^パスワード(必須)?$/).fill('midori no kawa 2026');
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('登録して始める').click();
  await page.getByText('初期設定のコードが違います。').waitFor();
  await page.getByLabel('初期設定のコード').fill(desk.setUpCode);
  await button('登録して始める').click();
  await page.getByText('会議体はまだありません').waitFor();
  // The browser notes the refusal of the wrong code, and nothing else.
  expect(desk.complaints('403')).toEqual([]);
});

test('a committee, and its members pasted from a spreadsheet', async () => {
  await button('会議体を登録').first().click();
  await page.getByLabel('会議体の名前').fill('行財政改革懇談会');
  await page.getByLabel('担当課').fill('総務部行政経営課');
  await page.getByLabel('電話番号').fill('012-345-6789');
  await button('登録する').click();
  await heading('行財政改革懇談会').waitFor();
  await button('Excelからまとめて追加').click();
  await page
    .getByLabel('Excelの表を貼り付けてください')
    .fill('山田　花子\t会長\t123-4567\tあおば市中央１－２－３\n佐藤　一郎\t委員\t\t\n\t委員\t123-4567\tあおば市\n');
  await page.getByText('2人を登録します。1行は登録しません。').first().waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('この内容で登録する').click();
  await page.getByText('2人を登録しました。').waitFor();
  await expect.poll(() => focused()).toBe('Excelからまとめて追加');
  await expect.poll(() => page.locator('office-members-table tbody tr').count()).toBe(2);
  await page.getByText('住所なし').waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
});

test('what was typed is not lost by a slip of the Escape key', async () => {
  await button('委員を追加').click();
  await page.getByLabel('氏名', { exact: false }).fill('鈴木　次郎');
  await page.keyboard.press('Escape');
  await page.getByText('入力した内容はまだ保存されていません。').waitFor();
  await button('入力に戻る').click();
  await button('追加する').click();
  await page.getByText('鈴木　次郎さんの登録内容を保存しました。').waitFor();
});

test('the list of members goes out as CSV, comes back in Shift_JIS with changes, and all go on for another term', async () => {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    desk.choose('委員全員', '名簿をCSVで保存（UTF-8）'),
  ]);
  const list = (await readFile(await saved.path(), 'utf8')).split('\r\n');
  expect([saved.suggestedFilename(), list.length]).toEqual(['委員名簿_行財政改革懇談会.csv', 5]);
  const [headings, ...members] = list;
  const changed = members
    .slice(0, 3)
    .map((line) => (line.includes('鈴木') ? line.replace(',委員,,,', ',副会長,,あおば市緑町４,') : line));
  const bytes = iconv.encode(
    [headings!.slice(1), ...changed, ',,,,委員,,,,', ',髙橋　三郎,,,,,,,'].join('\r\n'),
    'cp932',
  );
  await button('Excelからまとめて追加').click();
  await page
    .locator('office-paste-members input[type=file]')
    .setInputFiles({ name: '名簿.csv', mimeType: 'text/csv', buffer: bytes });
  await page.getByText('1人を登録します。1人を変更します。2人は変わりません。1行は登録しません。').first().waitFor();
  await page.getByText('変更（職、住所）').waitFor();
  const refused = page.locator('office-paste-members tr', { hasText: '氏名がありません' });
  await expect.poll(() => refused.locator('td').first().textContent()).toBe('5');
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('この内容で登録する').click();
  await page.getByText('2人を登録しました。').waitFor();
  await expect.poll(() => page.locator('office-members-table tbody tr').count()).toBe(4);
  await desk.choose('委員全員', '次の任期に再任');
  await page.getByRole('checkbox', { name: /髙橋/ }).uncheck();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('3人を再任する').click();
  await page.getByText('3人を再任しました。').waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
});

test('a meeting with its agenda, typed with the keyboard', async () => {
  await button('会議を登録').click();
  await page.getByLabel('会議の名前').fill('第１回行財政改革懇談会');
  await page.getByLabel('開催日').fill(inTwoMonths());
  await page.getByLabel('場所').fill('市役所３階　第１会議室');
  await button('協議事項を足す').click();
  await page.keyboard.type('その他');
  await page.keyboard.press('Enter');
  await page.keyboard.type('進行管理シートについて');
  await page.getByLabel('年度', { exact: true }).selectOption({ label: '令和７年度' });
  await page.getByLabel('協議事項2', { exact: true }).fill('(1)　進行管理シートについて');
  await page.getByLabel('協議事項1', { exact: true }).fill('２　その他');
  await expect.poll(() => page.locator('office-agenda-editor li > span').allInnerTexts()).toEqual(['', '']);
  await page.getByLabel('協議事項2', { exact: true }).fill('進行管理シートについて');
  await page.getByLabel('協議事項1', { exact: true }).fill('その他');
  await button('協議事項2を上へ移す').press('Enter');
  await expect.poll(() => focused()).toBe('協議事項1を上へ移す');
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('登録する').click();
  await heading('第１回行財政改革懇談会').waitFor();
  await expect
    .poll(() => page.locator('office-particulars li').allInnerTexts())
    .toEqual(['１　進行管理シートについて', '２　その他']);
  await page.getByText('令和７年度', { exact: true }).waitFor();
  await expect.poll(() => publication()).toEqual(['準備中']);
});

test('several files at once: PDFs become documents, another file is refused and holds up none', async () => {
  const word = { name: '資料５.docx', mimeType: 'application/msword', buffer: Buffer.from('PK\u0003\u0004') };
  await dropFiles([pdfFile('資料２_取組実績.pdf'), pdfFile('資料１_進行管理シート.pdf', 3), pdfFile('次第.pdf'), word]);
  await page.getByText('Wordの文書です。').waitFor();
  await expect.poll(() => page.locator('ui-progress').count()).toBe(0);
  await expect.poll(() => documents()).toEqual(['次第', '資料１進行管理シート', '資料２取組実績']);
  await page.getByText('3ページ').waitFor();
  await button('資料５.docxを一覧から消す').click();
  expect(await accessibilityBreaches(page)).toEqual([]);
});

test('title, number and agenda item can be put right', async () => {
  await button('資料２　取組実績を編集').click();
  await page.getByLabel('題名').fill('令和５年度の取組実績');
  await page.getByLabel('番号').fill('３');
  await page.getByText('「資料３」と表示します').waitFor();
  await page.getByLabel('協議事項', { exact: true }).selectOption({ label: '２　その他' });
  await button('保存する').click();
  await page.getByRole('link', { name: '資料３令和５年度の取組実績' }).waitFor();
  await expect.poll(() => focused()).toMatch(/を編集$/);
});

test('documents are reordered with the keyboard, and the order stays', async () => {
  const saved = page.waitForResponse((response) => response.url().endsWith('/document-order'));
  await button('資料３　令和５年度の取組実績を上へ移す').press('Enter');
  await expect.poll(focused).toBe('資料３　令和５年度の取組実績を上へ移す');
  await expect.poll(documents).toEqual(['次第', '資料３令和５年度の取組実績', '資料１進行管理シート']);
  await saved;
  await page.reload();
  await heading(/^資料/).first().waitFor();
  await expect.poll(documents).toEqual(['次第', '資料３令和５年度の取組実績', '資料１進行管理シート']);
});

test('an upload that the line broke, or that met a busy portal, is sent again without choosing the file again', async () => {
  const error = { code: 'database_unavailable', message: '混み合っています。', requestId: '1' };
  const busy = { status: 503, headers: { 'retry-after': '5' }, json: { error } };
  await page.route('**/api/uploads', (route) => route.fulfill(busy), { times: 1 });
  await page.route('**/api/meetings/*/uploads/*', (route) => route.abort('connectionreset'), { times: 1 });
  await dropFiles([pdfFile('参考１_用語.pdf')]);
  await page.getByText('通信が切れたか、混み合っています。そのままお待ちください。', { exact: false }).waitFor();
  await page.getByRole('link', { name: '参考１用語' }).waitFor();
  expect(desk.complaints('ERR_CONNECTION_RESET', '503')).toEqual([]);
});

test('leaving during an upload warns, and other screens of the portal do not stop it', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/api/meetings/*/uploads/*', (route) => released.then(() => route.continue()), { times: 1 });
  await dropFiles([pdfFile('参考２_一覧.pdf')]);
  await page.getByText('参考２_一覧.pdf').waitFor();
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await page.getByRole('link', { name: '行財政改革懇談会' }).click();
  await heading('委員').waitFor();
  release();
  await page.getByRole('link', { name: '第１回行財政改革懇談会' }).click();
  await page.getByRole('link', { name: '参考２一覧' }).waitFor();
  await choose('参考２　一覧', '取下げ');
  await expect.poll(documents).toHaveLength(4);
});

test('a PDF that cannot be read says so, can be tried again, and is not published', async () => {
  await dropFiles([{ ...pdfFile('様式１.pdf'), buffer: Buffer.from('%PDF-1.7\nbroken') }]);
  const card = page.locator('office-document-card', { hasText: '様式１' });
  await card.getByText('読み取れません', { exact: true }).waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await card.getByRole('button', { name: 'もう一度読み取る' }).click();
  await card.locator('ui-progress').waitFor();
  await card.getByText('読み取れません', { exact: true }).waitFor();
  await button('公開する').click();
  await agree('公開する');
  await page.getByText('読み取れない資料があります。').waitFor();
  await choose('様式１', '取下げ');
  await expect.poll(documents).toHaveLength(4);
  expect(desk.complaints('409')).toEqual([]);
});

test('publishing says what members will see', async () => {
  await expect.poll(() => page.locator('ui-progress').count()).toBe(0);
  await button('公開する').click();
  await page.getByText('資料4件を見られるようになります。').waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await agree('公開する');
  await page.getByText('公開しました。委員が見られます。').waitFor();
  await expect.poll(() => publication()).toEqual(['公開中']);
});

test('a file of the same number asks whether it replaces; members see the earlier one until it is published', async () => {
  await dropFiles([pdfFile('資料１_進行管理シート.pdf', 4)]);
  await page.getByText('「資料１　進行管理シート」と同じ番号のファイルです。').waitFor();
  await button('差替えにする').click();
  await page.getByText('未公開の変更があります').waitFor();
  await page.getByText('第２版').waitFor();
  await expect.poll(() => page.locator('ui-progress').count()).toBe(0);
  await page.getByText('公開するまで、委員にはいま公開している版が見えます。').waitFor();
  await button('変更を公開する').click();
  await agree('変更を公開する');
  await expect.poll(publication).toEqual(['公開中']);
});

test('taking out what members see asks first, and the way back stays, also after a reload', async () => {
  await choose('参考１　用語', '取下げ');
  await page.getByText('公開中の資料です。取り下げると、委員は「参考１　用語」をすぐに見られなくなります。').waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await agree('やめる');
  await expect.poll(() => documents()).toHaveLength(4);
  await choose('参考１　用語', '取下げ');
  await agree('取り下げる');
  await expect.poll(documents).toHaveLength(3);
  await expect.poll(focused).toBe('資料　3件');
  await page.reload();
  await heading('取り下げた資料　3件').waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('参考１　用語を元に戻す').click();
  await expect.poll(documents).toHaveLength(4);
});

function inTwoMonths(): string {
  return new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
}
