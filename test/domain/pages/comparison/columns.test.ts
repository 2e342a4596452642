import { describe, expect, test } from 'vitest';
import { pairs, unmatched } from '../drawn-page.ts';

describe('columns under two rows of headers', () => {
  test('目標 and 実績 under years: a column of a year goes with that year’s, the unit stands in a column of its own', () => {
    const progress = (year: number, years: readonly number[], rows: string) => `
      令和${year}年度 総合計画の進捗
      | 指標 | 単位 | ${years.map((of) => `令和${of}年度 | <`).join(' | ')} |
      | ^ | ^ | ${years.map(() => '目標 | 実績').join(' | ')} |
      ${rows}
    `;
    const [older, newer] = [
      progress(
        5,
        [3, 4, 5],
        '| 受診率 | ％ | 50 | 48 | 52 | 51 | 54 | 53 |\n      | 講座 | 回 | 1 | 2 | 3 | 4 | 5 | 6 |',
      ),
      progress(
        6,
        [4, 5, 6],
        '| 受診率 | ％ | 52 | 51 | 54 | 53 | 56 | 57 |\n      | 講座 | 人 | 3 | 4 | 5 | 6 | 7 | 8 |',
      ),
    ];
    expect(pairs(older, newer)).toEqual([
      '令和6年度総合計画の進捗 > 受診率 | 令和4年度 > 目標: 52 → 52',
      '令和6年度総合計画の進捗 > 受診率 | 令和4年度 > 実績: 51 → 51',
      '令和6年度総合計画の進捗 > 受診率 | 令和5年度 > 目標: 54 → 54',
      '令和6年度総合計画の進捗 > 受診率 | 令和5年度 > 実績: 53 → 53',
    ]);
    expect(unmatched(older, newer).new).toHaveLength(2 + 6);
  });

  test('the same columns under another header have no counterpart', () => {
    const counts = (over: readonly string[], values: string) => `
      | 課   | ${over.map((each) => `${each} | <`).join(' | ')} |
      | ^    | ${over.map(() => '件数 | 人数').join(' | ')} |
      | 総務 | ${values} |
    `;
    const [older, newer] = [
      counts(['窓口', '電話'], '12 | 10 | 13 | 11'),
      counts(['電話', '訪問'], '14 | 12 | 16 | 13'),
    ];
    expect(pairs(older, newer)).toEqual(['総務 | 電話 > 件数: 13 → 14', '総務 | 電話 > 人数: 11 → 12']);
    expect(unmatched(older, newer)).toEqual({ old: ['総務: 12', '総務: 10'], new: ['総務: 16', '総務: 13'] });
  });

  test('a settlement: 款 and 項, what was budgeted, charged, received, written off and left', () => {
    const settlement = (year: number, rows: string) => `
      令和${year}年度 歳入決算                    （単位：円）
      | 款       | 項          | 予算現額 | 調定額 | 収入済額 | 不納欠損額 | 収入未済額 |
      ${rows}
    `;
    const [older, newer] = [
      settlement(4, '| 1.市税   | 1.市民税    | 5,000 | 5,300 | 5,100 | 10 | 190 |'),
      settlement(
        5,
        '| 1.市税   | 1.市民税    | 5,100 | 5,400 | 5,150 | － | 250 |\n      | 2.譲与税 | 1.自動車税 | 300 | 300 | 300 | 0 | 0 |',
      ),
    ];
    expect(pairs(older, newer)).toEqual([
      '1.市税 > 1.市民税 | 予算現額: 5,000 → 5,100',
      '1.市税 > 1.市民税 | 調定額: 5,300 → 5,400',
      '1.市税 > 1.市民税 | 収入済額: 5,100 → 5,150',
      '1.市税 > 1.市民税 | 収入未済額: 190 → 250',
    ]);
    expect(unmatched(older, newer).old).toEqual(['1.市民税: 10']);
  });
});

test('this year and last move with the paper, also in a row that had nothing last year', () => {
  const list = (year: number, rows: string) => `
    令和${year}年度　補助金の一覧
    | 補助金名 | 令和${year}年度 | 令和${year - 1}年度 |
    ${rows}
  `;
  const older = list(4, '| 観光協会 | 10 | 20 |\n    | 耐震改修 | 30 | － |');
  const newer = list(5, '| 観光協会 | 11 | 10 |\n    | 耐震改修 | 31 | 30 |');
  expect(pairs(older, newer).map((pair) => pair.split(' > ').at(-1))).toEqual([
    '観光協会 | 令和5年度: 10 → 11',
    '観光協会 | 令和4年度: 20 → 10',
    '耐震改修 | 令和5年度: 30 → 31',
  ]);
});

test('years without their era are years', () => {
  const list = (year: number, row: string) => `令和${year}年度　予算の概要
部局別の予算
| 部局 | ${year}年度 | ${year - 1}年度 |
| 総務部 | ${row} |`;
  expect(pairs(list(4, '10 | 20'), list(5, '11 | 10')).map((pair) => pair.split(' > ').at(-1))).toEqual([
    '総務部 | 5年度: 10 → 11',
    '総務部 | 4年度: 20 → 10',
  ]);
});

test('a table in bands: one more column moves another from the first band to the second', () => {
  const band = (headers: string, numbers: string) => `    | 区分 | ${headers} |\n    | 本年度 | ${numbers} |\n`;
  const paper = (...bands: string[]) => `    職員手当の内訳\n${bands.join('\n')}`;
  expect(
    pairs(
      paper(band('扶養手当 | 住居手当', '11 | 12'), band('通勤手当 | 期末手当', '13 | 14')),
      paper(band('扶養手当 | 地域手当', '21 | 20'), band('住居手当 | 通勤手当 | 期末手当', '22 | 23 | 24')),
    ).map((pair) => pair.split(' | ').at(-1)),
  ).toEqual(['扶養手当: 11 → 21', '通勤手当: 13 → 23', '期末手当: 14 → 24', '住居手当: 12 → 22']);
});
