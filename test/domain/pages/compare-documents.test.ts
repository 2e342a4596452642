import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../domain/pages/compare-documents.ts';
import { draw, scannedPage } from './drawn-page.ts';

/** Each pair as `row | column: old → new`, in the order of the old paper. */
function pairs(older: string, newer: string): string[] {
  return compareDocuments(draw(older), draw(newer)).quantities.map(
    ({ label, column, old, new: neu }) =>
      `${label.split(' > ').slice(-2).join(' > ')} | ${column}: ${old.text} → ${neu.text}`,
  );
}

/** What stands in one paper only, as `row: text`. */
function unmatched(older: string, newer: string): { old: string[]; new: string[] } {
  const result = compareDocuments(draw(older), draw(newer)).unmatched;
  const show = (each: { label: string; text: string }) => `${each.label.split(' > ').at(-1)}: ${each.text}`;
  return { old: result.old.map(show), new: result.new.map(show) };
}

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

  test('a number too long for its cell is one number', () => {
    const table = (amount: string) => `
      | 区分   | 金額 |
      | 効果額 | ${amount} |
    `;
    expect(pairs(table('18,400,000'), table('18,500,0/00'))[0]).toMatch(/18,400,000 → 18,500,000$/u);
  });
});

describe('outside tables', () => {
  test('names and amounts on a line, numbered in levels', () => {
    const older = `
      第１款　事業収益            500千円
        第１項　営業収益          300
        第２項　特別利益          200
      第２款　資本的収入          400千円
        第１項　企業債            400
    `;
    const newer = older.replace('300', '310').replace('500', '510').replace('         400\n', '         450\n');
    expect(pairs(older, newer)).toEqual([
      '第１款事業収益 | : 500千円 → 510千円',
      '第１款事業収益 > 第１項営業収益 | : 300 → 310',
      '第１款事業収益 > 第２項特別利益 | : 200 → 200',
      '第２款資本的収入 | : 400千円 → 400千円',
      '第２款資本的収入 > 第１項企業債 | : 400 → 450',
    ]);
  });

  test('amounts in running text, by the words before them', () => {
    const older = `
      　歳入におきましては、市税４億5,800万円及び県支出金1,200千円を増額し、繰入金30千円を減額しました。
      　総額は、62兆135億円で、前年度に比べ2.1％の増です。
    `;
    const newer = `
      　歳入におきましては、県支出金1,500千円及び市税5億円を増額しました。
      　総額は、63兆円で、前年度に比べ1.1％の増です。
    `;
    expect(pairs(older, newer).sort()).toEqual(
      [
        '歳入 > 市税 | : ４億5,800万円 → 5億円',
        '歳入 > 県支出金 | : 1,200千円 → 1,500千円',
        '総額 > 前年度に比べ | : 2.1％ → 1.1％',
        '総額 | : 62兆135億円 → 63兆円',
      ].sort(),
    );
    expect(unmatched(older, newer).old).toEqual(['繰入金: 30千円']);
  });

  test('columns without ruling lines, by the headers over them', () => {
    const older = `
      相談の状況
      区分　　　　　　　令和３年度　　　前年比
      相談件数　　　　　　　　１２　　　　　３
      訪問件数　　　　　　　　　３　　　　　１
    `;
    const newer = `
      相談の状況
      区分　　　　　　　前年比　　　令和４年度
      相談件数　　　　　　　３　　　　　　１５
      訪問件数　　　　　　　１　　　　　　　４
    `;
    expect(pairs(older, newer)).toEqual([
      '相談の状況 > 相談件数 | 令和４年度: １２ → １５',
      '相談の状況 > 相談件数 | 前年比: ３ → ３',
      '相談の状況 > 訪問件数 | 令和４年度: ３ → ４',
      '相談の状況 > 訪問件数 | 前年比: １ → １',
    ]);
  });

  test('a form: the short cell to the left names the text', () => {
    const form = (effect: string, number: string) => `
      №${number} 広告収入の確保
      | 取組内容 | 広報紙に広告を掲載し、１２枠を募集した。 |
      | 効果額   | 約${effect}（前年度 ８００万円） |
    `;
    expect(pairs(form('９０５万円', '3-7'), form('1億２万円', '3-8'))).toEqual([
      '取組内容 > 広報紙に広告を掲載し | : １２枠 → １２枠',
      '№3-8広告収入の確保 > 効果額 | : ９０５万円 → 1億２万円',
      '効果額 > 前年度 | : ８００万円 → ８００万円',
    ]);
  });

  test('dots that lead to a page number, and the number of a heading, count nothing', () => {
    const page = `
      １歳入の確保
      総務費　……………　12
      民生費 ・・・・・・・ 345
    `;
    const { quantities, unmatched: rest } = compareDocuments(draw(page), draw(page));
    expect([...quantities, ...rest.old, ...rest.new]).toEqual([]);
  });

  test('page numbers, dates, years, ordinals and the contents are no quantities', () => {
    const page = `
      目次
      １　総則                     3
      ---
      令和６年２月27日提出　第446回定例会
      第１号議案
    `;
    const { quantities, unmatched: rest } = compareDocuments(draw(page), draw(page));
    expect([...quantities, ...rest.old, ...rest.new]).toEqual([]);
  });
});

test('a difference and a rate in the new unit, none across units', () => {
  const table = (unit: string, amount: string) => `
    取組の一覧                    （単位：${unit}）
    | 区分   | 金額 |
    | 効果額 | ${amount} |
  `;
  const [quantity] = compareDocuments(draw(table('円', '2,000,000')), draw(table('千円', '2,500'))).quantities;
  expect(quantity).toMatchObject({ unit: '千円', difference: 500, rate: 0.25 });
  expect(pairs(table('円', '2,000,000'), table('人', '2,500'))).toEqual([]);
});

test('what this paper says of last year and last year’s paper did not say is restated', () => {
  const paper = (year: number, now: number, before: number) => `
    令和${year}年度予算
    | 目     | 本年度予算額 | 前年度予算額 |
    | 総務費 | ${now} | ${before} |
    | 民生費 | 70 | 70 |
  `;
  const { restated } = compareDocuments(draw(paper(5, 100, 90)), draw(paper(6, 120, 101)));
  expect(restated.map(({ label, old, new: neu }) => [label.split(' > ').at(-1), old.text, neu.text])).toEqual([
    ['総務費', '100', '101'],
  ]);
  expect(compareDocuments(draw(paper(5, 100, 90)), draw(paper(7, 120, 101))).restated).toEqual([]);
});

test('scanned pages are put beside each other by their place, and said to be', () => {
  const older = draw('令和４年度予算　総則\n---\n民生費の内訳　一覧');
  const newer = draw('令和５年度予算　総則\n---\n民生費の内訳　一覧');
  const withScan = ({ pages, ...rest }: typeof older) => ({
    ...rest,
    pages: [pages[0]!, scannedPage(2), { ...pages[1]!, index: 3 }],
  });
  const comparison = compareDocuments(withScan(older), withScan(newer));
  expect(comparison.pages).toContainEqual([2, 2]);
  expect(comparison.byPlace).toEqual([[2, 2]]);
});

test('a section that moved is found, and said to have moved', () => {
  const section = (number: number, name: string, amounts: readonly number[]) =>
    [
      `（${number}）${name}`,
      '| 区分 | 金額 |',
      ...amounts.map((amount, i) => `| ${name}の費用${'甲乙丙'[i]} | ${amount} |`),
    ].join('\n');
  const older = [section(1, '図書館', [1, 2, 3]), section(2, '公民館', [4, 5, 6]), section(3, '体育館', [7])].join(
    '\n\n',
  );
  const newer = [section(1, '公民館', [4, 5, 6]), section(2, '体育館', [7]), section(3, '図書館', [1, 2, 3])].join(
    '\n\n',
  );
  const { quantities } = compareDocuments(draw(older), draw(newer));
  expect(quantities.map((pair) => [pair.old.text, pair.new.text, pair.moved])).toEqual([
    ['1', '1', true],
    ['2', '2', true],
    ['3', '3', true],
    ['4', '4', false],
    ['5', '5', false],
    ['6', '6', false],
    ['7', '7', false],
  ]);
});

test('portrait and landscape, one page and two, are the same paper', () => {
  const table = `
    支出の内訳（単位：千円）
    | 目     | 本年度 | 前年度 |
    | 総務費 | 100    | 90     |
    | 民生費 | 200    | 210    |
  `;
  const spread = `
    支出の内訳（単位：千円）
    | 目     | 本年度 | 前年度 |
    | 総務費 | 100    | 90     |
    ---
    | 目     | 本年度 | 前年度 |
    | 民生費 | 200    | 210    |
  `;
  const { quantities, pages } = compareDocuments(draw(table, { width: 595, height: 842 }), draw(spread));
  expect(quantities.map((pair) => [pair.old.value, pair.new.value, pair.new.page])).toEqual([
    [100, 100, 1],
    [90, 90, 1],
    [200, 200, 2],
    [210, 210, 2],
  ]);
  expect(pages).toEqual([
    [1, 1],
    [1, 2],
  ]);
});
