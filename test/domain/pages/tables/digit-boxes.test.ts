import { expect, test } from 'vitest';
import { pairs } from '../drawn-page.ts';

test('an amount printed one digit a box is one amount', () => {
  const boxes = (amount: string) => [...amount.padStart(5)].map((digit) => digit.trim()).join(' | ');
  const paper = (rows: readonly (readonly [string, string, string])[]) => `
    収入見積書
    | 科目 | 本年度 | < | < | < | < | 前年度 | < | < | < | < |
    ${rows.map(([name, now, before]) => `| ${name} | ${boxes(now)} | ${boxes(before)} |`).join('\n    ')}
  `;
  const older = paper([
    ['市税', '91234', '87654'],
    ['使用料', '456', '3210'],
    ['諸収入', '78', '△12'],
  ]);
  const newer = paper([
    ['市税', '92345', '91234'],
    ['使用料', '567', '456'],
    ['諸収入', '89', '△34'],
  ]);
  expect(pairs(older, newer)).toEqual([
    '収入見積書 > 市税 | 本年度: 91234 → 92345',
    '収入見積書 > 市税 | 前年度: 87654 → 91234',
    '収入見積書 > 使用料 | 本年度: 456 → 567',
    '収入見積書 > 使用料 | 前年度: 3210 → 456',
    '収入見積書 > 諸収入 | 本年度: 78 → 89',
    '収入見積書 > 諸収入 | 前年度: △12 → △34',
  ]);
});
