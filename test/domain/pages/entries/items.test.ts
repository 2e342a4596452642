import { describe, expect, test } from 'vitest';
import { pathOf } from '../../../../domain/pages/entries/entry.ts';
import { readEntries } from '../../../../domain/pages/entries/read-entries.ts';
import { type Cell, head, text } from '../../../papers/content.ts';
import { Draw } from '../../../papers/draw.ts';
import { drawSheets } from '../../../papers/draw-sheets.ts';
import { layOut } from '../../../papers/lay-out.ts';
import { drawStyle } from '../../../papers/style.ts';

const style = {
  ...drawStyle(new Draw('items'), ['drawn'], false),
  ruling: 'grid',
  size: 9,
  digits: 'half',
  runningHead: '',
} as const;

type Line = readonly [words: string, amount?: string | undefined, indent?: number];

const cell = (lines: readonly Line[]): Cell => ({
  lines: lines.map(([words, amount, indent = 0]) => [
    { text: words, indent },
    ...(amount === undefined ? [] : [{ text: amount, align: 'right' as const }]),
  ]),
});

/** 目 | 本年度 | 節 | 金額 | 説明, one row that no ruling line parts; each column has its lines. */
function rowOf(costs: readonly Line[], explained: readonly Line[]): string[] {
  const sheets = layOut(
    [
      {
        kind: 'table',
        widths: [20, 14, 24, 14, 50],
        head: [{ cells: ['目', '本年度', '節', '金額', '説明'].map((words) => head(words)) }],
        rows: [
          {
            cells: [
              text('1　企画費'),
              cell([['', '9,000']]),
              cell(costs.map(([words]) => [words])),
              cell(costs.map(([, amount]) => ['', amount!])),
              cell(explained),
            ],
          },
        ],
      },
    ],
    style,
  );
  return readEntries(drawSheets(sheets))
    .filter(({ quantities }) => quantities.length > 0)
    .map((entry) => {
      const path = pathOf(entry).join(' > ');
      return `${path} = ${entry.quantities.map(({ quantity }) => quantity.text).join(' ')}`;
    });
}

const COSTS: Line[] = [
  ['1　報酬', '100'],
  ['8　旅費', '200'],
  ['10　需用費', '300'],
];

describe('説明 beside 節 that no ruling line parts', () => {
  test.each([
    ['bullets', ['○', '○'], '・', 0],
    ['bullets set in', ['○', '○'], '・', 1],
    ['codes', ['001', '002'], '01', 1],
    ['nothing but the step', ['', ''], '', 1],
  ] as const)('what goes its own way belongs to the 目 and to what is less set in: %s', (_, outer, inner, indent) => {
    const read = rowOf(COSTS, [
      [`${outer[0]}広報事業`, '4,000'],
      [`${inner}委託料`, '1,500', indent],
      [`${inner}旅費`, '2,500', indent],
      [`${outer[1]}統計事業`, '5,000'],
      [`${inner}委託料`, '5,000', indent],
    ]);
    expect(read.toSorted()).toEqual(
      [
        '1企画費 = 9,000',
        '1企画費 > 1報酬 = 100',
        '1企画費 > 8旅費 = 200',
        '1企画費 > 10需用費 = 300',
        `1企画費 > ${outer[0]}広報事業 = 4,000`,
        `1企画費 > ${outer[0]}広報事業 > ${inner}委託料 = 1,500`,
        `1企画費 > ${outer[0]}広報事業 > ${inner}旅費 = 2,500`,
        `1企画費 > ${outer[1]}統計事業 = 5,000`,
        `1企画費 > ${outer[1]}統計事業 > ${inner}委託料 = 5,000`,
      ].toSorted(),
    );
  });

  test('how an amount was worked out is neither a name nor an amount', () => {
    const read = rowOf(COSTS, [
      ['広報事業', '4,000'],
      ['発行　500円×8,000部', undefined, 1],
      ['統計事業', '5,000'],
      ['1,250円×4人', undefined, 1],
      ['調査委託　2回×50千円', '100', 1],
    ]);
    expect(read.filter((row) => row.includes('事業')).toSorted()).toEqual(
      ['1企画費 > 広報事業 = 4,000', '1企画費 > 統計事業 = 5,000', '1企画費 > 統計事業 > 調査委託 = 100'].toSorted(),
    );
  });
});
