import { expect, test } from 'vitest';
import { printNotes } from '../../../server/print/print-notes.ts';
import { withPdf } from './drawn-pdf.ts';

test('a memo is printed with its emoji; only what no font has is 〓', async () => {
  const memo = { kind: 'text', x: 0.1, y: 0.1, words: '増えた😀 ✅ 要確認👍🏽 𠮷\u{E000}' } as const;
  const sheet = { name: '1ページ', width: 595, height: 842, remark: '', contents: [memo] };
  const words = await withPdf(await printNotes('資料１', [sheet]), async (pages) => pages.text(0));
  expect(words.replace(/\s/g, '')).toBe('増えた😀✅要確認👍🏽𠮷〓');
});
