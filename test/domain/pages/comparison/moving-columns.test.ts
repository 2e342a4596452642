import { describe, expect, test } from 'vitest';
import { pairs, unmatched } from '../drawn-page.ts';

const tail = (lines: readonly string[]) => lines.map((line) => line.slice(line.lastIndexOf('| ') + 2));

describe('a column says its year relatively in one paper and by its name in the other', () => {
  const balance = (year: number, headers: readonly string[], row: string) => `
    令和${year}年度 予算に関する説明書
    | 区分 | ${headers.join(' | ')} |
    | 道路債 | ${row} |
    | 港湾債 | ${row} |
  `;
  const relative = ['前々年度末残高', '前年度末現在高', '本年度増減見込み', '本年度末現在高'];
  const named = ['令和3年度末残高', '令和4年度末現在高', '令和5年度増減見込み', '令和5年度末現在高'];

  test.each([
    ['the older names it', balance(5, named, '10 | 20 | 30 | 40'), balance(6, relative, '11 | 21 | 31 | 41')],
    ['the newer names it', balance(4, relative, '10 | 20 | 30 | 40'), balance(5, named, '11 | 21 | 31 | 41')],
    [
      'both name it',
      balance(5, named, '10 | 20 | 30 | 40'),
      balance(
        6,
        ['令和4年度末残高', '令和5年度末現在高', '令和6年度増減見込み', '令和6年度末現在高'],
        '11 | 21 | 31 | 41',
      ),
    ],
  ])('%s: every column has its counterpart', (_, older, newer) => {
    const found = pairs(older, newer);
    expect(found).toHaveLength(8);
    for (const row of found) expect(row).toMatch(/: (?<tens>.)0 → \k<tens>1$/u);
  });

  test('the year two before is not the one before', () => {
    const [older, newer] = [balance(5, ['令和4年度末残高'], '10'), balance(6, ['前々年度末残高'], '11')];
    expect(pairs(older, newer)).toEqual([]);
  });
});

test('the balance at the beginning of a year is the one at the end of the year before', () => {
  const funds = (year: number, headers: readonly string[], row: string) => `
    令和${year}年度 基金の状況
    | 区分 | ${headers.join(' | ')} |
    | 財政調整基金 | ${row} |
    | 減債基金 | ${row} |
  `;
  const older = funds(5, ['令和4年度末残高', '令和5年度増減', '令和5年度末残高'], '10 | 20 | 30');
  const newer = funds(6, ['令和6年度当初残高', '令和6年度増減', '令和6年度末残高'], '11 | 21 | 31');
  expect(tail(pairs(older, newer)).filter((pair) => pair.startsWith('令和6年度当初残高'))).toEqual([
    '令和6年度当初残高: 10 → 11',
    '令和6年度当初残高: 10 → 11',
  ]);
});

describe('years set in two bands', () => {
  const band = (years: readonly number[]) => `| 区分 | ${years.map((year) => `平成${year}年度`).join(' | ')} |
| 個人分 | ${years.map((year) => year * 10 + 1).join(' | ')} |
| 法人分 | ${years.map((year) => year * 10 + 2).join(' | ')} |`;
  const paper = (year: number, first: readonly number[], second: readonly number[]) =>
    [`平成${year}年度版 市税の推移`, band(first), '', band(second)].join('\n');

  test.each([
    [[20, 21, 22], [23, 24, 25], [21, 22, 23], [24, 25, 26], 5],
    [[20, 21, 22], [23, 24, 25], [23, 24, 25], [26, 27, 28], 3],
    [[20, 21, 22, 23], [24, 25], [22, 23, 24, 25], [26, 27], 4],
  ])('%j %j and %j %j: a year goes with itself, in whichever band', (a, b, c, d, common) => {
    const found = pairs(paper(26, a, b), paper(29, c, d));
    expect(found).toHaveLength(2 * common);
    for (const row of found) expect(row).toMatch(/: (?<same>\d+) → \k<same>$/u);
  });

  test('also where a running head stands above all in one paper only', () => {
    const [older, newer] = [paper(26, [20, 21, 22], [23, 24, 25]), paper(29, [21, 22, 23], [24, 25, 26])];
    expect(pairs(older, `一般会計\n\n\n${newer}`)).toHaveLength(10);
  });
});

describe('a column under another name between two that stayed', () => {
  const funds = (headers: string, values: string) => `
    | 基金 | ${headers} |
    | 減債 | ${values} |
    | 福祉 | ${values} |
  `;

  test.each([
    ['積立額 | 差引現在高 | 備荒分', '積立額 | 差引残高 | 備荒分'],
    ['申請件数 | 交付決定件数 | 却下', '申請件数 | 交付を決定した件数 | 却下'],
    ['積立額 | 取崩額 | 年度末の残高', '積立額 | 取崩額 | 年度末時点残高'],
  ])('%s and %s are the same', (before, after) => {
    const found = pairs(funds(before, '10 | 20 | 30'), funds(after, '11 | 21 | 31'));
    expect(tail(found).map((each) => each.slice(each.indexOf(': ') + 2))).toEqual(
      Array(2).fill(['10 → 11', '20 → 21', '30 → 31']).flat(),
    );
  });

  test.each([
    ['積立額 | 予算額 | 備荒分', '積立額 | 決算額 | 備荒分'],
    ['積立額 | 利子額 | 備荒分', '積立額 | 面積 | 備荒分'],
  ])('%s and %s are not', (before, after) => {
    const [older, newer] = [funds(before, '10 | 20 | 30'), funds(after, '11 | 21 | 31')];
    expect(pairs(older, newer)).toHaveLength(4);
    expect(unmatched(older, newer).new).toHaveLength(2);
  });
});

test.each([
  ['実績', '計画'],
  ['実績値', '目標値'],
])(
  'of a series of years that says %s of those gone and %s of those to come each year stays itself; a plan is no result',
  (gone, toCome) => {
    const paper = (year: number, first: number) => {
      const years = [first, first + 1, first + 2, first + 3];
      return `
      令和${year}年度　下水道事業の計画
      | 区分 | ${years.map((each) => `令和${each}年度${each < year ? gone : toCome}`).join(' | ')} |
      | 有収水量 | ${years.map((each) => each * 100).join(' | ')} |`;
    };
    expect(pairs(paper(6, 4), paper(7, 5)).map((pair) => pair.replace(/^.*: /, ''))).toEqual([
      '500 → 500',
      '700 → 700',
    ]);
  },
);
