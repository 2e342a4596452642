import { expect, test } from 'vitest';
import { drawPage } from '../draw-page.ts';
import { compare } from '../drawn-page.ts';

/** 目 with its 節 and what each is for, between rulings that go across only. */
const budget = (a: number) => {
  const rule = '─'.repeat(60);
  const page = drawPage(
    [
      '1款　労働費                                                                       （単位：千円）',
      rule,
      '目              本年度     前年度       比較   区分                    金額   説明',
      rule,
      `1　労働施設費   54,${a}1     58,${a}2     △3,${a}3  4　共済費             39,${a}4   管理事業                2,${a}5`,
      `                                               7　報償費                 ${a}6   推進事業                1,${a}7`,
      rule,
      `2　労働振興費   17,${a}8     13,${a}9        ${a}2  2　給料               11,${a}3   運営事業                  ${a}4`,
      `                                               3　職員手当等             ${a}5   支援事業                3,${a}6`,
      rule,
    ],
    { width: 900 },
  );
  return { pages: [page], pageLabels: [null] };
};

test('a budget ruled across only: each amount under its header, each 節 under its 目', () => {
  const quantities = compare(budget(10), budget(20)).quantities.filter(({ column }) => column !== '説明');
  expect(
    quantities.map(
      ({ label, column, old, new: now }) =>
        `${label.split(' > ').slice(1).join(' > ')} | ${column}: ${old.text} → ${now.text}`,
    ),
  ).toEqual([
    '1労働施設費 | 本年度: 54,101 → 54,201',
    '1労働施設費 | 前年度: 58,102 → 58,202',
    '1労働施設費 | 比較: △3,103 → △3,203',
    '1労働施設費 > 4共済費 | 金額: 39,104 → 39,204',
    '1労働施設費 > 7報償費 | 金額: 106 → 206',
    '2労働振興費 | 本年度: 17,108 → 17,208',
    '2労働振興費 | 前年度: 13,109 → 13,209',
    '2労働振興費 | 比較: 102 → 202',
    '2労働振興費 > 2給料 | 金額: 11,103 → 11,203',
    '2労働振興費 > 3職員手当等 | 金額: 105 → 205',
  ]);
});

/** 項 with their 目 over two pages, ruled below each row; the second page begins with a 目 and ends with 計 in the middle. */
const chapters = (a: number) => {
  const rule = '─'.repeat(60);
  const head = (name: string) => [
    `2款　${name}                                               （単位：千円）`,
    rule,
    '            項　・　目               本年度     前年度       比較   節                       金額',
    rule,
  ];
  const first = [
    ...head('総務費'),
    `4項　選挙費                          26,${a}1     24,${a}1      1,${a}1`,
    rule,
    `  1目　管理費                        26,${a}2     24,${a}2      1,${a}2  1　報酬                11,${a}1`,
    rule,
    `5項　統計費                          36,${a}3     34,${a}3      1,${a}3`,
    rule,
  ];
  const second = [
    ...head('総務費'),
    `  1目　管理費                        17,${a}4     13,${a}4        ${a}4  2　給料                12,${a}2`,
    rule,
    `  2目　調査費                        18,${a}5     14,${a}5        ${a}5  3　旅費                13,${a}3`,
    rule,
    `                 計                  99,${a}6     88,${a}6      7,${a}6`,
    rule,
  ];
  const pages = [first, second].map((rows, index) => drawPage(rows, { width: 900, index: index + 1 }));
  return { pages, pageLabels: pages.map(() => null) };
};

test('目 at the head of a page are under the 項 of the page before, and 計 in the middle below them is a name like theirs', () => {
  const names = compare(chapters(10), chapters(20))
    .quantities.filter(({ column }) => column !== '前年度' && column !== '比較')
    .map(({ label, old, new: now }) => `${label.split(' > ').slice(1).join(' > ')}: ${old.text} → ${now.text}`);
  expect(names).toEqual([
    '4項選挙費: 26,101 → 26,201',
    '4項選挙費 > 1目管理費: 26,102 → 26,202',
    '4項選挙費 > 1目管理費 > 1報酬: 11,101 → 11,201',
    '5項統計費: 36,103 → 36,203',
    '5項統計費 > 1目管理費: 17,104 → 17,204',
    '5項統計費 > 1目管理費 > 2給料: 12,102 → 12,202',
    '5項統計費 > 2目調査費: 18,105 → 18,205',
    '5項統計費 > 2目調査費 > 3旅費: 13,103 → 13,203',
    '計: 99,106 → 99,206',
  ]);
});

const rowsOf = (older: string[], newer: string[]) => {
  const paper = (rows: string[]) => ({ pages: [drawPage(rows, { width: 900 })], pageLabels: [null] });
  return compare(paper(older), paper(newer)).quantities.map(
    ({ label, column, old, new: now }) =>
      `${label.split(' > ').slice(1).join(' > ')} | ${column}: ${old.text} → ${now.text}`,
  );
};

test('rulings over some columns only part the names in these', () => {
  const rule = '─'.repeat(50);
  const taxes = (a: number, others: readonly string[]) => [
    '市税収入見積書',
    rule,
    '項              目              節             本年度     前年度',
    rule,
    `1　軽自動車税   1　${others[0]}         現年分         61,${a}1     60,${a}1`,
    '                                ──────────────────────────────────',
    `                                滞納分          3,${a}2      2,${a}2`,
    '                ──────────────────────────────────────────',
    `                2　${others[1]}         現年分          8,${a}3      7,${a}3`,
    '                                ──────────────────────────────────',
    `                                滞納分         55,${a}4     54,${a}4`,
    rule,
  ];
  expect(rowsOf(taxes(10, ['個人', '団体']), taxes(20, ['個人', '団体']))).toEqual([
    '1軽自動車税 > 1個人 > 現年分 | 本年度: 61,101 → 61,201',
    '1軽自動車税 > 1個人 > 現年分 | 前年度: 60,101 → 60,201',
    '1軽自動車税 > 1個人 > 滞納分 | 本年度: 3,102 → 3,202',
    '1軽自動車税 > 1個人 > 滞納分 | 前年度: 2,102 → 2,202',
    '1軽自動車税 > 2団体 > 現年分 | 本年度: 8,103 → 8,203',
    '1軽自動車税 > 2団体 > 現年分 | 前年度: 7,103 → 7,203',
    '1軽自動車税 > 2団体 > 滞納分 | 本年度: 55,104 → 55,204',
    '1軽自動車税 > 2団体 > 滞納分 | 前年度: 54,104 → 54,204',
  ]);
});

test('items in the middle of which a name stands are those of that name', () => {
  const rule = '─'.repeat(44);
  const estimate = (a: number) => [
    '1款　市税',
    rule,
    '区分                     金額      説明',
    rule,
    `                                   均等割                       1,${a}1`,
    '                                     見込額　9,000×99％',
    `1　現年課税分         12,${a}2       所得割                       2,${a}3`,
    '                                     見込額　8,000×98％',
    `                                   償却資産                     3,${a}4`,
    `                                   土地                         4,${a}5`,
    '                                     見込額　7,000×97％',
    `2　滞納分             13,${a}6       償却資産                     5,${a}7`,
    '                                     見込額　6,000×96％',
    `                                   家屋                         6,${a}8`,
    rule,
  ];
  const rows = rowsOf(estimate(10), estimate(20)).filter((row) => row.includes('説明'));
  expect(rows.map((row) => row.replace(' | 説明', ''))).toEqual([
    '1現年課税分 > 均等割: 1,101 → 1,201',
    '1現年課税分 > 所得割: 2,103 → 2,203',
    '1現年課税分 > 償却資産: 3,104 → 3,204',
    '2滞納分 > 土地: 4,105 → 4,205',
    '2滞納分 > 償却資産: 5,107 → 5,207',
    '2滞納分 > 家屋: 6,108 → 6,208',
  ]);
});

test('rows named by bare numbers, with 合　計 spread below them, under two headers over one ruling that goes on', () => {
  const rule = '─'.repeat(60);
  const row = (name: string, ...amounts: (string | number)[]) =>
    name + [26, 21, 21, 21].map((wide, at) => String(amounts[at]).padStart(wide)).join('');
  const staff = (a: number) => [
    '職員の構成',
    rule,
    '      区                             事務職                                 技術職',
    '            ──────────────────────────────────────────────────────',
    '                        人員（人）            割合（％）         人員（人）           割合（％）',
    rule,
    ...[1, 2, 3].flatMap((of) => [row(`      ${of} `, a + of, `${of}.5`, a - of, `${of}.7`), rule]),
    row('   合　計', '3,481', '100.0', '2,353', '100.0'),
    rule,
  ];
  const found = rowsOf(staff(40), staff(50));
  expect(found).toHaveLength(16);
  expect(found.slice(0, 4)).toEqual([
    '1 | 事務職 > 人員: 41 → 51',
    '1 | 事務職 > 割合: 1.5 → 1.5',
    '1 | 技術職 > 人員: 39 → 49',
    '1 | 技術職 > 割合: 1.7 → 1.7',
  ]);
});
