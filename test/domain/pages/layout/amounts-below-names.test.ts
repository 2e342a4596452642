import { expect, test } from 'vitest';
import { drawPage } from '../draw-page.ts';
import { compare } from '../drawn-page.ts';

const found = (older: readonly string[], newer: readonly string[]) => {
  const paper = (rows: readonly string[]) => ({ pages: [drawPage(['', '', '', '', '', ...rows])], pageLabels: [null] });
  return compare(paper(older), paper(newer)).quantities.map(({ label, old, new: now }) => {
    const path = label.split(' > ');
    return `${path.slice(-2).join(' > ')}: ${old.text} → ${now.text}`;
  });
};

test('names in a chart with their amounts below them are rows of their own', () => {
  const pie = (tax: string, share: string, fees: string, debt: string) => [
    '歳入のあらまし',
    '',
    '          市税                          使用料',
    `        ${tax}億円                       ${fees}億円`,
    `          ${share}％`,
    '',
    '                         市債',
    `                       ${debt}億円`,
  ];
  expect(found(pie('18.1', '43', '4.7', '5.2'), pie('18.6', '44', '4.9', '6.3')).sort()).toEqual([
    '歳入のあらまし > 使用料: 4.7億円 → 4.9億円',
    '歳入のあらまし > 市債: 5.2億円 → 6.3億円',
    '歳入のあらまし > 市税: 18.1億円 → 18.6億円',
    '歳入のあらまし > 市税: 43％ → 44％',
  ]);
});

test('beside a chart a name begins or ends where its amount does', () => {
  const pie = (a: number) => [
    '歳入のあらまし',
    '',
    '                                      市税',
    `                                      1,1${a}百万円（45.${a}％）`,
    '',
    '                    使用料',
    `    1,2${a}百万円（25.${a}％）`,
    '',
    '                                   市債',
    `                                   1,3${a}百万円（15.${a}％）`,
  ];
  expect(found(pie(10), pie(20)).sort()).toEqual([
    '歳入のあらまし > 使用料: 1,210百万円 → 1,220百万円',
    '歳入のあらまし > 使用料: （25.10％） → （25.20％）',
    '歳入のあらまし > 市債: 1,310百万円 → 1,320百万円',
    '歳入のあらまし > 市債: （15.10％） → （15.20％）',
    '歳入のあらまし > 市税: 1,110百万円 → 1,120百万円',
    '歳入のあらまし > 市税: （45.10％） → （45.20％）',
  ]);
});

test('a chart whose labels stand in rows is no table with headers', () => {
  const pie = (grant: string, tax: string, fees: string, debt: string) => [
    '歳入のあらまし',
    '',
    '      県支出金                  市税',
    `       ${grant}億円                ${tax}億円`,
    `       ${fees}％                  ${debt}％`,
    '',
    '                歳　入',
    '',
    '                地方交付税',
    `                 ${tax}億円`,
    `                  ${debt}％`,
  ];
  const rows = found(pie('5.7', '22.1', '17.7', '5.3'), pie('6.7', '23.1', '18.7', '6.3'));
  expect(rows.sort()).toEqual([
    '歳入 > 地方交付税: 22.1億円 → 23.1億円',
    '歳入 > 地方交付税: 5.3％ → 6.3％',
    '歳入のあらまし > 市税: 22.1億円 → 23.1億円',
    '歳入のあらまし > 市税: 5.3％ → 6.3％',
    '歳入のあらまし > 県支出金: 17.7％ → 18.7％',
    '歳入のあらまし > 県支出金: 5.7億円 → 6.7億円',
  ]);
});

test('the bars of a chart: the amount at the head of each is that of the year below it', () => {
  const bars = (first: number, values: readonly [string, string, string]) => [
    '決算額の推移（億円）',
    '',
    `              ${values[1]}`,
    '',
    `                          ${values[2]}`,
    '',
    `  ${values[0]}`,
    '',
    '',
    [0, 1, 2].map((step) => `${first + step}年度`).join('    '),
  ];
  expect(found(bars(2019, ['930', '860', '701']), bars(2020, ['860', '701', '655'])).sort()).toEqual([
    '決算額の推移（億円） > 2020年度: 860 → 860',
    '決算額の推移（億円） > 2021年度: 701 → 701',
  ]);
});

test('what stands with words of its own below an amount is of the same card', () => {
  const cards = (amounts: readonly number[], rates: readonly string[]) => [
    '予算の規模',
    '',
    '        一般会計                特別会計                企業会計',
    `         ${amounts.map((amount) => `${amount}億円`).join('                 ')}`,
    `    ${rates.map((rate) => `前年度比  ${rate}％増`).join('       ')}`,
  ];
  expect(found(cards([340, 836, 840], ['8.4', '8.8', '8.5']), cards([356, 815, 885], ['4.8', '6.2', '6.1']))).toEqual([
    '予算の規模 > 一般会計: 340億円 → 356億円',
    '予算の規模 > 一般会計: 8.4％増 → 4.8％増',
    '予算の規模 > 特別会計: 836億円 → 815億円',
    '予算の規模 > 特別会計: 8.8％増 → 6.2％増',
    '予算の規模 > 企業会計: 840億円 → 885億円',
    '予算の規模 > 企業会計: 8.5％増 → 6.1％増',
  ]);
});
