import { expect, test } from 'vitest';
import { compare, draw } from '../drawn-page.ts';

/** Each pair as `row | column: old → new unit`. */
const compared = (older: string, newer: string) =>
  compare(draw(older), draw(newer)).quantities.map(
    ({ label, column, unit, old, new: neu }) => `${label} | ${column}: ${old.text} → ${neu.text} ${unit}`,
  );

test('a unit above the first amount of a column is that of the whole column, and the first row stays', () => {
  const paper = (a: string, b: string, c: string) => `
    | 目 | 本年度 | 前年度 | 節 | 金額 |
    | １　総務債 | 千円/${a} | 千円/900 | 現年課税分 | 千円/${c} |
    | ２　土木債 | ${b} | 800 | 滞納繰越分 | 30 |
  `;
  expect(compared(paper('1,000', '700', '20'), paper('1,100', '750', '25'))).toEqual([
    '１総務債 | 本年度: 1,000 → 1,100 千円',
    '１総務債 | 前年度: 900 → 900 千円',
    '１総務債 > 現年課税分 | 金額: 20 → 25 千円',
    '２土木債 | 本年度: 700 → 750 千円',
    '２土木債 | 前年度: 800 → 800 千円',
    '２土木債 > 滞納繰越分 | 金額: 30 → 30 千円',
  ]);
});

test('a unit on the line above items is no part of a name', () => {
  const paper = (a: string) => `
    | 目 | 本年度 | 説明 |
    | 総務債 | 2,000 | 　　　　　　　千円/庁舎整備債　　${a}/道路整備債　　300 |
  `;
  expect(compared(paper('1,000'), paper('1,200'))).toEqual([
    '総務債 | 本年度: 2,000 → 2,000 null',
    '総務債 > 庁舎整備債 | 説明: 1,000 → 1,200 千円',
    '総務債 > 道路整備債 | 説明: 300 → 300 千円',
  ]);
});

test.each([
  ['in brackets by itself', '歳入　　　　　　　　（千円）', '金額'],
  ['in brackets below a header', '歳入', '金額/（千円）'],
  ['behind a header with its name', '歳入', '金額（単位：千円）'],
])('the unit stands %s', (_, title, header) => {
  const paper = (a: string) => `
    ${title}
    | 款 | ${header} |
    | 市税 | ${a} |
    | 繰入金 | 300 |
  `;
  expect(compared(paper('1,000'), paper('1,200'))).toEqual([
    '歳入 > 市税 | 金額: 1,000 → 1,200 千円',
    '歳入 > 繰入金 | 金額: 300 → 300 千円',
  ]);
});

test('below the words of headers stands their unit', () => {
  const paper = (a: string) => `
    | 施設 | 利用/人 | 収入/千円 |
    | 体育館 | ${a} | 30 |
    | 図書館 | 50 | 0 |
  `;
  expect(compared(paper('20'), paper('25'))).toEqual([
    '体育館 | 利用: 20 → 25 人',
    '体育館 | 収入: 30 → 30 千円',
    '図書館 | 利用: 50 → 50 人',
    '図書館 | 収入: 0 → 0 千円',
  ]);
});

test('a caption of the unit stands behind other words, which head nothing where they are a note', () => {
  const paper = (a: string) => `
    歳入予算の内訳
    　　　　　　　　（　）内は前年度　単位：千円
    | 事業名 | 事業費 |
    | 道路改良 | ${a} |
    | 河川改修 | 80 |
  `;
  expect(compared(paper('20'), paper('25'))).toEqual([
    '歳入予算の内訳 > 道路改良 | 事業費: 20 → 25 千円',
    '歳入予算の内訳 > 河川改修 | 事業費: 80 → 80 千円',
  ]);
});

test('個人, 法人 and 団体 behind their numbers are names', () => {
  const paper = (a: string) => `
    | 目 | 本年度 | 前年度 |
    | １　個人 | ${a} | 900 |
    | ２　法人 | 30 | 40 |
    | ３　団体 | 5 | 6 |
  `;
  expect(compared(paper('20'), paper('25'))).toEqual([
    '１個人 | 本年度: 20 → 25 null',
    '１個人 | 前年度: 900 → 900 null',
    '２法人 | 本年度: 30 → 30 null',
    '２法人 | 前年度: 40 → 40 null',
    '３団体 | 本年度: 5 → 5 null',
    '３団体 | 前年度: 6 → 6 null',
  ]);
});
