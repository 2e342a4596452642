import { expect, test } from 'vitest';
import type { ComparedLine, ComparedValue } from '../../contract/comparisons.ts';
import { pageBlocks } from '../../domain/pages/results/page-blocks.ts';

const box = [0, 0, 1, 1];
const value = (column: string, text: string): ComparedValue => ({
  column: [column],
  older: null,
  newer: { page: 1, text, value: Number(text), unit: null, box },
  difference: null,
  rate: null,
  confidence: 1,
});

function line(label: string, parents: string[], values: ComparedValue[] = []): ComparedLine {
  return {
    index: 0,
    kind: values.length > 0 ? 'row' : 'text',
    place: { page: 1, box, label, parents },
    other: null,
    nearest: null,
    values,
    confidence: 1,
    moved: false,
    correctionId: null,
  };
}

test('rows under the same headings are one table, with a gap where a row lacks a column', () => {
  const blocks = pageBlocks([
    line('歳入', []),
    line('市民税', ['歳入'], [value('本年度', '1'), value('前年度', '2')]),
    line('固定資産税', ['歳入'], [value('前年度', '3')]),
    line('', ['歳出'], [value('本年度', '4')]),
  ]);
  expect(blocks.map(({ kind }) => kind)).toEqual(['text', 'table', 'table']);
  const [, first, second] = blocks;
  expect(first).toMatchObject({ path: ['歳入'], columns: ['本年度', '前年度'] });
  expect(first?.kind === 'table' && first.rows[1]?.cells[0]).toBeNull();
  expect(second).toMatchObject({ path: ['歳出'], columns: ['本年度'] });
});

test('words with an amount stand by themselves, and end a table', () => {
  const phrase: ComparedLine = { ...line('基金の残高は', [], [value('', '5')]), kind: 'phrase' };
  const blocks = pageBlocks([line('甲', [], [value('', '1')]), phrase, line('乙', [], [value('', '2')])]);
  expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'phrase', 'table']);
});
