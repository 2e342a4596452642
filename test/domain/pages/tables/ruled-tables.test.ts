import { describe, expect, test } from 'vitest';
import { pairs, unmatched } from '../drawn-page.ts';

describe('ruled tables', () => {
  test('款 and 項 in two columns, amounts in a third: the path decides between two of the same name', () => {
    const older = `
      （歳入）                    （単位：千円）
      | 款         | 項         | 金額  |
      | 1.繰入金   |            | 30 |
      | ^          | 1.繰越金   | 11 |
      | 2.諸収入   |            | 40 |
      | ^          | 1.繰越金   | 22 |
      | 歳入合計   | <          | 70 |
    `;
    const newer = `
      （歳入）                    （単位：千円）
      | 款           | 項         | 金額 |
      | 1.使用料     |            | 5  |
      | ^            | 1.手数料   | 5  |
      | 2.繰入金     |            | 31 |
      | ^            | 1.繰越金   | 12 |
      | 3.諸収入     |            | 41 |
      | ^            | 1.繰越金   | 23 |
      | 歳入合計     | <          | 77 |
    `;
    expect(pairs(older, newer)).toEqual([
      '（歳入） > 2.繰入金 | 金額: 30 → 31',
      '2.繰入金 > 1.繰越金 | 金額: 11 → 12',
      '（歳入） > 3.諸収入 | 金額: 40 → 41',
      '3.諸収入 > 1.繰越金 | 金額: 22 → 23',
      '（歳入） > 歳入合計 | 金額: 70 → 77',
    ]);
    expect(unmatched(older, newer).new).toEqual(['1.使用料: 5', '1.手数料: 5']);
  });

  test('本年度 goes with 本年度 and 前年度 with 前年度, in any order of the columns', () => {
    const older = `
      | 目       | 本年度 | 前年度 | 比較 |
      | 総務費   | 100    | 90     | 10   |
      | 民生費   | 200    | 210    | △10 |
    `;
    const newer = `
      | 目       | 前年度予算額 | 本年度予算額 | 比較 |
      | 総務費   | 101    | 120    | 19   |
      | 民生費   | 200    | 230    | 30   |
    `;
    expect(pairs(older, newer)).toEqual([
      '総務費 | 本年度予算額: 100 → 120',
      '総務費 | 前年度予算額: 90 → 101',
      '総務費 | 比較: 10 → 19',
      '民生費 | 本年度予算額: 200 → 230',
      '民生費 | 前年度予算額: 210 → 200',
      '民生費 | 比較: △10 → 30',
    ]);
  });

  test('節 with 区分 and 説明 belong to their 目; a note over several 節 belongs to none of them', () => {
    const older = `
      | 目         | 本年度 | 節       | <    | 説明             |
      | ^          | ^      | 区分     | 金額 | ^                |
      | 1.一般管理費 | 50   | 1.報酬   | 20   | 会議費      50   |
      | ^          | ^      | 8.旅費   | 30   | ^                |
      | 計         | 50     |          |      |                  |
    `;
    const newer = older.replaceAll('50', '55').replace('| 20 ', '| 25 ');
    expect(pairs(older, newer)).toEqual([
      '1.一般管理費 | 本年度: 50 → 55',
      '1.一般管理費 > 1.報酬 | 節 > 金額: 20 → 25',
      '1.一般管理費 > 会議費 | 説明: 50 → 55',
      '1.一般管理費 > 8.旅費 | 節 > 金額: 30 → 30',
      '計 | 本年度: 50 → 55',
    ]);
  });

  test('a table that goes on over the page without header and label keeps both', () => {
    const older = `
      （歳出）
      | 目         | 本年度 | 区分     | 金額 |
      | 1.管理費   | 50     | 報酬     | 20   |
      | ^          | ^      | 旅費     | 30   |
    `;
    const newer = `
      （歳出）
      | 目         | 本年度 | 区分     | 金額 |
      | 1.管理費   | 55     | 報酬     | 21   |
      ---
      |            |        | 旅費     | 34   |
    `;
    expect(pairs(older, newer)).toContain('1.管理費 > 旅費 | 金額: 30 → 34');
  });

  test('a column that describes the row does not name it', () => {
    const older = `
      | № | 取組名           | 所管課 | 進捗状況   | 効果額 |
      | 1  | 収納率の向上     | 税務課 | 計画どおり | 100    |
      | 2  | 広告収入の確保   | 秘書課 | 遅れ       | 200    |
    `;
    const newer = `
      | № | 取組名           | 所管課 | 効果額 | 進捗状況   |
      | 1  | 広告収入の確保   | 広報課 | 210    | 計画どおり |
      | 2  | 収納率の向上     | 税務課 | 120    | 遅れ       |
    `;
    expect(pairs(older, newer).sort()).toEqual([
      '1.広告収入の確保 | 効果額: 200 → 210',
      '2.収納率の向上 | 効果額: 100 → 120',
    ]);
  });

  test('years as columns: a series keeps its years, this year and last move with the paper', () => {
    const plan = (year: number, values: string) => `
      令和${year}年度の実績
      | 区分 | 令和３年度 | 令和４年度 | 令和５年度 |
      | 実績 | ${values} |
    `;
    expect(pairs(plan(3, '10 | |'), plan(4, '10 | 12 |'))).toEqual(['令和4年度の実績 > 実績 | 令和３年度: 10 → 10']);
    const pair = (year: number, values: string) => `
      令和${year}年度の予算
      | 区分 | 令和${year}年度 | 令和${year - 1}年度 |
      | 総額 | ${values} |
    `;
    expect(pairs(pair(4, '40 | 30'), pair(5, '50 | 40'))).toEqual([
      '令和5年度の予算 > 総額 | 令和5年度: 40 → 50',
      '令和5年度の予算 > 総額 | 令和4年度: 30 → 40',
    ]);
  });

  test('one paper says 本年度 where the other names the year', () => {
    const older = `
      令和４年度予算
      | 目     | 本年度 | 前年度 |
      | 総務費 | 100    | 90     |
    `;
    const newer = `
      令和５年度予算
      | 目     | 令和５年度 | 令和４年度 |
      | 総務費 | 120        | 100        |
    `;
    expect(pairs(older, newer)).toEqual([
      '令和５年度予算 > 総務費 | 令和５年度: 100 → 120',
      '令和５年度予算 > 総務費 | 令和４年度: 90 → 100',
    ]);
  });

  test('two tables side by side in one frame do not name each other’s rows', () => {
    const older = `
      | 歳入   | 金額 | 歳出   | 金額 |
      | 市税   | 10   | 議会費 | 3    |
      | 使用料 | 20   | 総務費 | 4    |
    `;
    const newer = `
      | 歳入   | 金額 | 歳出   | 金額 |
      | 市税   | 11   | 総務費 | 5    |
      | 寄附金 | 1    | 議会費 | 3    |
      | 使用料 | 21   | 教育費 | 9    |
    `;
    expect(pairs(older, newer).sort()).toEqual(
      ['使用料 | 金額: 20 → 21', '市税 | 金額: 10 → 11', '総務費 | 金額: 4 → 5', '議会費 | 金額: 3 → 3'].sort(),
    );
  });

  test('a number too long for its cell is one number', () => {
    const table = (amount: string) => `
      | 区分   | 金額 |
      | 効果額 | ${amount} |
    `;
    expect(pairs(table('18,400,000'), table('18,500,0/00'))[0]).toMatch(/18,400,000 → 18,500,000$/u);
  });

  test('years as rows and kinds as columns, one of them inserted', () => {
    const older = `
      | 区分   | 市税 | 交付税 | 計 |
      | 本年度 | 10   | 20     | 30 |
      | 前年度 | 9    | 19     | 28 |
    `;
    const newer = `
      | 区分   | 市税 | 譲与税 | 交付税 | 計 |
      | 本年度 | 11   | 1      | 21     | 33 |
      | 前年度 | 10   | 1      | 20     | 31 |
    `;
    expect(pairs(older, newer)).toEqual([
      '本年度 | 市税: 10 → 11',
      '本年度 | 交付税: 20 → 21',
      '本年度 | 計: 30 → 33',
      '前年度 | 市税: 9 → 10',
      '前年度 | 交付税: 19 → 20',
      '前年度 | 計: 28 → 31',
    ]);
  });

  test('款 renumbered by one that came between: the same name under it has no counterpart', () => {
    const part = (number: number, name: string, amount: number) => `
款　${number}.${name}　　　項　1.${name}管理費　　　（単位：千円）
| 目 | 本年度 |
| 1.総務費 | ${amount} |
| 計 | ${amount} |`;
    const older = part(3, '民生', 10) + part(4, '衛生', 40);
    const newer = part(3, '民生', 11) + part(4, '労働', 7) + part(5, '衛生', 41);
    expect(pairs(older, newer)).toEqual([
      '1.民生管理費 > 1.総務費 | 本年度: 10 → 11',
      '1.民生管理費 > 計 | 本年度: 10 → 11',
      '1.衛生管理費 > 1.総務費 | 本年度: 40 → 41',
      '1.衛生管理費 > 計 | 本年度: 40 → 41',
    ]);
    expect(unmatched(older, newer)).toEqual({ old: [], new: ['1.総務費: 7', '計: 7'] });
  });

  test('inner numbers in brackets go with inner numbers', () => {
    const older = `
      | 事業名     | 予算額     |
      | 道路維持費 | 800/(90)   |
    `;
    const newer = `
      | 事業名     | 予算額     |
      | 道路維持費 | 900/(100)  |
    `;
    expect(pairs(older, newer)).toEqual(['道路維持費 | 予算額: 800 → 900', '道路維持費 | 予算額: (90) → (100)']);
  });

  test('what stands above a form’s table heads no column', () => {
    const sheet = (office: string, value: string) => `
      №3-8　広告事業の推進
      | 担当課   | ${office} | 区分 | 歳入 |
      | 年度     | R3     | R4   | R5   |
      | 実績（件） | 1    | ${value} |      |
    `;
    expect(pairs(sheet('財政課', '2'), sheet('管財課', '3'))).toEqual([
      '№3-8広告事業の推進 > 実績（件） | R3: 1 → 1',
      '№3-8広告事業の推進 > 実績（件） | R4: 2 → 3',
    ]);
  });
});
