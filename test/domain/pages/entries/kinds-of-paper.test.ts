import { expect, test } from 'vitest';
import { compare, draw, pairs, unmatched } from '../drawn-page.ts';

test('indicators of a goal that stands beside the first of them only are named by themselves', () => {
  const sheet = (add: number) => `
    | 基本目標 | 指標 | 基準値 | 実績値 |
    | 健やかなまち | 相談件数 | 10 | ${20 + add} |
    |  | 健診受診率 | 30 | ${40 + add} |
    | 学びあうまち | 図書貸出冊数 | 50 | ${60 + add} |`;
  expect(pairs(sheet(0), sheet(5)).filter((pair) => pair.includes('実績値'))).toEqual([
    '健やかなまち > 相談件数 | 実績値: 20 → 25',
    '健やかなまち > 健診受診率 | 実績値: 40 → 45',
    '学びあうまち > 図書貸出冊数 | 実績値: 60 → 65',
  ]);
});

test('evaluation sheets: the name in the form tells one sheet from the next, in any order', () => {
  const sheet = (name: string, year: number, before: number, now: number) => `
事務事業評価シート
| 事業名 | ${name} | 所管課 | こども課 |
| 事業費（千円） | < | 令和${year - 1}年度 | 令和${year}年度 |
| 直接事業費 | < | ${before} | ${now} |
| 成果指標 | 利用者数 | 400 | 420 |`;
  const older = [sheet('児童クラブ運営事業', 4, 12, 13), sheet('支援センター運営事業', 4, 22, 23)].join('\n---');
  const newer = [sheet('支援センター運営事業', 5, 23, 24), sheet('児童クラブ運営事業', 5, 13, 14)].join('\n---');
  expect(pairs(older, newer).filter((pair) => pair.includes('直接'))).toEqual([
    '児童クラブ運営事業 > 直接事業費 | 令和4年度: 12 → 13',
    '児童クラブ運営事業 > 直接事業費 | 令和5年度: 13 → 14',
    '支援センター運営事業 > 直接事業費 | 令和4年度: 22 → 23',
    '支援センター運営事業 > 直接事業費 | 令和5年度: 23 → 24',
  ]);
});

test('measures under goals: the words of a column decide where each paper names another year in it', () => {
  const plan = (year: number, rows: string) => `
    | 基本目標 | 指標名 | 基準値（令和元年度） | 現状値（令和${year}年度） | 目標値（令和６年度） |
    ${rows}
  `;
  const older = plan(4, '| しごと | 就業者数 | 120人 | 130人 | 150人 |\n    | ^ | 創業件数 | 10件 | 12件 | 20件 |');
  const newer = plan(
    5,
    '| しごと | 就業者数 | 120人 | 135人 | 150人 |\n    | ^ | 観光客数 | 1人 | 2人 | 3人 |\n    | ^ | 創業件数 | 10件 | 13件 | 20件 |',
  );
  expect(pairs(older, newer).filter((pair) => pair.includes('現状値'))).toEqual([
    'しごと > 就業者数 | 現状値（令和5年度）: 130人 → 135人',
    'しごと > 創業件数 | 現状値（令和5年度）: 12件 → 13件',
  ]);
  expect(unmatched(older, newer)).toEqual({ old: [], new: ['観光客数: 1人', '観光客数: 2人', '観光客数: 3人'] });
});

test('rows of years with the era before the first only, ruled and not', () => {
  const ruled = (rows: string) => `人口の推移\n| 年 | 世帯 | 人口 |\n${rows}`;
  const [older, newer] = [
    ruled('| 平成30年 | 10 | 101 |\n| 令和元年 | 11 | 102 |\n| 2 | 12 | 103 |'),
    ruled('| 令和元年 | 11 | 102 |\n| 2 | 12 | 103 |\n| 3 | 13 | 104 |'),
  ];
  const found = [
    '令和元年 | 世帯: 11 → 11',
    '令和元年 | 人口: 102 → 102',
    '令和2年 | 世帯: 12 → 12',
    '令和2年 | 人口: 103 → 103',
  ];
  expect(pairs(older, newer)).toEqual(found.map((pair) => `人口の推移 > ${pair}`));
  const loose = `
    ごみの量
    年　　　　　可燃　　　　　不燃
    令和３年　　　　100　　　　　10
    　　４　　　　　101　　　　　11
  `;
  expect(pairs(loose, loose).at(-1)).toBe('ごみの量 > 令和4年 | 不燃: 11 → 11');
});

test('款, 項 and 目 in columns of their own, one 目 inserted, the years in another order', () => {
  const older = `
    | 款 | 項 | 目 | 本年度予算額 | 前年度予算額 | 比較 |
    | ２総務費 | １総務管理費 | １一般管理費 | 1,200 | 1,100 | 100 |
    | ^ | ^ | ２文書広報費 | 300 | 330 | △30 |
    | ^ | ２徴税費 | 計 | 500 | 500 | 0 |
  `;
  const newer = `
    | 款 | 項 | 目 | 前年度予算額 | 本年度予算額 | 増減 |
    | ２総務費 | １総務管理費 | １一般管理費 | 1,200 | 1,300 | 100 |
    | ^ | ^ | ２情報推進費 | 0 | 50 | 50 |
    | ^ | ^ | ３文書広報費 | 300 | 310 | ▲10 |
    | ^ | ２徴税費 | 計 | 500 | 510 | 10 |
  `;
  expect(pairs(older, newer).filter((pair) => !pair.includes('１一般'))).toEqual([
    '１総務管理費 > ３文書広報費 | 本年度予算額: 300 → 310',
    '１総務管理費 > ３文書広報費 | 前年度予算額: 330 → 300',
    '１総務管理費 > ３文書広報費 | 増減: △30 → ▲10',
    '２徴税費 > 計 | 本年度予算額: 500 → 510',
    '２徴税費 > 計 | 前年度予算額: 500 → 500',
    '２徴税費 > 計 | 増減: 0 → 10',
  ]);
  expect(unmatched(older, newer).new).toEqual(['２情報推進費: 0', '２情報推進費: 50', '２情報推進費: 50']);
});

test('verbs behind an amount, a reason before it, and one more term in a name', () => {
  const prose = (amount: string, rate: string) => `
    　資本的収入におきまして、補助金の減額による${amount}千円を減額します。講座を年${rate}回開催しました。
  `;
  expect(pairs(prose('2,412', '48'), prose('9,600', '52'))).toEqual([
    '資本的収入 | : 2,412千円 → 9,600千円',
    '講座を年 | : 48回 → 52回',
  ]);
  const table = (name: string) => `| 事由 | 金額 |\n| ${name} | 63 |`;
  expect(pairs(table('普通昇級に伴う増加分'), table('給料改定・普通昇級に伴う増加分'))).toEqual([]);
});

test('a sentence that runs over the edge of a page counts on both', () => {
  const sentence = [
    '　市役所の窓口では、来られた方がお待ちになる時間を短くするため、予約の仕組みを新しく作り、',
    'その使い方を広報紙と掲示板で広くお知らせして、どなたにも安心してお使いいただけるように、',
  ];
  const rest = ['操作の案内を窓口に置き、職員がそばで手伝うことにしましたので、お気軽にお声がけください。'];
  const whole = draw([...sentence, ...rest].join('\n'));
  const parted = draw(`${sentence.join('\n')}\n---\n${rest.join('\n')}`);
  expect(compare(parted, whole).pages.map(String)).toEqual(['1,1', '2,1']);
});

test('the same name under two 項 that both papers have: what is left without its own has no counterpart', () => {
  const part = (kou: string, rows: readonly (readonly [name: string, amount: number])[]) => `
（款）３　民生費　　　　（項）${kou}　　　（単位：千円）
| 目 | 本年度 |
${rows.map(([name, amount], i) => `| ${i + 1} ${name} | ${amount} |`).join('\n')}`;
  const older =
    part('１　社会福祉費', [
      ['老人福祉費', 10],
      ['電算管理費', 20],
    ]) + part('２　児童福祉費', [['保育所費', 30]]);
  const newer =
    part('１　社会福祉費', [['老人福祉費', 11]]) +
    part('２　児童福祉費', [
      ['保育所費', 31],
      ['電算管理費', 41],
    ]);
  expect(pairs(older, newer)).toEqual([
    '１社会福祉費 > 1老人福祉費 | 本年度: 10 → 11',
    '２児童福祉費 > 1保育所費 | 本年度: 30 → 31',
  ]);
});

test('a forecast of a year goes with what the year became; R5決算 names a year', () => {
  const outlook = (year: number, stages: readonly string[], values: readonly number[]) => `
    中期財政見通し　令和${year}年度
    | 区分 | ${stages.map((stage, i) => `R${year - 1 + i}${stage}`).join(' | ')} |
    | 市税 | ${values.join(' | ')} |
  `;
  const older = outlook(4, ['決算', '予算', '見込', '推計'], [10, 20, 30, 40]);
  const newer = outlook(6, ['決算', '予算', '見込', '推計'], [31, 41, 51, 61]);
  expect(pairs(older, newer)).toEqual([
    '中期財政見通し令和6年度 > 市税 | R5決算: 30 → 31',
    '中期財政見通し令和6年度 > 市税 | R6予算: 40 → 41',
  ]);
});

test('a sentence over columns of numbers is running text', () => {
  const sheet = (times: number, value: number) => `
    №3-1　市税収納率の向上
    | 区分 | R3 | R4 |
    | 実績値 | 1 | ${value} |
    | 概要 | 説明会を${times}回開催した。 | < |
  `;
  expect(pairs(sheet(31, 2), sheet(42, 3)).at(-1)).toBe('概要 > 説明会 | : 31回 → 42回');
});

test('bullets with an amount and last year’s in brackets; a bare number before a name that begins like a counter', () => {
  const works = (year: number, amount: number) => `
    令和${year}年度　主要事業の概要
    （１）防災対策の推進
    ・自主防災組織育成事業　　　${amount}千円（前年度　${amount - 1}千円）
    ・耐震改修促進事業　　　${amount + 10}千円（前年度　${amount + 9}千円）
    （２）子育て支援の充実
    ・病児保育事業　　　${amount + 20}千円（前年度　${amount + 19}千円）
  `;
  expect(pairs(works(4, 100), works(5, 200)).slice(0, 4)).toEqual([
    '（１）防災対策の推進 > 自主防災組織育成事業 | : 100千円 → 200千円',
    '自主防災組織育成事業 > 前年度 | : 99千円 → 199千円',
    '（１）防災対策の推進 > 耐震改修促進事業 | : 110千円 → 210千円',
    '耐震改修促進事業 > 前年度 | : 109千円 → 209千円',
  ]);
  const revenue = (rows: string) => `| 款 | 予算額 |\n${rows}`;
  const older = revenue('| 4 繰入金 | 1 |\n|　　5 市債 | 2 |');
  const newer = revenue('| 3 県支出金 | 3 |\n| 　　4 市債 | 4 |');
  expect(pairs(older, newer)).toEqual(['4市債 | 予算額: 2 → 4']);
});

test('two 項 of which each paper has one: what is named alike under them is not the same', () => {
  const part = (kou: string, amount: number) => `
（款）３　総務費　　　　（項）${kou}　　　（単位：千円）
| 目 | 節 | 金額 |
| 1 企画費 | 1 報酬 | ${amount} |
| ^ | 2 旅費 | ${amount + 1} |`;
  const taxes = part('１　徴税費', 50);
  expect(pairs(taxes + part('２　総務管理費', 10), taxes + part('２　選挙費', 20))).toEqual([
    '1企画費 > 1報酬 | 金額: 50 → 50',
    '1企画費 > 2旅費 | 金額: 51 → 51',
  ]);
});

test('a number whose digits go on in the next line', () => {
  const prose = (a: string, b: string) => `
　市債の年度末の現在高は、前の年度より減って２，４７６千円となり、財政力指数は${a}
${b}、経常収支比率は５．６％となりました。前の年度に比べて少しよくなっています。`;
  expect(pairs(prose('０．５６', '５'), prose('０．６１', '２')).map((pair) => pair.split(' | : ')[1])).toEqual([
    '２，４７６千円 → ２，４７６千円',
    '０．５６５ → ０．６１２',
    '５．６％ → ５．６％',
  ]);
});

test('the same sentence in two forms of which one is gone', () => {
  const sheet = (name: string, times: number) => `
| 取組項目 | ${name} | 担当課 | 財政課 |
| 概要 | 説明会を${times}回開催した。 | < | < |`;
  const older = `進行管理シート\n${sheet('市税収納率の向上', 10)}\n${sheet('広告収入の確保', 20)}`;
  const newer = `進行管理シート\n${sheet('窓口の民間委託', 30)}\n${sheet('市税収納率の向上', 40)}`;
  expect(pairs(older, newer)).toEqual(['概要 > 説明会 | : 10回 → 40回']);
});
