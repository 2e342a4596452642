import { describe, expect, test } from 'vitest';
import { besideOnSheets, compare, draw, pairs } from '../drawn-page.ts';

type Item = readonly [name: string, amount: number];

/** The 目 of the left half; below each name so many lines are empty. */
const left = (items: readonly Item[], { empty = 1, headers = 1 } = {}) =>
  [
    '１項　町税',
    '| 目 | 本年度 | 前年度 |',
    ...Array.from({ length: headers - 1 }, () => '| ^ | ^ | ^ |'),
    ...items.map(([name, amount]) => `| ${name}${'/'.repeat(empty)} | ${amount} | ${amount - 1} |`),
  ].join('\n');
/** The right half begins with what keeps its table at the height of the left one. */
const right = (headers: readonly string[], rows: readonly string[]) =>
  ['（単位：千円）', ...headers, ...rows].join('\n');
const parts = ([, amount]: Item) => [amount - 40, 40] as const;
const older: readonly Item[] = [
  ['1 個人', 300],
  ['2 法人', 500],
];
const newer: readonly Item[] = [
  ['1 個人', 310],
  ['2 環境', 900],
  ['3 法人', 520],
];
const expected = [
  '1個人 > 1現年分 | 金額: 260 → 270',
  '1個人 > 2繰越分 | 金額: 40 → 40',
  '3法人 > 1現年分 | 金額: 460 → 480',
  '3法人 > 2繰越分 | 金額: 40 → 40',
];
const amounts = (found: readonly string[]) => found.filter((pair) => pair.includes('金額'));

describe('two printed pages on one sheet', () => {
  test('a row of the right half belongs to the row of the left half at its height', () => {
    const rows = (items: readonly Item[]) => items.map((item) => `| 1 現年分/2 繰越分 | ${parts(item).join('/')} |`);
    const paper = (items: readonly Item[]) => besideOnSheets(left(items), right(['| 区分 | 金額 |'], rows(items)));
    expect(amounts(pairs(paper(older), paper(newer)))).toEqual(expected);
  });

  test('also where the right half is ruled more finely', () => {
    const rows = (items: readonly Item[]) =>
      items.flatMap((item) => [`| 1 現年分 | ${parts(item)[0]} | |`, `| 2 繰越分 | ${parts(item)[1]} | |`]);
    const paper = (items: readonly Item[]) =>
      besideOnSheets(
        left(items).replace(/\/ (\|.*)$/gmu, ' $1\n| ^ | ^ | ^ |'),
        right(['| 内訳 | 金額 | 備考 |'], rows(items)),
      );
    expect(amounts(pairs(paper(older), paper(newer)))).toEqual(expected);
  });

  test('also where the headers of both halves are in other levels', () => {
    const rows = (items: readonly Item[]) => items.map((item) => `| 1 現年分/2 繰越分 | ${parts(item).join('/')} |`);
    const over = (items: readonly Item[]) => left(items, { headers: 2 }).replace('| 目 |', '| 目/ |');
    const paper = (items: readonly Item[]) =>
      besideOnSheets(over(items), right(['| 節 | < |', '| 区分/ | 金額 |'], rows(items)));
    const found = amounts(pairs(paper(older), paper(newer)));
    expect(found.map((pair) => pair.replace('節 > ', ''))).toEqual(expected);
  });

  test('two tables beside each other with names of their own are two', () => {
    const paper = (a: number, b: number) =>
      besideOnSheets(
        `
          | 歳入 | 予算額 |
          | 市税 | ${a} |
          | 諸収入 | ${a + 1} |
        `,
        `
          | 歳出 | 予算額 |
          | 総務費 | ${b} |
          | 民生費 | ${b + 1} |
        `,
      );
    expect(pairs(paper(10, 20), paper(30, 40))).toEqual([
      '市税 | 予算額: 10 → 30',
      '諸収入 | 予算額: 11 → 31',
      '総務費 | 予算額: 20 → 40',
      '民生費 | 予算額: 21 → 41',
    ]);
  });
});

describe('two facing pages', () => {
  const rows = (items: readonly Item[]) => items.map((item) => `| 1 現年分/2 繰越分 | ${parts(item).join('/')} |`);
  const headers = ['| 節 | < |', '| 区分 | 金額 |'];
  const paper = (items: readonly Item[]) => draw(`${left(items, { headers: 2 })}\n---\n${right(headers, rows(items))}`);

  test('節 of the right page belong to the 目 of the left one, with the unit over them', () => {
    const { quantities } = compare(paper(older), paper(newer));
    const own = quantities.filter(({ old }) => old.page === 2);
    expect(own.map(({ label, old, new: neu }) => `${label}: ${old.text} → ${neu.text}`)).toEqual(
      expected.map((line) => `１項町税 > ${line.replace(' | 金額', '')}`),
    );
    expect(quantities.map(({ unit }) => unit)).toEqual(quantities.map(() => '千円'));
  });
});

test('items that go on at the head of facing pages stay with their 目, where the left page holds nothing but the total below them', () => {
  const paper = (a: number) => {
    const head = { left: '| 町税の目 | 本年度 | 前年度 | 比較 |', right: '| 節の区分 | 金額 | 説明 |' };
    const pages = [
      ['１項　町税', head.left, `| 1 個人/ | ${a}00 | ${a}01 | 1 |`, `| 2 法人/ | ${a}02 | ${a}03 | 1 |`],
      [
        '（単位：千円）',
        head.right,
        `| 1 現年分/ | ${a}04 | ○広報事業    ${a}05/　・印刷費    ${a}06 |`,
        `| 1 現年分/ | ${a}07 | ○道路事業    ${a}08/　・工事費    ${a}09 |`,
      ],
      ['１項　町税', head.left, '| // | | | |', `| 計 | ${a}10 | ${a}11 | 1 |`],
      ['（単位：千円）', head.right, `| // | | /　・委託料    ${a}12/　・手数料    ${a}13 |`],
    ];
    return draw(pages.map((lines) => lines.join('\n')).join('\n---\n'), { width: 421, height: 595 });
  };
  const found = compare(paper(1), paper(2)).quantities.filter(({ label }) => /・(?:委託料|手数料)$/u.test(label));
  expect(found.map(({ label, confidence }) => [label.split(' > ').slice(1).join(' > '), confidence >= 0.95])).toEqual([
    ['2法人 > 1現年分 > ○道路事業 > ・委託料', true],
    ['2法人 > 1現年分 > ○道路事業 > ・手数料', true],
  ]);
});
