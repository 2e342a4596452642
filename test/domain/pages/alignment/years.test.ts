import { expect, test } from 'vitest';
import { pairs } from '../drawn-page.ts';

/** The two innermost names and the column of each pair. */
const short = (found: readonly string[]) => found.map((pair) => pair.split(' > ').slice(-2).join(' > '));

test('under 年度 a bare number is a year; years that both papers have are the same, in a paper of another year too', () => {
  const plan = (year: number, rows: string) => `
    令和${year}年度 継続費
    | 事業名 | 年度 | 年割額 | 市債 |
    ${rows}`;
  const older = plan(6, '| 駅前整備 | 令和6 | 10 | 20 |\n    | ^ | 令和7 | 11 | 21 |\n    | ^ | 計 | 12 | 22 |');
  const newer = plan(7, '| 駅前整備 | 6 | 30 | 40 |\n    | ^ | 7 | 31 | 41 |\n    | ^ | 計 | 32 | 42 |');
  expect(short(pairs(older, newer)).filter((pair) => pair.includes('年割額'))).toEqual([
    '駅前整備 > 6年度 | 年割額: 10 → 30',
    '駅前整備 > 7年度 | 年割額: 11 → 31',
    '駅前整備 > 計 | 年割額: 12 → 32',
  ]);
});

test('years of four digits head columns and name rows', () => {
  const across = (first: number) => `
    人口の推移
    | 区分 | ${first} | ${first + 1} | ${first + 2} |
    | 総人口 | 1,0${first % 100} | 1,0${(first % 100) + 1} | 1,0${(first % 100) + 2} |`;
  const down = (first: number) => `
    人口の推移
    | 年 | 総人口 |
    ${[0, 1, 2].map((at) => `| ${first + at} | 1,0${(first % 100) + at} |`).join('\n    ')}`;
  const text = (year: number) => `1,0${year % 100} → 1,0${year % 100}`;
  expect(pairs(across(2019), across(2020))).toEqual(
    [2020, 2021].map((year) => `人口の推移 > 総人口 | ${year}: ${text(year)}`),
  );
  expect(pairs(down(2019), down(2020))).toEqual(
    [2020, 2021].map((year) => `人口の推移 > ${year} | 総人口: ${text(year)}`),
  );
});

test('numbers that count up head columns', () => {
  const table = (numbers: string) => `
    児童数
    | 学校名 | 1年 | < | 2年 | < | 3年 | < |
    | ^ | 男 | 女 | 男 | 女 | 男 | 女 |
    | 東小 | ${numbers} |
    | 西小 | ${numbers} |`;
  const found = pairs(table('11 | 12 | 13 | 14 | 15 | 16'), table('21 | 22 | 23 | 24 | 25 | 26'));
  expect(short(found).slice(0, 3)).toEqual([
    '東小 | 1年 > 男: 11 → 21',
    '東小 | 1年 > 女: 12 → 22',
    '東小 | 2年 > 男: 13 → 23',
  ]);
});

test('marks of novelty are no part of a name; an amount in brackets below a row says more of that row', () => {
  const list = (mark: string, n: number) => `
    主要事業
    ○${mark}保育料無償化事業　　　　　　${n}0千円
    （前年度　　${n}1千円）
    ○消防車更新事業　　　　　　　　${n}2千円
    （前年度　　${n}3千円）`;
  expect(short(pairs(list('', 5), list('【拡充】', 6)))).toEqual([
    '主要事業 > ○【拡充】保育料無償化事業 | : 50千円 → 60千円',
    '○【拡充】保育料無償化事業 > 前年度 | : 51千円 → 61千円',
    '主要事業 > ○消防車更新事業 | : 52千円 → 62千円',
    '○消防車更新事業 > 前年度 | : 53千円 → 63千円',
  ]);
});

test('the last rows on the next page, with merged cells, stand under the headers of the page before', () => {
  const plan = (year: number, n: number, cut: string) => `
    財政見通し（令和${year}年度から）
    | 区分 | < | 令和${year}年度 | 令和${year + 1}年度 | 令和${year + 2}年度 |
    | 歳入 | 市税 | ${n}1 | ${n}2 | ${n}3 |
    | ^ | 市債 | ${n}4 | ${n}5 | ${n}6 |${cut}
    | 差引 | < | ${n}7 | ${n}8 | ${n}9 |`;
  expect(short(pairs(plan(5, 1, ''), plan(6, 2, '\n    ---'))).filter((pair) => pair.includes('差引'))).toEqual([
    '財政見通し（令和6年度から） > 差引 | 令和6年度: 18 → 27',
    '財政見通し（令和6年度から） > 差引 | 令和7年度: 19 → 28',
  ]);
});

test('where only one paper names the years, the place says nothing', () => {
  const plan = (year: number, headers: string) => `
    令和${year}年度 基金の見込み
    | ${headers} |
    | 財政調整 | ${year}1 | ${year}2 | ${year}3 |`;
  const named = plan(5, '基金 | 令和5年度 | 令和6年度 | 令和7年度');
  expect(pairs(named, plan(6, '減債 | 11 | 12 | 13'))).toEqual([]);
});

test.each(['国の令和7年度補正予算の対象となったため。', '令和7年度実施予定事業'])(
  'titles say which year a paper is of, not what is remarked in many cells: %s',
  (remark) => {
    const names = ['倉庫改築', '水路改修', '橋梁補修', '公園整備', '住宅改修'];
    const paper = (year: number, n: number, words: string) => `
    令和${year}年度３月補正予算
    | 区分 | 令和${year - 1}年度末残高 | ${year}年度末残高 |
    | 総務 | ${n}1 | ${n}2 |
    | 民生 | ${n}3 | ${n}4 |
    繰越事業の一覧
    | 事業名 | 繰越の理由 |
    ${names.map((name) => `| ${name} | ${words} |`).join('\n    ')}`;
    expect(pairs(paper(6, 1, remark), paper(7, 2, remark))).toEqual([
      '令和7年度３月補正予算 > 総務 | 令和6年度末残高: 11 → 21',
      '令和7年度３月補正予算 > 総務 | 7年度末残高: 12 → 22',
      '令和7年度３月補正予算 > 民生 | 令和6年度末残高: 13 → 23',
      '令和7年度３月補正予算 > 民生 | 7年度末残高: 14 → 24',
    ]);
  },
);
