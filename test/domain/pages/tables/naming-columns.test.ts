import { expect, test } from 'vitest';
import { pairs } from '../drawn-page.ts';

test('級 names the rows of each group of columns and is no amount', () => {
  const paper = (a: string) => `
    | 区分 | 事務職 | < | 技術職 | < |
    | ^ | 級 | 人員 | 級 | 人員 |
    | 令和７年 | 1 | ${a} | 1 | 50 |
    | ^ | 2 | 20 | 2 | 40 |
    | ^ | 3 | 30 | 3 | 60 |
    | ^ | 計 | 90 | 計 | 150 |
  `;
  expect(pairs(paper('10'), paper('12'))).toEqual([
    '令和７年 > 1 | 事務職 > 人員: 10 → 12',
    '令和７年 > 1 | 技術職 > 人員: 50 → 50',
    '令和７年 > 2 | 事務職 > 人員: 20 → 20',
    '令和７年 > 2 | 技術職 > 人員: 40 → 40',
    '令和７年 > 3 | 事務職 > 人員: 30 → 30',
    '令和７年 > 3 | 技術職 > 人員: 60 → 60',
    '令和７年 > 計 | 事務職 > 人員: 90 → 90',
    '令和７年 > 計 | 技術職 > 人員: 150 → 150',
  ]);
});

test('級 names the rows from the highest down too; a new one has no counterpart', () => {
  const paper = (highest: number) => `
    | 級 | 職員数 | 構成比 |
${Array.from({ length: highest }, (_, index) => `    | ${highest - index} | ${10 + index} | ${20 + index}.5 |`).join('\n')}
    | 計 | 90 | 100.0 |
  `;
  expect(pairs(paper(3), paper(4))).toEqual([
    '3 | 職員数: 10 → 11',
    '3 | 構成比: 20.5 → 21.5',
    '2 | 職員数: 11 → 12',
    '2 | 構成比: 21.5 → 22.5',
    '1 | 職員数: 12 → 13',
    '1 | 構成比: 22.5 → 23.5',
    '計 | 職員数: 90 → 90',
    '計 | 構成比: 100.0 → 100.0',
  ]);
});

test('ages in the first column name the rows, also without vertical ruling lines; a new age has no counterpart', () => {
  const older = `
    年齢　　　男　　　　女
    18　　　　3　　　　　5
    19　　　　8　　　　　9
    20　　　　12　　　　14
  `;
  const newer = `
    年齢　　　男　　　　女
    17　　　　2　　　　　1
    18　　　　4　　　　　5
    19　　　　8　　　　　7
    20　　　　11　　　　14
  `;
  expect(pairs(older, newer)).toEqual([
    '18 | 男: 3 → 4',
    '18 | 女: 5 → 5',
    '19 | 男: 8 → 8',
    '19 | 女: 9 → 7',
    '20 | 男: 12 → 11',
    '20 | 女: 14 → 14',
  ]);
});

test('款 numbers name rows, on the next page too', () => {
  const paper = (a: string) => `
    | 款 | 予算額 | 決算額 |
    | 1 | ${a} | 90 |
    | 2 | 200 | 190 |
    | 3 | 300 | 290 |
    ---
    | 4 | 400 | 390 |
    | 5 | 500 | 490 |
  `;
  expect(pairs(paper('100'), paper('110')).filter((pair) => !pair.includes('予算額'))).toEqual([
    '1 | 決算額: 90 → 90',
    '2 | 決算額: 190 → 190',
    '3 | 決算額: 290 → 290',
    '4 | 決算額: 390 → 390',
    '5 | 決算額: 490 → 490',
  ]);
});

test('amounts that happen to go up are amounts', () => {
  const paper = (a: string) => `
    | 区分 | 人員数 | 割合 |
    | 事務職 | ${a} | 10.0 |
    | 技術職 | 2 | 20.0 |
    | 保育職 | 3 | 30.0 |
  `;
  expect(pairs(paper('1'), paper('1'))).toHaveLength(6);
});

test('2 団体 under 目 is a name, however many of the names say a counter', () => {
  const paper = (amount: string) => `
    市税
    | 項 | 目 | 節 | 本年度 | 前年度 |
    | 1 鉱産税 | 1 団体 | 現年分 | ${amount} | 90 |
    | 2 入湯税 | 1 個人 | 現年分 | 200 | 190 |
    | 3 事業所税 | 2 団体 | 現年分 | 300 | 290 |
  `;
  expect(pairs(paper('100'), paper('110')).filter((pair) => pair.includes('団体:') || pair.includes('| 目'))).toEqual(
    [],
  );
  expect(pairs(paper('100'), paper('110')).length).toBe(6);
});

test('指標 names the rows where the goals left of it are printed in each row again', () => {
  const paper = (year: number, rows: readonly string[]) => `
    令和${year}年度　進捗状況
    | 基本目標 | 指標 | 実績値 |
    ${rows.join('\n    ')}`;
  const found = pairs(
    paper(5, ['| 子育て | 講座の参加者数 | 1,198 |', '| 子育て | 新規就農者数 | 14 |', '| 防災 | 耐震化率 | 80 |']),
    paper(6, ['| 子育て | 新規就農者数 | 17 |', '| 子育て | 待機児童数 | 21 |', '| 防災 | 耐震化率 | 82 |']),
  );
  expect(found).toEqual(['子育て > 新規就農者数 | 実績値: 14 → 17', '防災 > 耐震化率 | 実績値: 80 → 82']);
});

test.each(['課', '部局', '主管課'])('a column of the %s that has a project does not name it', (header) => {
  const paper = (section: string, a: string) => `
    | 事業 | ${header} | 予算額 |
    | 放課後児童クラブの運営 | ${section} | ${a} |
    | 庁舎の修繕 | 総務 | 500 |
  `;
  expect(pairs(paper('福祉', '1,000'), paper('こども未来', '1,100'))).toEqual([
    '放課後児童クラブの運営 | 予算額: 1,000 → 1,100',
    '庁舎の修繕 | 予算額: 500 → 500',
  ]);
});
