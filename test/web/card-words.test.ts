import { expect, test } from 'vitest';
import type { ComparedLine } from '../../contract/comparisons.ts';
import { doubtWords } from '../../web/features/compare/card-words.ts';

const place = (label: string) => ({ page: 1, box: [0, 0, 9, 9], label, parents: [] });
const line = (label: string, other: string): ComparedLine => ({
  ...{ index: 0, kind: 'row', place: place(label), other: place(other), nearest: null, values: [] },
  ...{ confidence: 0.8, moved: false, correctionId: null },
});

test('a counterpart in doubt is told by its name where that is another', () => {
  expect(doubtWords(line('ふるさと応援寄附', 'ふるさと納税'))).toBe(
    '要確認：となりの資料では「ふるさと納税」です。同じ行かどうか、資料で確かめてください',
  );
  expect(doubtWords(line('市税', '市税'))).toBe('要確認：同じ行かどうか、資料で確かめてください');
});
