import { describe, expect, test } from 'vitest';
import { compare, draw, pairs } from '../drawn-page.ts';

describe('a name with a count in brackets', () => {
  test.each([
    ['特別会計（5件）', '特別会計（6件）'],
    ['放課後クラブ（12か所）', '放課後クラブ（14か所）'],
    ['基金（3基金・8件）', '基金（3基金・8件）'],
  ])('%s stays one name, whatever it counts', (before, now) => {
    const table = (name: string, amount: number) => `
      当初予算
      | 会計 | 予算額 | 増減 |
      | 一般会計 | ${amount} | 5 |
      | ${name} | ${amount + 1} | 6 |
      | 総計 | ${amount + 2} | 7 |
    `;
    expect(pairs(table(before, 100), table(now, 200))).toContain(`当初予算 > ${now} | 予算額: 101 → 201`);
  });
});

describe('a name in the cell of an amount', () => {
  test.each([
    ['①', '②'],
    ['', ''],
  ])('names the whole row', (one, two) => {
    const table = (rows: readonly (readonly [name: string, amount: number])[]) => `
      見積書
      | 節 | 当初額${one} | 前年額${two} | ${one ? '①－②' : '増減'} |
      ${rows.map(([name, amount]) => `| 1.現年分 | ${name}    ${amount},000 | ${amount - 1},000 | 1,000 |`).join('\n      ')}
      | 合計 | 9,000 | 8,000 | 1,000 |
    `;
    const found = pairs(
      table([
        ['均等', 100],
        ['所得', 200],
      ]),
      table([
        ['所得', 201],
        ['均等', 101],
      ]),
    );
    expect(found).toContain(`1.現年分 > 均等 | 当初額${one}: 100,000 → 101,000`);
    expect(found).toContain(`1.現年分 > 所得 | 前年額${two}: 199,000 → 200,000`);
  });
});

test.each(['方法', '備考'])(
  'the right half takes its names from the left: %s behind its amounts names nothing',
  (word) => {
    const table = (rows: readonly (readonly [name: string, amount: number])[]) => `
    地方債補正
    | 起債の目的 | 補正前 | < | 補正後 | < |
    | ^ | 限度額 | ${word} | 限度額 | ${word} |
    ${rows.map(([name, amount], i) => `| ${name} | ${amount} | ${i ? '^' : '証書借入'} | ${amount + 5} | ${i ? '^' : '同じ'} |`).join('\n    ')}
  `;
    const older = table([
      ['道路事業', 100],
      ['学校事業', 200],
    ]);
    const newer = table([
      ['公園事業', 300],
      ['道路事業', 110],
      ['学校事業', 210],
    ]);
    expect(pairs(older, newer)).toEqual([
      '地方債補正 > 道路事業 | 補正前 > 限度額: 100 → 110',
      '地方債補正 > 道路事業 | 補正後 > 限度額: 105 → 115',
      '地方債補正 > 学校事業 | 補正前 > 限度額: 200 → 210',
      '地方債補正 > 学校事業 | 補正後 > 限度額: 205 → 215',
    ]);
  },
);

describe('a title inside the frame', () => {
  const rows = (amount: number) => `
    | 基金名 | 残高 | 取崩額 |
    | 財政調整 | ${amount} | 5 |
    | 減債 | ${amount + 1} | 6 |`;
  const framed = (amount: number) => `| 基金の現在高/（単位：千円） | < | < |${rows(amount)}`;
  const above = (amount: number) => `基金の現在高\n    （単位：千円）${rows(amount)}`;

  test.each([
    ['in both papers', framed, framed],
    ['in one of them', above, framed],
  ])('is the title of the table: %s', (_, older, newer) => {
    const { quantities } = compare(draw(`    ${older(10)}`), draw(`    ${newer(20)}`));
    expect(quantities.map(({ label, unit }) => `${label} ${unit}`)).toEqual(
      ['財政調整', '財政調整', '減債', '減債'].map((name) => `基金の現在高 > ${name} 千円`),
    );
  });
});

test.each(['．', '. ', '　', ' '])(
  'a number and %j before a word that counts names the row: 2団体 after 1法人',
  (dot) => {
    const table = (amount: number) => `
    市税収入見積書
    | 項 | 目 | 当初額 | 前年額 |
    | 1${dot}資産税 | 1${dot}法人 | 現年分    ${amount},001 | ${amount},002 |
    | ^ | ^ | 滞納分    ${amount},003 | ${amount},004 |
    | ^ | 2${dot}団体 | 現年分    ${amount},005 | ${amount},006 |
    | ^ | ^ | 滞納分    ${amount},007 | ${amount},008 |
  `;
    const found = compare(draw(table(1)), draw(table(2))).quantities.map(
      ({ label, column, old }) => `${label.split(' > ').slice(2).join(' > ')} | ${column}: ${old.text}`,
    );
    const [one, other] =
      dot === '　' || dot === ' ' ? ['1法人', '2団体'] : [`1${dot.trim()}法人`, `2${dot.trim()}団体`];
    expect(found).toEqual([
      `${one} > 現年分 | 当初額: 1,001`,
      `${one} > 現年分 | 前年額: 1,002`,
      `${one} > 滞納分 | 当初額: 1,003`,
      `${one} > 滞納分 | 前年額: 1,004`,
      `${other} > 現年分 | 当初額: 1,005`,
      `${other} > 現年分 | 前年額: 1,006`,
      `${other} > 滞納分 | 当初額: 1,007`,
      `${other} > 滞納分 | 前年額: 1,008`,
    ]);
  },
);

test('a number beside the middle of the lines of its name comes before them', () => {
  const table = (number: string, amount: number) => {
    const paper = draw(`
      予算
      | 目 | 予算額 |
      | 3 処理場費 | ${amount} |
      | 　流域下水道/　維持管理費 | ${amount + 1} |
      | 5 普及指導費 | ${amount + 2} |
    `);
    const [page] = paper.pages;
    const [first, last] = ['流', '維'].map((text) => page!.characters.find((each) => each.text === text)!.box);
    const middle = (first![1] + last![3]) / 2;
    const box = [first![0] - 8, middle - 5, first![0] - 3, middle + 5] as const;
    const added = { text: number, box, vertical: false };
    return { ...paper, pages: [{ ...page!, characters: [...page!.characters, added] }] };
  };
  expect(pairs(table('4', 100), table('4', 200))).toContain('予算 > 4流域下水道維持管理費 | 予算額: 101 → 201');
});
