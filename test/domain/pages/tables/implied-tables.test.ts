import { describe, expect, test } from 'vitest';
import { drawPage } from '../draw-page.ts';
import { compare, pairs, unmatched } from '../drawn-page.ts';

describe('rows without ruling lines between them', () => {
  test('a settlement with vertical lines only: each amount goes with the name beside it', () => {
    const settlement = (year: number, rows: readonly (readonly string[])[]) => `
      令和${year}年度 歳出決算                    （単位：円）
      | 款 | 項 | 予算現額 | 支出済額 | 不用額 |
      | ${[0, 1, 2, 3, 4].map((column) => rows.map((row) => row[column]).join('/')).join(' | ')} |
    `;
    const older = settlement(4, [
      ['１議会費', '', '500', '490', '10'],
      ['', '１議会費', '500', '490', '10'],
      ['２総務費', '', '900', '850', '50'],
      ['', '１総務管理費', '600', '580', '20'],
    ]);
    const newer = settlement(5, [
      ['１議会費', '', '510', '505', '5'],
      ['', '１議会費', '510', '505', '5'],
      ['２総務費', '', '950', '900', '51'],
      ['', '１総務管理費', '620', '601', '19'],
      ['', '２徴税費', '330', '299', '31'],
    ]);
    expect(pairs(older, newer).filter((pair) => pair.includes('不用額'))).toEqual([
      '令和5年度歳出決算 > １議会費 | 不用額: 10 → 5',
      '１議会費 > １議会費 | 不用額: 10 → 5',
      '令和5年度歳出決算 > ２総務費 | 不用額: 50 → 51',
      '２総務費 > １総務管理費 | 不用額: 20 → 19',
    ]);
    expect(unmatched(older, newer)).toEqual({ old: [], new: ['２徴税費: 330', '２徴税費: 299', '２徴税費: 31'] });
  });

  test('a heading among the names is a row of its own, a name that goes on below its amount is not', () => {
    const loans = (values: string) => `
      | 区分 | 現在高 | 償還額 |
      | １普通債/ (1)総務/ (2)民生及び/  衛生 | ${values} |
    `;
    const [older, newer] = [loans('/10/20 | /1/2'), loans('/11/21 | /3/4')];
    expect(pairs(older, newer)).toEqual([
      '１普通債 > (1)総務 | 現在高: 10 → 11',
      '１普通債 > (1)総務 | 償還額: 1 → 3',
      '１普通債 > (2)民生及び衛生 | 現在高: 20 → 21',
      '１普通債 > (2)民生及び衛生 | 償還額: 2 → 4',
    ]);
  });
});

describe('tables without vertical ruling lines', () => {
  test('words behind the amounts, a column that one row leaves empty, a total in the middle of the names', () => {
    const list = (year: number, rows: string) => `
      令和${year}年度　補助金の一覧
      　　　　　　　　　　　　　　　　　　　　　　　　　　　（単位：千円）
      補助金名　　　　　　　　予算額　　　　前年度　　　　増減　　　　根拠
${rows}`;
    const older = list(
      4,
      `      自治会活動補助金　　　　　　１２０　　　　　１１０　　　　　１０　　　　自治会要綱
      観光協会補助金　　　　　　　３００　　　　　３３０　　　　△３０　　　　観光要綱
      　　　計　　　　　　　　　　４２０　　　　　４４０　　　　△２０`,
    );
    const newer = list(
      5,
      `      観光協会補助金　　　　　　　３１０　　　　　３００　　　　　１０　　　　観光要綱
      耐震化補助金　　　　　　　　　５０　　　　　　　　　　　　　５０　　　　耐震要綱
      自治会活動補助金　　　　　　１００　　　　　１２０　　　　△２０　　　　自治会要綱
      　　　計　　　　　　　　　　４６０　　　　　４２０　　　　　４０`,
    );
    expect(pairs(older, newer).filter((pair) => !pair.includes('観光'))).toEqual([
      '令和5年度補助金の一覧 > 自治会活動補助金 | 予算額: １２０ → １００',
      '令和5年度補助金の一覧 > 自治会活動補助金 | 前年度: １１０ → １２０',
      '令和5年度補助金の一覧 > 自治会活動補助金 | 増減: １０ → △２０',
      '令和5年度補助金の一覧 > 計 | 予算額: ４２０ → ４６０',
      '令和5年度補助金の一覧 > 計 | 前年度: ４４０ → ４２０',
      '令和5年度補助金の一覧 > 計 | 増減: △２０ → ４０',
    ]);
    expect(unmatched(older, newer).new).toEqual(['耐震化補助金: ５０', '耐震化補助金: ５０']);
  });

  test('the words of a title are no header, nor is a row of amounts', () => {
    const page = `
      １　建物
      第１項　土地　　　　　　　　　　１００　　　　　２００
      第２項　建物　　　　　　　　　　１１０　　　　　２１０
      第３項　備品　　　　　　　　　　１２０　　　　　２２０
    `;
    expect(pairs(page, page)).toEqual([
      '第１項土地 | : １００ → １００',
      '第１項土地 | : ２００ → ２００',
      '第２項建物 | : １１０ → １１０',
      '第２項建物 | : ２１０ → ２１０',
      '第３項備品 | : １２０ → １２０',
      '第３項備品 | : ２２０ → ２２０',
    ]);
  });
});

test('a 款 and its 項 alone, each beside its own amount', () => {
  const table = (n: number) => `
    歳入
    | 款 | 項 | 金額 |
    | 1市債/ | /1地方債 | ${n}00/${n}01 |`;
  expect(pairs(table(3), table(4)).map((pair) => pair.split(' > ').slice(1).join(' > '))).toEqual([
    '1市債 | 金額: 300 → 400',
    '1地方債 | 金額: 301 → 401',
  ]);
});

test('headers in the middle of a high box of lines stand over the rows below it', () => {
  const paper = (n: number) => {
    const page = drawPage([
      '補助金の一覧',
      '──────────────────────────────',
      '',
      '補助金名            予算額            前年度            根拠',
      '',
      '',
      '──────────────────────────────',
      `自治会活動補助金         ${n}1               ${n}2          自治会要綱`,
      `観光協会補助金           ${n}3               ${n}4          観光要綱`,
      '──────────────────────────────',
    ]);
    return { pages: [page], pageLabels: [null] };
  };
  expect(pairs(paper(1), paper(2)).map((pair) => pair.split(' > ').at(-1))).toEqual([
    '自治会活動補助金 | 予算額: 11 → 21',
    '自治会活動補助金 | 前年度: 12 → 22',
    '観光協会補助金 | 予算額: 13 → 23',
    '観光協会補助金 | 前年度: 14 → 24',
  ]);
});

test('numbers that stand apart before names are no amounts; two characters spread over a column are one header', () => {
  const paper = (n: number) => {
    const page = drawPage([
      '2款 総務費',
      '     目            本年度       比    較     節             金額         説     明',
      `1   一般管理費       ${n}41            ${n}1   4   共済費           ${n}2      002 庁舎管理`,
      `                                        13   委託料           ${n}3`,
      `2   財産管理費       ${n}42            ${n}4   7   報償費           ${n}5`,
      `                                        10   需用費           ${n}6`,
    ]);
    return { pages: [page], pageLabels: [null] };
  };
  const found = compare(paper(1), paper(2));
  expect(
    found.quantities.map(({ label, column, new: { text } }) =>
      [label.split(' > ').slice(1).join(' > '), column, text].join(' | '),
    ),
  ).toEqual([
    '1一般管理費 | 本年度 | 241',
    '1一般管理費 | 比較 | 21',
    '1一般管理費 > 4共済費 | 金額 | 22',
    '1一般管理費 > 13委託料 | 金額 | 23',
    '2財産管理費 | 本年度 | 242',
    '2財産管理費 | 比較 | 24',
    '2財産管理費 > 7報償費 | 金額 | 25',
    '2財産管理費 > 10需用費 | 金額 | 26',
  ]);
  expect(found.unmatched).toEqual({ old: [], new: [] });
});

test('an estimate counts in 式 and 人日', () => {
  const paper = (n: number) => `
    | 内訳 | 数量 | 単価 |
    | 調査 | ${n}式 | ${n}10 |
    | 設計 | ${n}人日 | ${n}20 |`;
  expect(pairs(paper(3), paper(4)).filter((pair) => pair.includes('数量'))).toEqual([
    '調査 | 数量: 3式 → 4式',
    '設計 | 数量: 3人日 → 4人日',
  ]);
});

test('a section below the line under the headers begins the rows; the unit stands behind other words in brackets', () => {
  const paper = (n: number) => {
    const page = drawPage([
      '給付状況                                              （年度末、単位：人）',
      '────────────────────────────────────',
      '                        件数                          費用',
      'サービス        令和4年度     令和5年度     令和4年度     令和5年度',
      '────────────────────────────────────',
      '居宅サービス',
      `  訪問介護             ${n}1            ${n}2            ${n}3            ${n}4`,
      `  通所介護             ${n}5            ${n}6            ${n}7            ${n}8`,
      '────────────────────────────────────',
    ]);
    return { pages: [page], pageLabels: [null] };
  };
  const [first, second] = compare(paper(1), paper(2)).quantities;
  expect([first, second].map((pair) => `${pair?.label} | ${pair?.column} (${pair?.unit}): ${pair?.new.text}`)).toEqual([
    '給付状況 > 居宅サービス > 訪問介護 | 件数 > 令和4年度 (件): 21',
    '給付状況 > 居宅サービス > 訪問介護 | 件数 > 令和5年度 (件): 22',
  ]);
});

describe('headers and pages without vertical ruling lines', () => {
  test('rows at the head of the next page go on under the headers of the page before', () => {
    const list = (add: number) => `
      補助金の一覧
      補助金名　　　　　　　　予算額　　　　前年度
      自治会活動補助金　　　　　　${120 + add}　　　　　　１１０
      観光協会補助金　　　　　　　${300 + add}　　　　　　３３０
      ---
      耐震化補助金　　　　　　　　${400 + add}　　　　　　４４０
      商店街補助金　　　　　　　　${500 + add}　　　　　　５５０
    `;
    expect(pairs(list(0), list(7)).filter((pair) => pair.includes('予算額'))).toEqual([
      '補助金の一覧 > 自治会活動補助金 | 予算額: 120 → 127',
      '補助金の一覧 > 観光協会補助金 | 予算額: 300 → 307',
      '補助金の一覧 > 耐震化補助金 | 予算額: 400 → 407',
      '補助金の一覧 > 商店街補助金 | 予算額: 500 → 507',
    ]);
  });

  test('a header too long for its column goes on in the line below, and spans nothing', () => {
    const list = (add: number) => `
      地方債の一覧
      区分　　　　令和４年度末　　令和５年度増減見込み　　令和５年度末現在
      　　　　　　　　残高　　　　借入額　　償還元金　　　　　　高
      道路債　　　　　${120 + add}　　　　１０　　　　１５　　　　　　　１３０
      港湾債　　　　　${300 + add}　　　　２０　　　　２５　　　　　　　３２０
    `;
    expect(
      pairs(list(0), list(7))
        .map((pair) => pair.split(' | ')[1])
        .slice(0, 4),
    ).toEqual([
      '令和４年度末残高: 120 → 127',
      '令和５年度増減見込み > 借入額: １０ → １０',
      '令和５年度増減見込み > 償還元金: １５ → １５',
      '令和５年度末現在高: １３０ → １３０',
    ]);
  });
});

test('節 at the head of a page without ruling lines belong to the 目 of the page before, though the columns stand elsewhere', () => {
  const paper = (n: number) => {
    const head = '目                   本年度       節                       金額';
    const page = (rows: readonly string[], index: number) =>
      drawPage([...Array<string>(9).fill(''), '2款 総務費', '', head, ...rows], { index });
    const pages = [
      page(
        [
          `一般管理費            ${n}41       報酬                      ${n}2`,
          `財産管理費            ${n}42       報酬                      ${n}3`,
        ],
        1,
      ),
      page(
        [
          `                                 使用料及び賃借料          ${n}4`,
          `企画費           9,000,${n}44       報酬                      ${n}5`,
        ],
        2,
      ),
    ];
    return { pages, pageLabels: [null, null] };
  };
  expect(pairs(paper(1), paper(2)).filter((pair) => pair.includes('金額'))).toEqual([
    '一般管理費 > 報酬 | 金額: 12 → 22',
    '財産管理費 > 報酬 | 金額: 13 → 23',
    '財産管理費 > 使用料及び賃借料 | 金額: 14 → 24',
    '企画費 > 報酬 | 金額: 15 → 25',
  ]);
});

test('words of two columns that nearly touch are two where each stands under a header of its own', () => {
  const paper = (n: number) =>
    ruledAround([
      '                                   補正前                           補正後',
      '起債の目的',
      '                      限度額     方法             期間          限度額     方法',
      `農地整備              2,${n}1      借入先の融資条件 翌年度まで    3,${n}1      同じ`,
      `公園整備              7,${n}2                                    8,${n}2`,
      `河川整備              6,${n}3                                    9,${n}3`,
    ]);
  expect(pairs(paper(10), paper(20)).filter((pair) => !pair.startsWith('農地'))).toEqual([
    '公園整備 | 補正前 > 限度額: 7,102 → 7,202',
    '公園整備 | 補正後 > 限度額: 8,102 → 8,202',
    '河川整備 | 補正前 > 限度額: 6,103 → 6,203',
    '河川整備 | 補正後 > 限度額: 9,103 → 9,203',
  ]);
});

const ruledAround = (rows: readonly string[]) => ({
  pages: [drawPage(['', '', '', '', '', '', ...rows], { width: 900 })],
  pageLabels: [null],
});
