import { expect, test } from 'vitest';
import type { ComparedLine, ComparedValue } from '../../../../contract/comparisons.ts';
import { pageBlocks } from '../../../../domain/pages/results/page-blocks.ts';

const whole = [0, 0, 1, 1];
const value = (column: string, text: string): ComparedValue => ({
  column: [column],
  older: null,
  newer: { page: 1, text, value: Number(text), unit: null, box: whole },
  difference: null,
  rate: null,
  confidence: 1,
});

function line(label: string, parents: string[], values: ComparedValue[] = [], box = whole): ComparedLine {
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
  const blocks = pageBlocks(
    [
      line('歳入', []),
      line('市民税', ['歳入'], [value('本年度', '1'), value('前年度', '2')]),
      line('固定資産税', ['歳入'], [value('前年度', '3')]),
      line('', ['歳出'], [value('本年度', '4')]),
    ],
    [],
  );
  expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'table']);
  const [first, second] = blocks;
  expect(first).toMatchObject({ path: ['歳入'], columns: ['本年度', '前年度'] });
  expect(first?.kind === 'table' && first.rows[1]?.cells[0]).toBeNull();
  expect(second).toMatchObject({ path: ['歳出'], columns: ['本年度'] });
});

test('words with an amount stand by themselves, and end a table', () => {
  const phrase: ComparedLine = { ...line('基金の残高は', [], [value('', '5')]), kind: 'phrase' };
  const blocks = pageBlocks([line('甲', [], [value('', '1')]), phrase, line('乙', [], [value('', '2')])], []);
  expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'prose', 'table']);
});

test('a budget is one table: 節 under their 目, 説明 of the same name on the line of its 節', () => {
  const [款, 項] = ['2.歳入', '1.市税'];
  const tax = [款, 項, '1.個人'];
  const [block] = pageBlocks(
    [
      line('1.個人', [款, 項], [value('本年度', '10')], [0, 0, 40, 10]),
      line('1.現年課税分', tax, [value('節', '8')], [50, 0, 70, 10]),
      line('現年課税分', [...tax, '1.現年課税分'], [value('説明', '8')], [80, 0, 99, 10]),
      line('2.滞納繰越分', tax, [value('節', '2')], [50, 20, 70, 30]),
      line('滞納繰越分', [...tax, '2.滞納繰越分'], [value('説明', '2')], [80, 40, 99, 50]),
      line('2.法人', [款, 項], [value('本年度', '3')], [0, 60, 40, 70]),
      line('1.法人', [款, 項, '2.法人'], [value('節', '3')], [50, 60, 70, 70]),
      line('法人', [款, 項, '2.法人', '1.法人'], [value('説明', '3')], [80, 60, 99, 70]),
      line('計', [款, 項], [value('本年度', '13')], [0, 80, 40, 90]),
    ],
    [],
  );
  expect(block).toMatchObject({ kind: 'table', path: [款, 項], columns: ['本年度', '節', '説明'] });
  const rows = block?.kind === 'table' ? block.rows : [];
  expect(
    rows.map(({ label, depth, cells }) => [label, depth, ...cells.map((cell) => cell?.newer?.value ?? null)]),
  ).toEqual([
    ['1.個人', 0, 10, null, null],
    ['1.現年課税分', 1, null, 8, 8],
    ['2.滞納繰越分', 1, null, 2, null],
    ['滞納繰越分', 2, null, null, 2],
    ['2.法人', 0, 3, null, null],
    ['1.法人', 1, null, 3, 3],
    ['計', 0, 13, null, null],
  ]);
});

test('a heading that no row of the table prints stands before its rows; one that the page prints above is not said twice', () => {
  const blocks = pageBlocks(
    [
      line('歳入', []),
      line('個人', ['歳入', '市民税'], [value('本年度', '1')]),
      line('法人', ['歳入', '市民税'], [value('本年度', '2')]),
      line('土地', ['歳入', '固定資産税'], [value('本年度', '3')]),
    ],
    [],
  );
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toMatchObject({
    path: ['歳入'],
    rows: [
      { label: '市民税', depth: 0, cells: [null] },
      { label: '個人', depth: 1 },
      { label: '法人', depth: 1 },
      { label: '固定資産税', depth: 0, cells: [null] },
      { label: '土地', depth: 1 },
    ],
  });
});

test('two tables beside each other with other columns stay two', () => {
  const blocks = pageBlocks([line('甲', ['題'], [value('人口', '1')]), line('乙', ['題'], [value('面積', '2')])], []);
  expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'table']);
});

test('sentences are told whole as they are printed, with the amounts that they name; what is alone stays as it was read', () => {
  const at = (top: number): [number, number, number, number] => [10, top, 90, top + 10];
  const phrase = (label: string, text: string, top: number): ComparedLine => ({
    ...line(label, [], [value('', text)], at(top)),
    kind: 'phrase',
  });
  const printed = [
    { text: '歳入の説明', box: at(0) },
    { text: '規模は、97千円で、預金', box: at(40) },
    { text: '利子5千円を増額し、', box: at(55) },
    { text: '計上しました。', box: at(70) },
    { text: '以上です。', box: at(85) },
    { text: '－12－', box: at(200) },
  ];
  const lines = [
    line('歳入の説明', [], [], at(0)),
    phrase('規模', '97', 40),
    { ...phrase('預金利子', '5', 40), place: { page: 1, box: [10, 40, 90, 65], label: '預金利子', parents: [] } },
    line('以上です。', [], [], at(85)),
  ];
  expect(pageBlocks(lines, printed)).toMatchObject([
    { kind: 'text', text: '歳入の説明' },
    {
      kind: 'prose',
      text: '規模は、97千円で、預金利子5千円を増額し、計上しました。',
      amounts: [{ label: '規模' }, { label: '預金利子' }],
    },
    { kind: 'text', text: '以上です。' },
  ]);
});
