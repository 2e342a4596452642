import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { Member } from '../../contract/committees.ts';
import { pastedOrder, willReorder } from '../../web/features/office/committees/pasted-order.ts';
import { readCells, readDate, readPastedMembers } from '../../web/features/office/committees/read-pasted.ts';
import { readTable } from '../../web/features/office/committees/read-table.ts';

const term = { from: '2023-04-01', to: '2025-03-31' };
const member = (name: string, changes: Partial<Member> = {}): Member => ({
  ...{
    id: 1,
    name,
    kana: '',
    position: '委員',
    postalCode: '',
    address: '',
    leftOn: null,
    terms: [],
    hasNotices: false,
  },
  ...{ honorific: '様', email: '', edition: 1 },
  ...{ termFrom: '2021-04-01', termTo: '2023-03-31', ...changes },
});
const read = (text: string, present: Member[] = []) => readPastedMembers(text, term, present);

test('the column 順 of a list that was written is read back: it decides the order, and those without one follow', () => {
  const present = ['一', '二', '三'].map((name, index) => member(name, { id: index + 1 }));
  const rows = read('順\t氏名\n2\t一\n３\t四\n1\t三\n', present);
  expect(rows.map(({ place }) => place)).toEqual([2, 3, 1]);
  expect(willReorder(rows, present)).toBe(true);
  expect(pastedOrder(rows, [...present, { id: 9, name: '四' }])).toEqual([3, 1, 9, 2]);
  const same = read('順\t氏名\n1\t一\n2\t二\n3\t三\n', present);
  expect([pastedOrder(same, present), willReorder(same, present)]).toEqual([null, false]);
  expect(willReorder(read('氏名\n三\n一\n', present), present)).toBe(false);
});

test('what a list was written with against spreadsheets is no part of it when it is read back', () => {
  const [row] = read("氏名\t住所\n一\t'=あおば市１－２\n", [member('一', { address: '=あおば市１－２' })]);
  expect(row).toMatchObject({ changes: [], problem: '' });
});

test('without headings the columns are name, position, postal code, address', () => {
  expect(read('山田　花子\t会長\t〒１２３－４５６７\tあおば市中央１－２－３\n')).toEqual([
    {
      ...{ line: 1, place: null, target: null, changes: [] },
      input: {
        name: '山田　花子',
        honorific: '様',
        kana: '',
        position: '会長',
        postalCode: '123-4567',
        address: 'あおば市中央１－２－３',
        email: '',
        termFrom: '2023-04-01',
        termTo: '2025-03-31',
      },
      problem: '',
    },
  ]);
});

test('headings decide the columns, in any order', () => {
  const text =
    '番号\t住所\t氏名\tふりがな\t役職\t任期の初め\t任期の終わり\n1\tあおば市\t佐藤\tさとう\t委員\tR5.6.1\t令和7年5月31日';
  const [row] = read(text);
  expect(row?.input).toMatchObject({
    name: '佐藤',
    kana: 'さとう',
    address: 'あおば市',
    termFrom: '2023-06-01',
    termTo: '2025-05-31',
  });
});

test('what cannot be saved says why', () => {
  const problems = (text: string, present?: Member[]) => read(text, present).map(({ problem }) => problem);
  expect(problems('\t委員\n山田\t委員\n山田　\t委員')).toEqual(['氏名がありません', '', '同じ氏名の行が上にあります']);
  expect(problems('山田　花子\t会長', [member('山田花子'), member('山田　花子')])).toEqual([
    '同じ氏名の委員が2人います',
  ]);
  expect(problems('氏名\t任期の初め\n山田\t未定')).toEqual(['任期の日付を読み取れません']);
  expect(problems('氏名\t任期の初め\n山田\t2026/4/1')).toEqual(['任期の終わりが始まりより前です']);
  expect(problems('山田\t委員\tabc\tあおば市\n佐藤\t委員\t９８９０００２\tあおば市')).toEqual([
    '郵便番号を読み取れません（例：123-4567）',
    '',
  ]);
  expect(problems(`山田\t委員\t\t${'あ'.repeat(161)}`)).toEqual(['住所が長すぎます']);
});

test('a row with the name of a member changes that member, and what it leaves empty stays', () => {
  const present = [member('山田　花子', { position: '会長', address: 'あおば市１' }), member('佐藤')];
  const rows = read('氏名\t住所\t任期の終わり\n\n山田花子\tあおば市２\t\n佐藤\t\t\n鈴木\tあおば市３\t', present);
  expect(rows.map(({ line, target, changes }) => [line, target?.name ?? null, changes])).toEqual([
    [3, '山田　花子', ['住所']],
    [4, '佐藤', []],
    [5, null, []],
  ]);
  expect(rows[0]?.input).toMatchObject({ position: '会長', address: 'あおば市２', termTo: '2023-03-31' });
  expect(rows[2]?.input).toMatchObject({ position: '委員', termTo: '2025-03-31' });
});

test.each([
  ['UTF-8 with its mark', Buffer.from('\u{feff}氏名,住所\r\n髙橋,"あおば市\n二階"\r\n')],
  ['UTF-8', Buffer.from('氏名,住所\n髙橋,"あおば市\n二階"')],
  ["Excel's Shift_JIS", iconv.encode('氏名,住所\r\n髙橋,"あおば市\n二階"\r\n', 'cp932')],
  ["Excel's text between tabs", Buffer.from('\u{feff}氏名\t住所\r\n髙橋\t"あおば市\n二階"\r\n', 'utf16le')],
])('a file is read as %s', (_, bytes) => {
  expect(read(readTable(bytes))[0]?.input).toMatchObject({ name: '髙橋', address: 'あおば市\n二階' });
});

test('a number that a spreadsheet was kept from running is read as it was', () => {
  expect(read(readTable(Buffer.from(`氏名,住所\n山田,'=あおば市`)))[0]?.input.address).toBe('=あおば市');
});

test('a cell in quotation marks keeps its line break', () => {
  expect(readCells('a\t"b\nc ""d"""\te\nf')).toEqual([['a', 'b\nc "d"', 'e'], ['f']]);
  expect(read('山田\t委員\t\t"あおば市\nみどりマンション"')[0]?.input.address).toBe('あおば市\nみどりマンション');
});

test.each([
  ['2023/4/1', '2023-04-01'],
  ['2023-04-01', '2023-04-01'],
  ['Ｒ５．４．１', '2023-04-01'],
  ['令和元年5月1日', '2019-05-01'],
  ['H31.4.30', '2019-04-30'],
  ['2023/2/30', null],
  ['23/4/1', null],
  ['四月', null],
])('%s is read as %s', (text, date) => {
  expect(readDate(text)).toBe(date);
});

test('an e-mail address is read in any width, kept where the row has none, and refused where it is none', () => {
  const present = [member('一', { email: 'ichi@example.jp' }), member('二', { id: 2 })];
  const rows = read('氏名\tメールアドレス\n一\t\n二\tｎｉ＠example.jp\n三\t電話のみ\n', present);
  expect(rows.map(({ input }) => input.email)).toEqual(['ichi@example.jp', 'ni@example.jp', '電話のみ']);
  expect(rows.map(({ changes }) => changes)).toEqual([[], ['メールアドレス'], []]);
  expect(rows[2]!.problem).toContain('メールアドレスを読み取れません');
});
