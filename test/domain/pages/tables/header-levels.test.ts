import { expect, test } from 'vitest';
import { drawPage } from '../draw-page.ts';
import { compare } from '../drawn-page.ts';

const found = (older: string[], newer: string[]) => {
  const paper = (rows: string[]) => ({ pages: [drawPage(rows, { width: 900 })], pageLabels: [null] });
  return compare(paper(older), paper(newer)).quantities.map(
    ({ label, column, old, new: now }) => `${label.split(' > ').at(-1)} | ${column}: ${old.text} → ${now.text}`,
  );
};
const rule = '─'.repeat(36);

test('two headers side by side over the same columns, with no ruling between them, are two', () => {
  const bonds = (a: number) => [
    '地方債補正',
    rule,
    '                         補正前                       補正後',
    '                 ───────────────────────────',
    '起債の目的       限度額    方法    利率        限度額    方法    利率',
    rule,
    `道路事業         ${a},001    証書    １％        ${a},002    同じ    同じ`,
    rule,
    `学校事業         ${a},003    証書    １％        ${a},004    同じ    同じ`,
    rule,
  ];
  expect(found(bonds(1), bonds(2)).filter((pair) => pair.includes('限度額'))).toEqual([
    '道路事業 | 補正前 > 限度額: 1,001 → 2,001',
    '道路事業 | 補正後 > 限度額: 1,002 → 2,002',
    '学校事業 | 補正前 > 限度額: 1,003 → 2,003',
    '学校事業 | 補正後 > 限度額: 1,004 → 2,004',
  ]);
});

test('words of the next column near an amount, and headers that nearly touch, are their own', () => {
  const accounts = (a: number) => [
    '決算の概要',
    '',
    '会計名        歳入決算額 前年度歳入額    増減率',
    `一般会計          ${a},001      ${a},002 減    1.${a}`,
    `介護保険          ${a},003      ${a},004 増    2.${a}`,
    `墓園事業          ${a},005      ${a},006 減    3.${a}`,
  ];
  expect(found(accounts(1), accounts(2))).toEqual([
    '一般会計 | 歳入決算額: 1,001 → 2,001',
    '一般会計 | 前年度歳入額: 1,002 → 2,002',
    '一般会計 | 増減率: 1.1 → 1.2',
    '介護保険 | 歳入決算額: 1,003 → 2,003',
    '介護保険 | 前年度歳入額: 1,004 → 2,004',
    '介護保険 | 増減率: 2.1 → 2.2',
    '墓園事業 | 歳入決算額: 1,005 → 2,005',
    '墓園事業 | 前年度歳入額: 1,006 → 2,006',
    '墓園事業 | 増減率: 3.1 → 3.2',
  ]);
});
