import { expect, test } from 'vitest';
import type { PrintedDocument } from '../../../../domain/pages/entries/read-document.ts';
import type { Box } from '../../../../domain/pages/sheet/page-content.ts';
import { compare, draw, pairs } from '../drawn-page.ts';

const last = (text: string) => text.split(' | ').slice(-1)[0]!;

test('a form of results: headers beside amounts that reach further down, sentences among items, in any order', () => {
  const form = (name: string, amounts: readonly number[], people: number) => `
| 事業名 | ${name} | 所管課 | こども課 |
| 款項目 | 3款1項2目 | 区分 | 継続 |
| 予算現額 | 決算額 | 財源内訳 | < |
| ${amounts[0]} | ${amounts[1]} | 国費 | 市費 |
| ^ | ^ | ${amounts[2]} | ${amounts[3]} |
| 成果 | 教室を開き、参加者数は${people}人であった。/・委託料　${amounts[2]! + 1}千円 | < | < |`;
  const older = `令和４年度　成果の説明書\n${form('児童クラブ運営事業', [11, 12, 13, 14], 500)}\n${form('図書館管理事業', [21, 22, 23, 24], 600)}`;
  const newer = `令和５年度　成果の説明書\n${form('図書館管理事業', [31, 32, 33, 34], 610)}\n${form('児童クラブ運営事業', [41, 42, 43, 44], 510)}`;
  expect(pairs(older, newer).map(last).sort()).toEqual(
    [
      ...['予算現額: 11 → 41', '決算額: 12 → 42', '財源内訳 > 国費: 13 → 43', '財源内訳 > 市費: 14 → 44'],
      ...['予算現額: 21 → 31', '決算額: 22 → 32', '財源内訳 > 国費: 23 → 33', '財源内訳 > 市費: 24 → 34'],
      ...[': 500人 → 510人', ': 600人 → 610人', ': 14千円 → 44千円', ': 24千円 → 34千円'],
    ].sort(),
  );
});

test('a form is named by what stands beside 事業名, also where that ends as a header of amounts does', () => {
  const form = (name: string, amount: number) => `
| 事業名 | ${name} | 担当課 | 商工観光課 |
| 事業の目的 | 関係する団体と力を合わせて取り組む。 | < | < |

１　事業費
| 財源 | 令和５年度 |
| 国庫支出金 | ${amount} |`;
  const paper = (forms: readonly string[]) => `事務事業評価シート\n${forms.join('\n')}`;
  expect(
    pairs(
      paper([form('観光対策費', 10), form('公園管理費', 20)]),
      paper([form('道路管理費', 30), form('観光対策費', 11), form('公園管理費', 21)]),
    ).map(last),
  ).toEqual(['令和５年度: 10 → 11', '令和５年度: 20 → 21']);
});

test('classes of ages in the first column name their rows', () => {
  const table = (a: number, b: number) => `
    | 区分 | 要支援 | 要介護 |
    | 65～74歳 | ${a} | ${b} |
    | 85歳以上 | ${a + 1} | ${b + 1} |
    | 合計 | ${a + 2} | ${b + 2} |
  `;
  expect(pairs(table(10, 20), table(30, 40)).slice(0, 4)).toEqual([
    '65～74歳 | 要支援: 10 → 30',
    '65～74歳 | 要介護: 20 → 40',
    '85歳以上 | 要支援: 11 → 31',
    '85歳以上 | 要介護: 21 → 41',
  ]);
});

test('an amount that found no room beside its name stands in the next line', () => {
  const table = (amount: number) => `
    | 節 | 金額 | 説明 |
    | 旅費 | 30 | 議員費用弁償に係る旅費の内訳/　　　　　　　　${amount} |
  `;
  expect(pairs(table(17), table(18))).toContain('旅費 > 議員費用弁償に係る旅費の内訳 | 説明: 17 → 18');
});

test('statistics without vertical ruling lines: headers in levels, years with the era before the first only', () => {
  const statistics = (year: number, years: readonly string[], values: readonly number[]) => `
    令和${year}年版　市の統計
    第3表　人口の推移
    　　　　　　　　　　　　　　　　　　　　　　人口
    年次　　　　　　世帯数　　　　　総数　　　　男　　　　女
${years.map((name, i) => `    ${name}　　　　　　${values[i]}　　　　　　${values[i]! + 1}　　　　${values[i]! + 2}　　　　${values[i]! + 3}`).join('\n')}
  `;
  const older = statistics(4, ['令和２年', '　　３　', '　　４　'], [1020, 1030, 1040]);
  const newer = statistics(5, ['令和３年', '　　４　', '　　５　'], [1030, 1040, 1050]);
  expect(pairs(older, newer).map((pair) => pair.split(' > ').slice(1).join(' > '))).toEqual([
    '令和３年 | 世帯数: 1030 → 1030',
    '令和３年 | 人口 > 総数: 1031 → 1031',
    '令和３年 | 人口 > 男: 1032 → 1032',
    '令和３年 | 人口 > 女: 1033 → 1033',
    '令和4年 | 世帯数: 1040 → 1040',
    '令和4年 | 人口 > 総数: 1041 → 1041',
    '令和4年 | 人口 > 男: 1042 → 1042',
    '令和4年 | 人口 > 女: 1043 → 1043',
  ]);
});

test('款 and 項 in one column, numbered alike: those set in begin anew below', () => {
  const table = (rows: string) => `
    | 科目 | 収入済額 |
    ${rows.split('\n').join('\n    ')}
  `;
  const row = (name: string, amount: number) => `| ${name} | ${amount} |`;
  const list = (names: readonly (readonly [string, number])[]) =>
    table(
      `| ${names.map(([name]) => name).join('/')} | ${names.map(([, amount]) => amount).join('/')} |\n${row('計', 99)}`,
    );
  const older = list([
    ['1 市税', 10],
    ['　　　1 市民税', 11],
    ['　　　2 雑入', 12],
    ['2 諸収入', 20],
    ['　　　1 雑入', 21],
  ]);
  const newer = list([
    ['1 市税', 30],
    ['　　　1 市民税', 31],
    ['2 譲与税', 35],
    ['3 諸収入', 40],
    ['　　　1 雑入', 41],
  ]);
  expect(pairs(older, newer)).toEqual([
    '1市税 | 収入済額: 10 → 30',
    '1市税 > 1市民税 | 収入済額: 11 → 31',
    '3諸収入 | 収入済額: 20 → 40',
    '3諸収入 > 1雑入 | 収入済額: 21 → 41',
    '計 | 収入済額: 99 → 99',
  ]);
});

test('tables side by side, each below its own caption and unit', () => {
  const two = (amounts: readonly number[]): PrintedDocument => {
    const [left, right] = [
      draw(
        `（１）国民健康保険　（単位：千円）\n| 科目 | 予算額 |\n| 総務費 | ${amounts[0]} |\n| 繰入金 | ${amounts[1]} |`,
      ),
      draw(`（２）介護保険　（単位：円）\n| 科目 | 予算額 |\n| 総務費 | ${amounts[2]} |\n| 繰入金 | ${amounts[3]} |`),
    ].map(({ pages }) => pages[0]!);
    const moved = ([x0, y0, x1, y1]: Box): Box => [x0 + 300, y0, x1 + 300, y1];
    const characters = right!.characters.map((character) => ({ ...character, box: moved(character.box) }));
    const page = {
      ...left!,
      characters: [...left!.characters, ...characters],
      rules: [...left!.rules, ...right!.rules.map(moved)],
    };
    return { pages: [page], pageLabels: [null] };
  };
  const { quantities } = compare(two([1, 2, 3, 4]), two([5, 6, 7, 8]));
  expect(quantities.map(({ label, unit, old, new: neu }) => [label, unit, old.value, neu.value])).toEqual([
    ['（１）国民健康保険 > 総務費', '千円', 1, 5],
    ['（１）国民健康保険 > 繰入金', '千円', 2, 6],
    ['（２）介護保険 > 総務費', '円', 3, 7],
    ['（２）介護保険 > 繰入金', '円', 4, 8],
  ]);
});

test('a table that goes on over the page without the line on top of its first row', () => {
  const rows = (amount: number) => `
    （歳出）
    | 目     | 本年度 |
    | 総務費 | ${amount} |
    ---
    | 民生費 | ${amount + 1} |
    | 衛生費 | ${amount + 2} |
  `;
  const open = (amount: number): PrintedDocument => {
    const { pages, pageLabels } = draw(rows(amount));
    const top = Math.min(...pages[1]!.rules.map((rule) => rule[1]));
    const isAcross = ([x0, y0, x1, y1]: Box) => x1 - x0 > y1 - y0;
    const rules = pages[1]!.rules.filter((rule) => rule[1] !== top || !isAcross(rule));
    return { pages: [pages[0]!, { ...pages[1]!, rules }], pageLabels };
  };
  const { quantities } = compare(open(10), open(20));
  expect(quantities.map(({ label, column, old, new: neu }) => [label, column, old.text, neu.text])).toEqual([
    ['（歳出） > 総務費', '本年度', '10', '20'],
    ['（歳出） > 民生費', '本年度', '11', '21'],
    ['（歳出） > 衛生費', '本年度', '12', '22'],
  ]);
});
