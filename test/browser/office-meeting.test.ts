import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityBreaches } from './browser.ts';
import { type Desk, openDesk } from './office-desk.ts';
import { pdfFile, smallPdf } from './office-pdf.ts';

// A second meeting made from the first, published at a set moment, and two officials at its form.
const desk: Desk = await openDesk();
const { page, button, heading, choose } = desk;
afterAll(() => desk.close());

let meeting: number;
let committee: number;
const year = new Date().getFullYear() + 1;

beforeAll(async () => {
  const email = 'jimu@aoba.example.jp';
  const who = { cityName: 'あおば市', name: '青葉　太郎', email, password: 'midori no kawa 2026' };
  await ask('post', '/api/set-up', { code: desk.setUpCode, ...who });
  const contact = { name: '行財政改革懇談会', department: '総務部行政経営課', phone: '012-345-6789', email: '' };
  committee = (await ask('post', '/api/committees', contact)).id;
  const first = {
    ...{ title: '第１回行財政改革懇談会', heldOn: `${year}-05-20`, startsAt: '10:00', endsAt: '11:30' },
    ...{ place: '第１会議室', replyBy: `${year}-05-13`, agenda: items },
    ...{ openness: 'partly_open', opennessReason: '個人に関する情報を扱うため' },
  };
  await ask('post', `/api/committees/${committee}/meetings`, first);
  await page.goto(`${desk.address}/office/committees/${committee}`);
});

async function ask(method: 'get' | 'post' | 'put', path: string, data?: object) {
  const answer = await page.request[method](path, data && { data });
  expect(answer.status(), await answer.text()).toBe(200);
  return answer.json();
}

const items = [
  { mark: '１', level: 0, title: '開会' },
  { mark: '２', level: 0, title: '議題' },
  { mark: '(1)', level: 1, title: '進捗について' },
];

test('a further meeting is made from the last: the day is all that is typed', async () => {
  await button('会議を登録').click();
  await page.getByLabel('開催日').fill(`${year}-07-15`);
  await button('前回と同じ設定で作る').click();
  await expect.poll(() => page.getByLabel('会議の名前').inputValue()).toBe('第２回行財政改革懇談会');
  await expect.poll(() => page.getByLabel('何回目').inputValue()).toBe('2');
  await expect.poll(() => page.getByLabel('お返事の期限').inputValue()).toBe(`${year}-07-08`);
  await expect.poll(() => page.getByLabel('公開しない理由').inputValue()).toBe('個人に関する情報を扱うため');
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('登録する').click();
  await heading('第２回行財政改革懇談会').waitFor();
  await page.getByText('一部公開（個人に関する情報を扱うため）').waitFor();
  meeting = Number(new URL(page.url()).pathname.split('/').pop());
  const { agenda } = await ask('get', `/api/meetings/${meeting}`);
  expect(agenda).toEqual(items.map((item) => ({ ...item, id: expect.any(Number) })));
  // members see what will be talked about before there is any paper of it
  const other = await page.context().newPage();
  await other.goto(`${desk.address}/meetings/${meeting}?preview`);
  await other.getByText('資料はまだありません').waitFor();
  const order = other.getByRole('region', { name: '次第' }).getByRole('listitem');
  // the number hangs before its words
  const printed = async () => (await order.allInnerTexts()).map((text) => text.replaceAll('\n', ''));
  await expect.poll(printed).toEqual(['１　開会', '２　議題', '(1)　進捗について']);
  expect(await accessibilityBreaches(other)).toEqual([]);
  await other.close();
});

test('it is published at a set moment, which can be cancelled and set again', async () => {
  const file = pdfFile('資料１_進行管理シート.pdf');
  await page.request.post(`/api/meetings/${meeting}/documents`, { multipart: { file } });
  await page.reload();
  await button('日時を決めて公開する').click();
  await page.getByLabel('公開する日').fill(`${new Date().getFullYear() - 1}-01-01`);
  await button('この日時に公開する').click();
  await page.getByText('これからの日時にしてください。').waitFor();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('公開する日').fill(tomorrow);
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('この日時に公開する').click();
  await page.getByText('（予約：青葉　太郎）').waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('予約を取りやめる').click();
  await button('日時を決めて公開する').waitFor();
  await button('元に戻す').click();
  await page.getByText('（予約：青葉　太郎）').waitFor();
});

test('the preview shows what a member will see, with the questions to answer', async () => {
  const address = await page.getByRole('link', { name: /委員の画面で確かめる/ }).getAttribute('href');
  const other = await page.context().newPage();
  await other.goto(desk.address + address);
  await other.getByText('委員に見える画面の見本').waitFor();
  await other.getByText('一部公開（個人に関する情報を扱うため）').waitFor();
  await other.getByText('出席', { exact: true }).first().waitFor();
  expect(await accessibilityBreaches(other)).toEqual([]);
  await other.close();
});

test('the second of two officials is shown what the first changed, and nothing is overwritten', async () => {
  await choose('第２回行財政改革懇談会', '日時・場所・協議事項を編集');
  await page.getByLabel('場所', { exact: true }).fill('第２会議室');
  const read = () => ask('get', `/api/meetings/${meeting}`);
  const { title, heldOn, replyBy, openness, opennessReason, ordinal, edition } = await read();
  const stored = { title, heldOn, replyBy, openness, opennessReason, ordinal, edition };
  const changed = { startsAt: '13:00', endsAt: '15:00', place: '大会議室', agenda: [{ title: '計画の進捗' }] };
  await ask('put', `/api/meetings/${meeting}`, { ...stored, ...changed });
  await button('保存する').click();
  await page.getByText('ほかの職員が変更しました。まだ保存していません。').waitFor();
  await page.getByText('あなたの入力：第２会議室').waitFor();
  await expect.poll(() => page.getByLabel('始まり').inputValue()).toBe('13:00');
  await expect.poll(() => page.getByLabel('協議事項1', { exact: true }).inputValue()).toBe('計画の進捗');
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('保存する').click();
  await page.getByText('保存しました。').waitFor();
  expect(await read()).toMatchObject({ startsAt: '13:00', place: '第２会議室', agenda: [{ title: '計画の進捗' }] });
});

test('a ZIP is sent file by file, goes on after a broken line, and a file that is there already is told', async () => {
  const paper = (text: string) => new Uint8Array(smallPdf(1, text));
  const archive = zipSync({
    '会議/資料10 まとめ.pdf': paper('ten'),
    '会議/資料２ 計画.pdf': paper('two'),
    '会議/.DS_Store': new Uint8Array(1),
  });
  const chosen = { name: '会議.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) };
  await page.context().setOffline(true);
  await page.locator('office-documents ui-drop-zone input[type=file]').setInputFiles(chosen);
  await page.getByText('通信が切れたか、混み合っています。そのままお待ちください。').first().waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await page.context().setOffline(false);
  await expect.poll(() => desk.documents()).toHaveLength(3);
  expect((await desk.documents()).map((name) => name.slice(0, 4))).toEqual(['資料１進', '資料２計', '資料１０']);
  const again = { name: '別の資料.pdf', mimeType: 'application/pdf', buffer: Buffer.from(paper('two')) };
  await page.locator('office-documents ui-drop-zone input[type=file]').setInputFiles(again);
  await page.getByText('この会議の「資料２　計画」と同じ内容のファイルです。').waitFor();
  expect(desk.complaints('ERR_INTERNET_DISCONNECTED', '409')).toEqual([]);
});

const memberOf = (name: string) => ({
  ...{ name, kana: '', position: '委員', postalCode: '', address: 'あおば市中央１', honorific: '様' },
  ...{ termFrom: '2020-04-01', termTo: '2098-03-31' },
});

test('members are put in order by keyboard, and two officials at one member do not overwrite each other', async () => {
  for (const name of ['一宮　花子', '外字　\ue000子', '二村　次郎'])
    await ask('post', `/api/committees/${committee}/members`, memberOf(name));
  await page.goto(`${desk.address}/office/committees/${committee}`);
  await button('二村　次郎さんを上へ移す').press('Enter');
  await expect
    .poll(() => page.locator('office-members-table .name strong').allInnerTexts())
    .toEqual(['一宮　花子', '二村　次郎', '外字　\ue000子']);
  await expect.poll(desk.focused).toBe('二村　次郎さんを上へ移す');
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('二村　次郎さんの登録内容を編集').click();
  await page.getByLabel('敬称').fill('先生');
  const { members } = await ask('get', `/api/committees/${committee}`);
  const [, second] = members as { id: number; edition: number }[];
  const changed = { ...memberOf('二村　次郎'), address: '転居先', edition: second!.edition };
  await ask('put', `/api/members/${second!.id}`, changed);
  await button('保存する').click();
  await page.getByText('ほかの職員が変更しました。まだ保存していません。').waitFor();
  await expect.poll(() => page.getByLabel('住所', { exact: true }).inputValue()).toBe('転居先');
  expect(await accessibilityBreaches(page)).toEqual([]);
  await button('保存する').click();
  await page.getByText('二村　次郎さんの登録内容を保存しました。').waitFor();
  const stored = (await ask('get', `/api/committees/${committee}`)).members[1];
  expect(stored).toMatchObject({ address: '転居先', honorific: '先生' });
});

test('nor at one committee, document, official or at the city: each form takes in the other’s change and waits for a second press', async () => {
  const late = () => page.getByText('ほかの職員が変更しました。まだ保存していません。').waitFor();
  const save = async () => {
    expect(await accessibilityBreaches(page)).toEqual([]);
    await button('保存する').click();
    await page.getByText('ほかの職員が変更しました').waitFor({ state: 'detached' });
  };
  await button('名前と問い合わせ先を編集').click();
  await page.getByLabel('電話番号').fill('012-000-0000');
  const { name, phone, email, edition } = await ask('get', `/api/committees/${committee}`);
  await ask('put', `/api/committees/${committee}`, { name, department: '企画課', phone, email, edition });
  await button('保存する').click();
  await late();
  await expect.poll(() => page.getByLabel('担当課').inputValue()).toBe('企画課');
  await save();
  const contact = await ask('get', `/api/committees/${committee}/contact`);
  expect(contact).toMatchObject({ department: '企画課', phone: '012-000-0000' });

  await page.goto(`${desk.address}/office/meetings/${meeting}`);
  const read = async () => (await ask('get', `/api/meetings/${meeting}`)).documents[0];
  const {
    id,
    revision: _,
    news: __,
    counterpart: ___,
    fiscalYear: ____,
    fiscalYearSource: _____,
    ...held
  } = await read();
  await page.getByRole('button', { name: /進行管理シートを編集$/ }).click();
  await page.getByLabel('題名').fill('進み具合');
  await ask('put', `/api/documents/${id}`, { ...held, openness: 'open', number: '７' });
  await button('保存する').click();
  await late();
  await page.getByText('「資料７」と表示します').waitFor();
  await save();
  expect(await read()).toMatchObject({ title: '進み具合', number: '7', openness: 'open' });

  const invited = { name: '鈴木　一郎', email: 'suzuki@example.jp', role: 'secretariat', committeeIds: [] };
  const { officialId } = await ask('post', '/api/officials', invited);
  await page.goto(`${desk.address}/office/officials`);
  await button('鈴木　一郎さんの登録内容を変更').click();
  await page.getByLabel('氏名').fill('鈴木　花子');
  await ask('put', `/api/officials/${officialId}`, { ...invited, committeeIds: [committee], edition: 1 });
  await button('保存する').click();
  await late();
  await expect.poll(() => page.getByRole('checkbox', { name: /行財政改革懇談会/ }).isChecked()).toBe(true);
  await save();
  const { officials } = await ask('get', '/api/officials');
  expect(officials).toContainEqual(expect.objectContaining({ name: '鈴木　花子', committeeIds: [committee] }));

  await page.goto(`${desk.address}/office/city`);
  await page.getByLabel('発信者の氏名').fill('青葉　花子');
  const city = await ask('get', '/api/city');
  await ask('put', '/api/city', { ...city, address: '中央１', window: { ...city.window, left: 33 } });
  await button('保存する').click();
  await late();
  await expect.poll(() => page.getByLabel('左端から').inputValue()).toBe('33');
  await save();
  const { address, senderName, window } = await ask('get', '/api/city');
  expect([address, senderName, window.left]).toEqual(['中央１', '青葉　花子', 33]);
});

test('a letter that no font can print waits alone; the others are printed', async () => {
  await page.goto(`${desk.address}/office/meetings/${meeting}/notices`);
  await page.getByText('1人の通知は、まだ印刷できません').waitFor();
  await page
    .getByText(/U\+E000/)
    .first()
    .waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await page.getByLabel('印刷する順').selectOption({ label: '郵便番号順' });
  await button('全員分を印刷（2通）').click();
  await page.getByRole('img', { name: /あての開催通知/ }).waitFor();
  await button('この内容で2通を印刷する').click();
  await page.getByText('2通の通知ができました').waitFor();
});

test('what is known of a member who has left is erased; the question names what goes and what stays', async () => {
  await page.goto(`${desk.address}/office/committees/${committee}`);
  await choose('一宮　花子さん', '退任とする');
  await desk.agree('退任とする');
  await page.getByText('退任した委員　1人').click();
  await button('一宮　花子さんの個人情報を消去').click();
  await page.getByText(/^消すもの：氏名/).waitFor();
  await page.getByText(/^記録として残るもの：任期/).waitFor();
  expect(await accessibilityBreaches(page)).toEqual([]);
  await desk.agree('消去する');
  await page.getByText('一宮　花子さんの個人情報を消去しました。').waitFor();
  await page.getByText('退任した委員').waitFor({ state: 'detached' });
  const { entries } = await ask('get', '/api/audit?act=member-erased');
  expect(entries).toMatchObject([{ actor: '青葉　太郎', subject: '（消去した委員）' }]);
});
