import { describe, expect, test } from 'vitest';
import { compare, draw, pairs, scannedPage, unmatched } from '../drawn-page.ts';

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
        '総額 | 増減: 2.1％ → 1.1％',
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

  test('headers in two levels without ruling lines', () => {
    const older = `
      相談の状況
      　　　　　　　　　　　窓口　　　　　　　　電話
      区分　　　　　　　件数　　　人数　　　件数　　　人数
      総務課　　　　　　　１２　　　１０　　　１３　　　１１
      福祉課　　　　　　　　３　　　　２　　　　４　　　　１
    `;
    const newer = `
      相談の状況
      　　　　　　　　　　　電話　　　　　　　　窓口
      区分　　　　　　　件数　　　人数　　　件数　　　人数
      総務課　　　　　　１４　　　１２　　　１６　　　１３
      福祉課　　　　　　　７　　　　５　　　　８　　　　６
    `;
    expect(pairs(older, newer)).toEqual([
      '相談の状況 > 総務課 | 窓口 > 件数: １２ → １６',
      '相談の状況 > 総務課 | 窓口 > 人数: １０ → １３',
      '相談の状況 > 総務課 | 電話 > 件数: １３ → １４',
      '相談の状況 > 総務課 | 電話 > 人数: １１ → １２',
      '相談の状況 > 福祉課 | 窓口 > 件数: ３ → ８',
      '相談の状況 > 福祉課 | 窓口 > 人数: ２ → ６',
      '相談の状況 > 福祉課 | 電話 > 件数: ４ → ７',
      '相談の状況 > 福祉課 | 電話 > 人数: １ → ５',
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
    const { quantities, unmatched: rest } = compare(draw(page), draw(page));
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
    const { quantities, unmatched: rest } = compare(draw(page), draw(page));
    expect([...quantities, ...rest.old, ...rest.new]).toEqual([]);
  });
});

test('a difference and a rate in the new unit, none across units', () => {
  const table = (unit: string, amount: string) => `
    取組の一覧                    （単位：${unit}）
    | 区分   | 金額 |
    | 効果額 | ${amount} |
  `;
  const [quantity] = compare(draw(table('円', '2,000,000')), draw(table('千円', '2,500'))).quantities;
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
  const { restated } = compare(draw(paper(5, 100, 90)), draw(paper(6, 120, 101)));
  expect(restated.map(({ label, old, new: neu }) => [label.split(' > ').at(-1), old.text, neu.text])).toEqual([
    ['総務費', '100', '101'],
  ]);
  expect(compare(draw(paper(5, 100, 90)), draw(paper(7, 120, 101))).restated).toEqual([]);
  const tenths = compare(draw(paper(5, 98.5, 98.4)), draw(paper(6, 98.8, 98.6)));
  expect(tenths.restated.map(({ difference }) => difference)).toEqual([0.1]);
});

test('scanned pages are put beside each other by their place, and said to be', () => {
  const older = draw('令和４年度予算　総則\n---\n民生費の内訳　一覧');
  const newer = draw('令和５年度予算　総則\n---\n民生費の内訳　一覧');
  const withScan = ({ pages, ...rest }: typeof older) => ({
    ...rest,
    pages: [pages[0]!, scannedPage(2), { ...pages[1]!, index: 3 }],
  });
  const comparison = compare(withScan(older), withScan(newer));
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
  const { quantities } = compare(draw(older), draw(newer));
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
  const { quantities, pages } = compare(draw(table, { width: 595, height: 842 }), draw(spread));
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
