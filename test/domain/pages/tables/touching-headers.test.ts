import { expect, test } from 'vitest';
import { drawPage } from '../draw-page.ts';
import { compare } from '../drawn-page.ts';

const rule = '─'.repeat(50);
const columnsOf = (older: readonly string[], newer: readonly string[]) => {
  const paper = (rows: readonly string[]) => ({ pages: [drawPage(rows, { width: 900 })], pageLabels: [null] });
  return compare(paper(older), paper(newer)).quantities.map(
    ({ label, column, old, new: now }) => `${label.split(' > ').at(-1)} | ${column}: ${old.text} → ${now.text}`,
  );
};

/** The headers of the last two columns take two lines each, and nearly touch in the first. */
const accounts = (a: number) => [
  '各会計決算の概要',
  rule,
  '                                             歳入歳出差引 前年度歳出決',
  '会計名              歳入決算額    歳出決算額                               増減率（％）',
  '                                                  額          算額',
  rule,
  `一般会計               955,${a}1       901,${a}2       12,${a}3      880,${a}4         1.${a}`,
  rule,
  `介護保険               436,${a}5       397,${a}6        1,${a}7      580,${a}8         7.${a}`,
  rule,
];

test('headers of two lines that nearly touch in the first are two, each over what goes on below it', () => {
  expect(columnsOf(accounts(10), accounts(20)).filter((each) => each.startsWith('介護'))).toEqual([
    '介護保険 | 歳入決算額: 436,105 → 436,205',
    '介護保険 | 歳出決算額: 397,106 → 397,206',
    '介護保険 | 歳入歳出差引額: 1,107 → 1,207',
    '介護保険 | 前年度歳出決算額: 580,108 → 580,208',
    '介護保険 | 増減率: 7.10 → 7.20',
  ]);
});

/** The headers of this year and the last fill their columns. */
const taxes = (a: number, gap: string) => [
  '市税収入見積書',
  rule,
  `項                目              本年度当初額（①）${gap}前年度当初額（②）    比較`,
  rule,
  `1　市民税         1　個人                    61,${a}1           60,${a}2       1,${a}3`,
  `                  2　法人                    71,${a}4           70,${a}5       2,${a}6`,
  rule,
  `2　入湯税         1　件数割                   3,${a}7            2,${a}8       3,${a}9`,
  rule,
];

test('headers that end in brackets are two where they touch', () => {
  const found = columnsOf(taxes(10, ''), taxes(20, ''));
  expect(found).toEqual(columnsOf(taxes(10, '    '), taxes(20, '    ')));
  expect(found.slice(0, 3)).toEqual([
    '1個人 | 本年度当初額（①）: 61,101 → 61,201',
    '1個人 | 前年度当初額（②）: 60,102 → 60,202',
    '1個人 | 比較: 1,103 → 1,203',
  ]);
});
