import { describe, expect, test } from 'vitest';
import type { Character, Rule } from '../../../../domain/pages/sheet/page-content.ts';
import { compare, draw, pairs, unmatched } from '../drawn-page.ts';

/** The innermost name and the column of each pair. */
const short = (found: readonly string[]) => found.map((pair) => pair.split(' > ').at(-1));

describe('headers', () => {
  test('months head columns', () => {
    const table = (months: string, numbers: string) => `
      利用者数
      | 施設 | ${months} | 計 |
      | 図書館 | ${numbers} |
      | プール | ${numbers} |`;
    const older = table('4月 | 5月', '11 | 12 | 23');
    const newer = table('4月 | 5月 | 6月', '14 | 15 | 16 | 45');
    expect(short(pairs(older, newer)).slice(0, 3)).toEqual([
      '図書館 | 4月: 11 → 14',
      '図書館 | 5月: 12 → 15',
      '図書館 | 計: 23 → 45',
    ]);
  });

  test('classes of numbers head columns and count nothing', () => {
    const table = (numbers: string) => `
      職員構成
      | 区分 | 20歳未満 | 20～29歳 | 30歳以上 | 計 |
      | 職員数 | ${numbers} |`;
    expect(pairs(table('1 | 22 | 33 | 56'), table('2 | 23 | 34 | 59')).map((pair) => pair.split(' | ').at(-1))).toEqual(
      ['20歳未満: 1 → 2', '20～29歳: 22 → 23', '30歳以上: 33 → 34', '計: 56 → 59'],
    );
  });

  test('a section that spans the table below its headers is none of them', () => {
    const table = (first: string, numbers: readonly string[]) => `
      進捗管理表
      | № | 取組項目 | 担当課 | 目標 | 実績 |
      | 基本方針１ | < | < | < | < |
      | ${first}1 | 市税収納率の向上 | 税務課 | ${numbers[0]} |
      | 基本方針２ | < | < | < | < |
      | ${first}2 | 広告収入の確保 | 財政課 | ${numbers[1]} |`;
    expect(short(pairs(table('№', ['90 | 91', '10 | 11']), table('', ['92 | 93', '12 | 13'])))).toEqual([
      '1.市税収納率の向上 | 目標: 90 → 92',
      '1.市税収納率の向上 | 実績: 91 → 93',
      '2.広告収入の確保 | 目標: 10 → 12',
      '2.広告収入の確保 | 実績: 11 → 13',
    ]);
  });

  test('headers at the foot of a page are those of the rows on the next', () => {
    const table = (years: string, numbers: string) => `
      基金残高
      | 基金名 | ${years} |
      ---
      | 財政調整 | ${numbers} |
      | 減債 | ${numbers} |`;
    const older = table('令和5年度 | 令和6年度 | 令和7年度', '105 | 106 | 107');
    const newer = table('令和6年度 | 令和7年度 | 令和8年度', '206 | 207 | 208');
    expect(short(pairs(older, newer)).slice(0, 2)).toEqual([
      '財政調整 | 令和6年度: 106 → 206',
      '財政調整 | 令和7年度: 107 → 207',
    ]);
  });

  test('only the headers are ruled', () => {
    const open = (years: readonly string[], rows: readonly string[]) => `
      指標の進捗
      | 指標 | ${years.join(' | ')} | 担当課 |
      ${rows.join('\n      ')}`;
    const ruled = draw(
      open(
        ['基準値（令和元年度）', '実績値（令和2年度）'],
        ['| 移住者 | 88 | 91 | 企画課 |', '| 婚姻 | 45 | 47 | 市民課 |'],
      ),
    );
    const loose = draw(
      open(
        ['基準値（R1）', '実績値（R2）'],
        ['移住者　　　　　　　88　　　　　　　　91　　企画課', '婚姻　　　　　　　　45　　　　　　　　47　　市民課'],
      ),
    );
    expect(
      compare(ruled, loose).quantities.map(({ label, column, old }) => [label.split(' > ').at(-1), column, old.text]),
    ).toEqual([
      ['移住者', '基準値（R1）', '88'],
      ['移住者', '実績値（R2）', '91'],
      ['婚姻', '基準値（R1）', '45'],
      ['婚姻', '実績値（R2）', '47'],
    ]);
  });
});

describe('forms', () => {
  test('parts with other columns below headers of their own', () => {
    const form = (name: string, year: number, n: number) => `
      ${year}年度の成果
      | 事業名 | ${name} | < | < |
      | 予算科目 | 3款2項 | 総合計画 | 施策1 |
      | 事業費 | 予算額 | 国費 | 市費 |
      | ^ | ${n}0 | ${n}1 | ${n}2 |
      | 実績 | 指標 | 単位 | ${year}年度 |
      | ^ | 登録者 | 人 | ${n}3 |
      | ^ | 開設日 | 日 | ${n}4 |`;
    expect(short(pairs(form('学童保育事業', 2023, 5), form('学童保育事業', 2024, 6)))).toEqual([
      '事業費 | 予算額: 50 → 60',
      '事業費 | 国費: 51 → 61',
      '事業費 | 市費: 52 → 62',
      '登録者 | 2024年度: 53 → 63',
      '開設日 | 2024年度: 54 → 64',
    ]);
  });

  test('the name of a form holds under its numbered headings; its own number counts nothing', () => {
    const sheet = (number: number, name: string, cost: number) => `
      評価シート
      | 事業名 | ${name} | 整理番号 | ${number} |

      1 コスト
      | 区分 | 金額 |
      | 人件費 | ${cost} |

      2 評価`;
    const older = `${sheet(1, '消防団運営事業', 11)}\n      ---${sheet(2, '公園管理事業', 22)}`;
    const newer = `${sheet(1, '消防団運営事業', 12)}\n      ---${sheet(2, '窓口改善事業', 33)}`;
    expect(short(pairs(older, newer))).toEqual(['人件費 | 金額: 11 → 12']);
    expect(unmatched(older, newer)).toEqual({ old: ['人件費: 22'], new: ['人件費: 33'] });
  });

  test('a sentence below a row of numbers, and as wide, is about that row', () => {
    const table = (rows: string) => `
      進捗管理表
      | 取組項目 | 目標 | 実績 |
      ${rows}`;
    const row = (name: string, n: number) =>
      `| ${name} | ${n}1 | ${n}2 |\n      | 説明会を${n}回開催した。 | < | < |\n      `;
    const older = table(row('窓口の委託', 1) + row('広告収入', 2));
    const newer = table(row('広告収入', 3) + row('窓口の委託', 4));
    expect(short(pairs(older, newer)).filter((pair) => pair?.includes('説明会'))).toHaveLength(2);
    expect(pairs(older, newer).filter((pair) => pair.includes('回'))).toEqual([
      '窓口の委託 > 説明会 | : 1回 → 4回',
      '広告収入 > 説明会 | : 2回 → 3回',
    ]);
  });
});

describe('rows', () => {
  test('when the numbers were counted heads nothing', () => {
    const table = (note: string) => `
      1 人口の推移
      ${note}
      | 年 | 世帯 | 人口 |
      | 令和3年 | 10 | 21 |
      | 令和4年 | 11 | 22 |
      | 令和5年 | 12 | 23 |`;
    const note = '（各年10月1日現在）';
    expect(pairs(table(note), table(note))[0]).toBe('1人口の推移 > 令和3年 | 世帯: 10 → 10');
  });

  test('節 without ruling lines beside 目 with them; names that go on in the next line', () => {
    const paper = (scale: number) => {
      const characters = [
        ...typed(4, ['1一般管', '理費', '', '', '2企画費']),
        ...typed(64, [`${scale}60`, '', '', '', `${scale}70`]),
        ...typed(114, ['2給料', '8旅費', '18負担金補', '助及び交付', '2給料', '12委託料']),
        ...typed(214, [`${scale}10`, `${scale}20`, `${scale}30`, '', `${scale}40`, `${scale}50`]),
      ];
      const headers = ['目', '本年度', '区分', '金額'].flatMap((text, column) =>
        line([4, 64, 114, 214][column]!, 4, text),
      );
      const rules: Rule[] = [0, 20, 126].map((y) => [0, y, 260, y]);
      rules.push([0, 92, 110, 92], ...[0, 60, 110, 210, 260].map((x): Rule => [x, 0, x, 126]));
      const page = {
        index: 1,
        width: 600,
        height: 840,
        characters: [...headers, ...characters],
        rules,
        scanned: false,
      };
      return { pages: [page], pageLabels: [null] };
    };
    const { quantities } = compare(paper(1), paper(2));
    expect(quantities.map(({ label, old, new: neu }) => `${label}: ${old.text} → ${neu.text}`)).toEqual([
      '1一般管理費: 160 → 260',
      '1一般管理費 > 2給料: 110 → 210',
      '1一般管理費 > 8旅費: 120 → 220',
      '1一般管理費 > 18負担金補助及び交付: 130 → 230',
      '2企画費: 170 → 270',
      '2企画費 > 2給料: 140 → 240',
      '2企画費 > 12委託料: 150 → 250',
    ]);
  });
});

/** Lines of type below one another from the first row of a table on, empty ones left out. */
const typed = (x: number, lines: readonly string[]) => lines.flatMap((text, row) => line(x, 24 + row * 18, text));

function line(left: number, y: number, text: string): Character[] {
  let x = left;
  return [...text].map((character) => {
    const width = character < '~' ? 5 : 10;
    x += width;
    return { text: character, box: [x - width, y, x, y + 10], vertical: false };
  });
}

test.each([
  ['（', '％）', '%'],
  [' (', ')', null],
])('a cell of two numbers, the second in brackets %s, is both', (opens, closes, unit) => {
  const cell = (of: number) => `1,${100 + of}${opens}${of}.5${closes}`;
  const paper = (a: number) => `
    健康診査の受診状況
    | 区分 | 男性 | 女性 |
    | 特定健診 | ${cell(a)} | ${cell(a + 1)} |
    | 歯科健診 | ${cell(a + 2)} | 12(${a}) |`;
  const found = compare(draw(paper(10)), draw(paper(20))).quantities;
  expect(found.map(({ column, old, new: now }) => `${column}: ${old.value} → ${now.value}`)).toEqual([
    '男性: 1110 → 1120',
    '男性: 10.5 → 20.5',
    '女性: 1111 → 1121',
    '女性: 11.5 → 21.5',
    '男性: 1112 → 1122',
    '男性: 12.5 → 22.5',
    '女性: 12 → 12',
    '女性: 10 → 20',
  ]);
  expect(found[1]!.new).toMatchObject({ unit });
  expect(found[1]!.new.box[0]).toBeGreaterThanOrEqual(found[0]!.new.box[2]);
});
