import { expect, test } from 'vitest';
import { compare, draw } from '../drawn-page.ts';

/** 目 with their 事業 and what these cost; a 事業 that ended in one 目 began under its name in another. */
const budget = (rows: readonly string[], a: number) =>
  draw(`
    ${rows[0]}
    | 目 | 事業 | 細目 | 予算額 | 前年度 |
    | 1　総務費 | 広報事業 | 印刷費 | ${a}1 | ${a}2 |
    | ^ | ${rows[1]} | 謝礼 | ${a}3 | ${a}4 |
    | 2　推進費 | 道路事業 | 工事費 | ${a}5 | ${a}6 |
    | ^ | ${rows[2]} | 委託料 | ${a}7 | ${a}8 |
  `);

test('what stays in its place is sure', () => {
  const { quantities } = compare(
    budget(['予算', '農地事業', '公園事業'], 10),
    budget(['予算', '農地事業', '公園事業'], 20),
  );
  expect(quantities.filter(({ confidence }) => confidence < 0.95)).toEqual([]);
});

const details = (older: boolean) => {
  const item = (name: string, amount: number) => `${name}    ${amount}`;
  const own = [item('○農地補助金', 920), item('　・報酬', 5), item('　・給料', 603)];
  const other = [item('○農地補助金', 78_969), item('　・報酬', 3_704), item('　・委託料', 14)];
  return draw(`
    予算説明書
    | 目 | 本年度 | 節 | 金額 | 説明 |
    | 1　調査費 | 7,001 | 1　報酬 | 5,001 | ○観測費    88/${older ? own.join('/') : '○記録費    31'} |
    | 2　推進費 | 8,001 | 2　給料 | 6,001 | ○清掃費    77/${older ? '○見学費    32' : other.join('/')} |
  `);
};

test('a part of a row that ended is no part of one of the same name that began elsewhere', () => {
  const { quantities } = compare(details(true), details(false));
  expect(quantities.filter(({ label }) => label.includes('農地補助金'))).toEqual([]);
  expect(quantities.filter(({ label }) => label.includes('観測費')).every(({ confidence }) => confidence >= 0.95)).toBe(
    true,
  );
});

/** A 目 under another name, with a 補助金 of the same. */
const renamed = (older: boolean) =>
  draw(`
    予算説明書
    | 目 | 本年度 | 節 | 金額 | 説明 |
    | 1　調査費 | 7,001 | 1　報酬 | 5,001 | ○観測費    88/○記録費    31 |
    | 2　${older ? '推進費' : '振興費'} | 8,00${older ? 1 : 2} | 2　給料 | 6,001 | ○農地補助金    ${older ? '920/　・報酬    5/　・給料    603' : '78969/　・報酬    3704/　・委託料    14'} |
  `);

test('a part that stays in its place under a row that may be another one is found, but not sure', () => {
  const { quantities } = compare(renamed(true), renamed(false));
  const part = quantities.filter(({ label }) => label.endsWith('報酬') && label.includes('農地補助金'));
  expect(part.map(({ old, new: now, confidence }) => [old.text, now.text, confidence < 0.9])).toEqual([
    ['5', '3704', true],
  ]);
});
