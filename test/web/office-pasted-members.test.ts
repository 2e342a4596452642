import { expect, test } from 'vitest';
import { readCells, readDate, readPastedMembers } from '../../web/features/office/committees/read-pasted.ts';

const term = { from: '2023-04-01', to: '2025-03-31' };
const read = (text: string, present: string[] = []) => readPastedMembers(text, term, present);

test('without headings the columns are name, position, postal code, address', () => {
  expect(read('山田　花子\t会長\t〒１２３－４５６７\tあおば市中央１－２－３\n')).toEqual([
    {
      input: {
        name: '山田　花子',
        kana: '',
        position: '会長',
        postalCode: '123-4567',
        address: 'あおば市中央１－２－３',
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
  const [member] = read(text);
  expect(member?.input).toMatchObject({
    name: '佐藤',
    kana: 'さとう',
    address: 'あおば市',
    termFrom: '2023-06-01',
    termTo: '2025-05-31',
  });
});

test('what cannot be saved says why', () => {
  const problems = (text: string, present?: string[]) => read(text, present).map(({ problem }) => problem);
  expect(problems('\t委員\n山田\t委員\n山田　\t委員')).toEqual(['氏名がありません', '', '同じ氏名の委員がいます']);
  expect(problems('山田　花子\t会長', ['山田花子'])).toEqual(['同じ氏名の委員がいます']);
  expect(problems('氏名\t任期の初め\n山田\t未定')).toEqual(['任期の日付を読み取れません']);
  expect(problems('氏名\t任期の初め\n山田\t2026/4/1')).toEqual(['任期の終わりが始まりより前です']);
  expect(problems(`山田\t委員\t\t${'あ'.repeat(161)}`)).toEqual(['住所が長すぎます']);
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
