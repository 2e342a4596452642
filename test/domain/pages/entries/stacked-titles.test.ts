import { expect, test } from 'vitest';
import { compare, draw } from '../drawn-page.ts';

type Titles = (account: string, side: string, year: number) => readonly string[];

/** 歳入 and 歳出 of each account on a page of their own, with the same names in all of them. */
const book = (year: number, accounts: Readonly<Record<string, number>>, titles: Titles) =>
  draw(
    Object.entries(accounts)
      .flatMap(([account, amount]) =>
        ['歳入', '歳出'].map(
          (side, at) =>
            `${titles(account, side, year).join('\n')}\n| 款 | 本年度 |\n| 総務費 | ${amount + at},100 |\n| 予備費 | ${amount + at},200 |`,
        ),
      )
      .join('\n---\n'),
  );
const found = (titles: Titles) => {
  const older = book(5, { 国民健康保険: 10, 後期高齢者医療: 60, 介護保険: 20 }, titles);
  const newer = book(6, { 国民健康保険: 30, 介護保険: 40, 駐車場事業: 50, 後期高齢者医療: 70 }, titles);
  return compare(older, newer)
    .quantities.map(({ old, new: neu }) => `${old.text} → ${neu.text}`)
    .sort();
};
const rows = ['10,100 → 30,100', '10,200 → 30,200', '11,100 → 31,100', '11,200 → 31,200'];
const last = ['60,100 → 70,100', '60,200 → 70,200', '61,100 → 71,100', '61,200 → 71,200'];
const further = ['20,100 → 40,100', '20,200 → 40,200', '21,100 → 41,100', '21,200 → 41,200'];
const centred = (text: string) => `${' '.repeat(40 - text.length)}${text}`;

test('titles in the middle of the page, one under another, say whose rows stand below', () => {
  const titles: Titles = (account, side, year) =>
    [`令和${year}年度`, `${account}特別会計`, '予算に関する説明書', side].map(centred);
  expect(found(titles)).toEqual([...rows, ...further, ...last]);
});

test('the first line of a title in two lines is replaced by that of the next page', () => {
  const titles: Titles = (account, side) => [
    centred(account),
    '',
    '',
    centred('特別会計'),
    '',
    '',
    `${' '.repeat(60)}${side}`,
  ];
  expect(found(titles)).toEqual([...rows, ...further, ...last]);
});

test('an account named at the right edge of each page', () => {
  const titles: Titles = (account, side) => [`${' '.repeat(90 - 2 * account.length)}${account}特別会計`, '', side];
  expect(found(titles)).toEqual([...rows, ...further, ...last]);
});
