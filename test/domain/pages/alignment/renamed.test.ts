import { describe, expect, test } from 'vitest';
import { isSure } from '../../../../domain/pages/comparison/doubt.ts';
import { compare, draw, pairs } from '../drawn-page.ts';

/** Each pair as `row: old → new`, with ? where it is in doubt. */
const found = (older: string, newer: string) =>
  compare(draw(older), draw(newer)).quantities.map(
    ({ label, old, new: now, confidence }) =>
      `${label.split(' > ').slice(-2).join(' > ')}: ${old.text} → ${now.text}${isSure(confidence) ? '' : '?'}`,
  );

describe('a heading that lost or gained a word', () => {
  const sections = (second: string, offset: number) => `
ア　研修受講
| 区分 | 一般 | 技能 |
| 対象者数 | ${101 + offset} | ${102 + offset} |
| 受検者数 | ${103 + offset} | ${104 + offset} |
${second}
| 区分 | 一般 | 技能 |
| 対象者数 | ${201 + offset} | ${202 + offset} |
| 受検者数 | ${203 + offset} | ${204 + offset} |`;

  test.each([
    ['イ　資格試験期間短縮', 'イ　資格試験'],
    ['イ　資格試験', 'イ　資格試験の受験者'],
    ['イ　昇任試験の状況', 'イ　職員の昇任試験の状況'],
  ])('%s, %s: its rows are known by their names and columns, in doubt', (before, after) => {
    expect(found(sections(before, 0), sections(after, 50)).slice(4)).toEqual(
      [
        `${after} > 対象者数: 201 → 251?`,
        `${after} > 対象者数: 202 → 252?`,
        `${after} > 受検者数: 203 → 253?`,
        `${after} > 受検者数: 204 → 254?`,
      ].map((pair) => pair.replace('イ　', 'イ')),
    );
  });

  test('also where a dash stands for an amount in some of its rows, and one row came', () => {
    const district = (heading: string, rows: readonly string[]) =>
      [heading, '| 地区 | 本年度 | 増減 |', ...rows.map((row) => `| ${row} |`)].join('\n');
    const older = ['東部 | 10 | －', '西部 | 20 | 2', '南部 | 30 | 3', '北部 | 40 | 4'];
    const newer = ['中央 | 5 | 5', '東部 | 11 | 1', '西部 | 21 | －', '南部 | 31 | 1', '北部 | 41 | 1'];
    const paper = (heading: string, rows: readonly string[]) =>
      `${district(`(1)　${heading}`, rows)}\n${district('(2)　施設の利用', rows)}`;
    expect(found(paper('歳出の内訳', older), paper('歳出内訳', newer)).slice(0, 2)).toEqual([
      '(1)歳出内訳 > 東部: 10 → 11?',
      '(1)歳出内訳 > 西部: 20 → 21?',
    ]);
  });

  test('also where one paper prints a running head above all and the other none', () => {
    const both = (head: string, second: string, offset: number) => `${head}${sections(second, offset)}`;
    expect(
      found(both('財政課資料\n\n\n', 'イ　資格試験期間短縮', 0), both('', 'イ　資格試験', 50)).slice(4, 5),
    ).toEqual(['イ資格試験 > 対象者数: 201 → 251?']);
  });

  test('other rows below it make another section of it', () => {
    const other = (heading: string, names: readonly string[]) => `
表彰の状況
${heading}
| 区分 | 人数 |
${names.map((name, i) => `| ${name} | ${i + 1} |`).join('\n')}`;
    expect(found(other('イ　永年勤続', ['局長', '部長']), other('イ　永年勤続功労', ['消防団員', '民生委員']))).toEqual(
      [],
    );
  });
});

describe('a row under a new name', () => {
  const list = (rows: readonly string[]) =>
    ['歳入の内訳', '| 区分 | 本年度 | 前年度 |', ...rows.map((row) => `| ${row} |`)].join('\n');

  test.each([
    ['ふるさと納税', 'ふるさと応援寄附'],
    ['子育て支援給付', '子育て応援手当'],
    ['スポーツ振興事業', 'スポーツ推進事業費'],
  ])('%s, %s: begins alike, stands between the same rows, and is offered in doubt', (before, after) => {
    const older = list(['市税 | 10 | 9', `${before} | 20 | 19`, '使用料 | 30 | 29']);
    const newer = list(['市税 | 11 | 10', `${after} | 25 | 20`, '使用料 | 31 | 30']);
    expect(found(older, newer).filter((pair) => pair.includes(after))).toEqual([
      `歳入の内訳 > ${after}: 20 → 25?`,
      `歳入の内訳 > ${after}: 19 → 20?`,
    ]);
  });

  test('or prints beside it what the old name had last year', () => {
    const older = list(['市税 | 10 | 9', '納税貯蓄組合補助 | 2,345 | 19', '使用料 | 30 | 29']);
    const newer = list(['市税 | 11 | 10', '収納奨励金 | 2,500 | 2,345', '使用料 | 31 | 30']);
    expect(found(older, newer)).toContain('歳入の内訳 > 収納奨励金: 2,345 → 2,500?');
  });

  test('one that went and one of another name that came in its place have no counterpart', () => {
    const older = list(['市税 | 10 | 9', '小学校管理費 | 20 | 19', '使用料 | 30 | 29']);
    const newer = list(['市税 | 11 | 10', '中学校管理費 | 25 | 0', '使用料 | 31 | 30']);
    expect(found(older, newer).filter((pair) => pair.includes('学校'))).toEqual([]);
  });

  test.each([
    ['本年度', '前年度', '本年度', '前年度'],
    ['令和４年度', '令和３年度', '令和５年度', '令和４年度'],
  ])('nor have they where another amount is printed for the year under %s', (...headers) => {
    const both = (year: number, [own, before]: readonly string[], rows: readonly string[]) =>
      [`令和${year}年度 事業一覧`, `| 事業名 | ${own} | ${before} |`, ...rows.map((row) => `| ${row} |`)].join('\n');
    const older = both(4, headers.slice(0, 2), [
      '道路改修事業 | 10 | 9',
      '防犯灯対策費 | 358 | 405',
      '公園管理費 | 30 | 29',
    ]);
    const now = ['道路改修事業 | 11 | 10', '防犯灯活性化事業 | 400 | 286', '公園管理費 | 31 | 30'];
    expect(found(older, both(5, headers.slice(2), now)).filter((pair) => pair.includes('防犯灯'))).toEqual([]);
    now[1] = '防犯灯活性化事業 | 400 | 358';
    expect(found(older, both(5, headers.slice(2), now))).toContain('令和5年度事業一覧 > 防犯灯活性化事業: 358 → 400?');
  });

  test('one that came beside one that stayed is not that one', () => {
    const older = list(['市税 | 10 | 9', 'ふるさと納税 | 20 | 19']);
    const newer = list(['市税 | 11 | 10', 'ふるさと応援寄附 | 25 | 0', 'ふるさと納税 | 21 | 20']);
    expect(found(older, newer).filter((pair) => pair.includes('寄附'))).toEqual([]);
  });
});

describe('a font that maps characters wrongly', () => {
  const list = (names: readonly string[], more: number) =>
    ['歳入の内訳', '| 区分 | 本年度 |', ...names.map((name, i) => `| ${name} | ${100 * (i + 1) + more} |`)].join('\n');
  const right = ['都市計画税', '道路橋梁債', '財産運用収入', '配当金'];
  const wrong = ['邴市計画税', '遈路橋梁債', '財産遀用収入', '郤当金'];

  test.each([
    ['this year', right, wrong],
    ['last year', wrong, right],
  ])('%s: its names are read as what they look like', (_, older, newer) => {
    expect(found(list(older, 1), list(newer, 2))).toEqual(
      right.map((name, i) => `歳入の内訳 > ${name}: ${100 * (i + 1) + 1} → ${100 * (i + 1) + 2}`),
    );
  });

  test('a common character in the place of another is another thing', () => {
    expect(found(list(['東小学校費'], 1), list(['西小学校費'], 2))).toEqual([]);
  });

  test('a rare one that could stand for two is left as it is', () => {
    expect(found(list(['配当金', '割当金'], 1), list(['郤当金'], 2))).toEqual([]);
  });
});

test('what ended, printed without a number at the foot, is the row that had one', () => {
  const table = (rows: readonly string[]) =>
    ['市債', '| 区分 | 本年度 | 前年度 | 比較 |', ...rows.map((row) => `| ${row} |`)].join('\n');
  const older = table(['1 民生債 | 162 | 116 | 46', '2 衛生債 | 32 | 480 | △448', '3 土木債 | 2,792 | 2,952 | △160']);
  const newer = table(['1 民生債 | 217 | 162 | 55', '2 土木債 | 4,036 | 2,792 | 1,244', '衛生債 | 0 | 32 | △32']);
  expect(found(older, newer).filter((pair) => pair.includes('衛生債'))).toEqual([
    '市債 > 衛生債: 32 → 0',
    '市債 > 衛生債: 480 → 32',
    '市債 > 衛生債: △448 → △32',
  ]);
});

test('in one sentence, between what stayed, what counts the same under another name is offered in doubt', () => {
  const sentence = (name: string, own: number, all: number) =>
    `　国土調査法に基づく地籍調査につきましては、本市の進捗率は${own}パーセント、${name}の進捗率は${all}パーセントとなっております。`;
  expect(found(sentence('みどり県', 27, 58), sentence('県内', 39, 61))).toEqual([
    '国土調査法に基づく地籍調査 > 本市の進捗率: 27パーセント → 39パーセント',
    '国土調査法に基づく地籍調査 > 県内の進捗率: 58パーセント → 61パーセント?',
  ]);
});

test.each([
  ['ごみ減量運営事業の予算額', '健康づくり運営事業の予算額'],
  ['橋りょう整備事業として', '里山整備事業として'],
])('in one place of two speeches, %s and %s are no pair', (before, after) => {
  const speech = (name: string, amount: number) => `
行財政運営について
　健康診断推進費には、${amount}万円を計上しました。${name}は${amount + 70}万円です。商店街補助金には、${amount + 90}万円を計上しました。`;
  const pairs = found(speech(before, 500), speech(after, 520));
  expect(pairs).toHaveLength(2);
});

test('an amount in brackets belongs to the amount before it', () => {
  const sentence = (calls: number, fresh: number) =>
    `　延べ相談件数は${calls}件（うち新規${fresh}件）、訪問件数は${calls + 1}件（うち新規${fresh + 1}件）でした。`;
  expect(found(sentence(100, 20), sentence(110, 30))).toEqual([
    '延べ相談件数: 100件 → 110件',
    '延べ相談件数 > 新規: 20件 → 30件',
    '訪問件数: 101件 → 111件',
    '訪問件数 > 新規: 21件 → 31件',
  ]);
});

test('radicals that a font prints for ideographs are no part of a name', () => {
  const list = (name: string, amount: number) => `| 区分 | 本年度 |\n| ${name} | ${amount} |`;
  expect(found(list('市民税', 10), list('市⺠税', 11))).toEqual(['市民税: 10 → 11']);
});

test('where one paper prints no heading, names that stand once in each are known, in doubt; others are not', () => {
  const list = (add: number) => `
| 区分 | 本年度 | 前年度 |
| 市税 | ${10 + add} | ${20 + add} |
| 使用料 | ${30 + add} | ${40 + add} |
| その他 | ${50 + add} | ${60 + add} |`;
  expect(found(`歳入の内訳\n${list(0)}`, list(1))).toEqual([
    '市税: 10 → 11?',
    '市税: 20 → 21?',
    '使用料: 30 → 31?',
    '使用料: 40 → 41?',
  ]);
});

test('a part with items in one place and none in another does not say by itself what it belongs to', () => {
  const purpose = (name: string, rows: readonly string[]) => `
| 目 | 本年度 | 節 | 金額 | 説明 |
| ${name} | 90 | ${rows.join(' |\n|  |  | ')} |`;
  const rest = purpose('３民生推進費', ['報償費 | 33 | 河川事業', '旅費 | 11 | 港湾事業']);
  const older = `1項　民生費\n${purpose('１民生振興費', ['報償費 | 48 | 商店街事業　　　　142', '委託料 | 10 | 林道事業　　　　7'])}\n${rest}`;
  const newer = `1項　民生費\n${purpose('１民生対策費', ['報償費 | 16 | 商店街事業　　　　302', '備品費 | 20 | 観光事業　　　　9'])}\n${rest}`;
  expect(found(older, newer).filter((pair) => pair.includes('商店街'))).toEqual([]);
});

test('a heading that lost its の keeps its rows', () => {
  const paper = (heading: string, n: number) => `
    （1）${heading}
    | 区分 | 金額 |
    | 市税 | ${n}1 |
    （2）歳出の内訳
    | 区分 | 金額 |
    | 市税 | ${n}2 |`;
  expect(pairs(paper('歳入の内訳', 3), paper('歳入内訳', 4))).toEqual([
    '（1）歳入内訳 > 市税 | 金額: 31 → 41',
    '（2）歳出の内訳 > 市税 | 金額: 32 → 42',
  ]);
});

test('the title over the whole of both papers is the same, however it is put', () => {
  const paper = (title: string, n: number) => `
    ${title}
    | 税目 | 区分 | 本年度 |
    | 1.住民税 | 均等 | ${n}1 |
    | ^ | 所得 | ${n}2 |
    | 税合計 | < | ${n}3 |
  `;
  expect(pairs(paper('令和３年度　税収見積書', 1), paper('７．来年度の当初予算に見込む税の収入', 2))).toEqual([
    '1.住民税 > 均等 | 本年度: 11 → 21',
    '1.住民税 > 所得 | 本年度: 12 → 22',
    '７．来年度の当初予算に見込む税の収入 > 税合計 | 本年度: 13 → 23',
  ]);
});
