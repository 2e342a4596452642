import { type Block, type Cell, head, heading, line, type Row, text, unitLine } from '../content.ts';
import { amountIn, type Draw } from '../draw.ts';
import { type Kind, numberCell, type Office } from '../kind.ts';
import { total, yearName } from '../style.ts';
import { KINDS_OF_COST, SECTIONS } from '../words.ts';

/** 款 with its 項; some 項 stand in one year only. */
interface Chapter {
  readonly name: string;
  readonly parts: readonly [older: readonly string[], newer: readonly string[]];
}

const REVENUES: readonly (readonly [chapter: string, ...parts: string[]])[] = [
  ['市税', '市民税', '固定資産税', '軽自動車税', '市たばこ税', '入湯税'],
  ['地方譲与税', '地方揮発油譲与税', '自動車重量譲与税', '森林環境譲与税'],
  ['分担金及び負担金', '分担金', '負担金'],
  ['使用料及び手数料', '使用料', '手数料', '証紙収入'],
  ['国庫支出金', '国庫負担金', '国庫補助金', '委託金'],
  ['財産収入', '財産運用収入', '財産売払収入'],
  ['諸収入', '延滞金、加算金及び過料', '市預金利子', '貸付金元利収入', '雑入'],
];

const drawRevenues = (draw: Draw): Chapter[] =>
  draw.some(REVENUES, draw.integer(3, 5)).map(([name, ...parts]) => chapterOf(draw.of(name), name, parts));

const drawExpenditures = (draw: Draw): Chapter[] =>
  draw.some(SECTIONS, draw.integer(3, 5)).map((name) => {
    const stem = name.replace(/費$/u, '');
    return chapterOf(
      draw.of(name),
      name,
      ['総務', '施設', '振興', '対策', '調査'].map((part) => `${stem}${part}費`),
    );
  });

function chapterOf(draw: Draw, name: string, all: readonly string[]): Chapter {
  const parts = draw.some(all, draw.integer(2, all.length));
  const staying = () => parts.filter((_, index) => index === 0 || !draw.chance(0.1));
  return { name, parts: [staying(), staying()] };
}

/** A column of a settlement: its header, and what it says of a row. */
type Column = readonly [header: string, say: (id: string, year: number) => number];

const budgetOf = (id: string, year: number) => amountIn(`${id} budget`, year, 900, 900_000) * 1000;
const assessed = (id: string, year: number) => amountIn(`${id} assessed`, year, 900_000, 900_000_000);
const lost = (id: string, year: number) =>
  amountIn(`${id} has`, 1, 1, 9) % 2 ? amountIn(`${id} lost`, year, 900, 9e5) : 0;
const owed = (id: string, year: number) => amountIn(`${id} owed`, year, 9_000, 900_000);
const received = (id: string, year: number) => assessed(id, year) - lost(id, year) - owed(id, year);
const spent = (id: string, year: number) =>
  Math.round(budgetOf(id, year) * (0.8 + amountIn(`${id} share`, year, 1, 99) / 1000));
const carried = (id: string, year: number) =>
  amountIn(`${id} goes`, 1, 1, 9) % 3 === 0 ? amountIn(`${id} goes on`, year, 90, 900) * 1000 : 0;

const REVENUE_COLUMNS: readonly Column[] = [
  ['予算現額', budgetOf],
  ['調定額', assessed],
  ['収入済額', received],
  ['不納欠損額', lost],
  ['収入未済額', owed],
  ['予算現額と収入済額との比較', (id, year) => received(id, year) - budgetOf(id, year)],
];
const EXPENDITURE_COLUMNS: readonly Column[] = [
  ['予算現額', budgetOf],
  ['支出済額', spent],
  ['翌年度繰越額', carried],
  ['不用額', (id, year) => budgetOf(id, year) - spent(id, year) - carried(id, year)],
  ['予算現額と支出済額との比較', (id, year) => budgetOf(id, year) - spent(id, year)],
];

const UNIT = '円';

/** 歳入歳出決算書: 款 and 項 in two columns or in one, on one sheet or on two facing ones. */
function settlementBook(isFacing: boolean): Kind {
  return {
    landscape: !isFacing,
    style: (style) => ({
      ...style,
      size: Math.min(style.size, 8),
      digits: 'half',
      ruling: isFacing ? 'grid' : style.ruling,
    }),
    draw(draw) {
      const sides = [
        ['歳入', drawRevenues(draw.of('in')), REVENUE_COLUMNS],
        ['歳出', drawExpenditures(draw.of('out')), EXPENDITURE_COLUMNS],
      ] as const;
      const inOneColumn = draw.chance(0.4);
      const marks = draw.oneOf(['', '款項']);
      const left = draw.integer(1, 2);
      return (office) =>
        sides.flatMap(([side, chapters, columns], at): Block[] => {
          const rows = settlementRows(side, chapters, columns, { inOneColumn, marks }, office);
          const names = inOneColumn ? [head('款　項')] : [head('款'), head('項')];
          const header: Row = { cells: [...names, ...columns.map(([name]) => head(name))] };
          const widths = [...(inOneColumn ? [34] : [20, 24]), ...columns.map(() => 22)];
          return [
            ...(at > 0 ? [{ kind: 'break' } as const] : []),
            heading(`${yearName(office.year, office.style)}　一般会計歳入歳出決算書`, 1.4),
            heading(side),
            unitLine(UNIT),
            isFacing
              ? facingHalves(header, rows, widths, names.length + left)
              : { kind: 'table', widths, head: [header], rows },
          ];
        });
    },
  };
}

export const settlement = settlementBook(false);
export const facingSettlement = settlementBook(true);

function facingHalves(header: Row, rows: readonly Row[], widths: readonly number[], at: number): Block {
  const half = (from: number, to?: number) => ({
    kind: 'table' as const,
    widths: widths.slice(from, to),
    head: [{ cells: header.cells.slice(from, to) }],
    rows: rows.map(({ cells }) => ({ cells: cells.slice(from, to) })),
  });
  return { kind: 'spread', facing: true, left: half(0, at), right: half(at) };
}

function settlementRows(
  side: string,
  chapters: readonly Chapter[],
  columns: readonly Column[],
  { inOneColumn, marks }: { inOneColumn: boolean; marks: string },
  { year, turn, style }: Office,
): Row[] {
  const amounts = (id: string, label: string) =>
    columns.map(([column, say]) =>
      numberCell(say(`${side} ${id}`, year), { id: `${side} ${id} ${column}`, label, column, unit: UNIT }, style),
    );
  const named = (number: number, level: 0 | 1, name: string): Cell[] => {
    const words = `${number}${marks.charAt(level)}　${name}`;
    if (inOneColumn) return [{ lines: [[{ text: words, indent: level }]] }];
    return level === 0 ? [text(words), text('')] : [text(''), text(words)];
  };
  const rows = chapters.flatMap(({ name, parts }, index): Row[] => [
    { cells: [...named(index + 1, 0, name), ...amounts(name, `${side} > ${name}`)] },
    ...parts[turn].map(
      (part, at): Row => ({
        cells: [...named(at + 1, 1, part), ...amounts(`${name} ${part}`, `${side} > ${name} > ${part}`)],
      }),
    ),
  ]);
  const sum = text(total(`${side}合計`, style), { align: 'center', across: inOneColumn ? 1 : 2 });
  // Facing halves are cut by cells, so that a name over two columns keeps an empty one.
  const name = inOneColumn ? [sum] : [{ ...sum, across: 1 }, text('')];
  return [...rows, { cells: [...name, ...amounts('sum', `${side} > ${side}合計`)] }];
}

/** 歳出決算事項別明細書: a 目 with what was its budget, its 節 beside it with what was spent of each, 備考 at the end. */
export const settlementDetails: Kind = {
  landscape: true,
  style: (style) => ({ ...style, ruling: 'grid', digits: 'half', size: 7, pitch: 1.5 }),
  draw(draw) {
    const chapters = draw.some(SECTIONS, draw.integer(2, 3)).map((name) => {
      const stem = name.replace(/費$/u, '');
      return chapterOf(
        draw.of(name),
        name,
        ['総務', '施設', '振興', '対策'].map((part) => `${stem}${part}費`),
      );
    });
    const costs = (id: string) => draw.of(id).some(KINDS_OF_COST, draw.of(`${id} n`).integer(2, 4));
    const remarks = draw.chance(0.6);
    return (office) =>
      chapters.flatMap(({ name, parts }, index): Block[] => [
        heading(`${index + 2}款　${name}　1項　${name}`, 1.1),
        unitLine(UNIT),
        {
          kind: 'table',
          widths: [28, 20, 20, 18, 20, 24, 20, 20, 18, 18, ...(remarks ? [44] : [])],
          head: detailHead(remarks),
          rows: parts[office.turn].flatMap((part, at) =>
            detailRows(name, part, at, costs(`${name} ${part}`), remarks, office),
          ),
        },
      ]);
  },
};

function detailHead(remarks: boolean): Row[] {
  const behind = remarks ? [head('備考', 1, 2)] : [];
  const spentHeads = ['支出済額', '翌年度繰越額', '不用額'].map((word) => head(word, 1, 2));
  return [
    { cells: [head('目', 1, 2), head('予算現額', 4), head('節', 2), ...spentHeads, ...behind] },
    { cells: ['当初予算額', '補正予算額', '流用増減', '計', '区分', '金額'].map((word) => head(word)) },
  ];
}

function detailRows(
  chapter: string,
  part: string,
  at: number,
  costs: readonly (typeof KINDS_OF_COST)[number][],
  remarks: boolean,
  { year, style }: Office,
): Row[] {
  const label = `${chapter} > ${part}`;
  const cell = (value: number, column: string, own: string, of = label) =>
    numberCell(value, { id: `${label} ${own}`, label: of, column, unit: UNIT }, style);
  const first = amountIn(`${label} first`, year, 900, 90_000) * 1000;
  const more = (amountIn(`${label} more`, year, 1, 900) - 300) * 1000;
  const moved = amountIn(`${label} moved`, year, 1, 9) % 2 ? amountIn(`${label} by`, year, 1, 90) * 1000 : 0;
  const whole = [
    text(`${at + 1}　${part}`),
    cell(first, '当初予算額', 'first'),
    cell(more, '補正予算額', 'more'),
    cell(moved, '流用増減', 'moved'),
    cell(first + more + moved, '計', 'all'),
  ];
  return costs.map(([name, number], index): Row => {
    const id = `${label} ${name}`;
    const amounts = [
      ['金額', budgetOf(id, year)],
      ['支出済額', spent(id, year)],
      ['翌年度繰越額', carried(id, year)],
      ['不用額', budgetOf(id, year) - spent(id, year) - carried(id, year)],
    ] as const;
    const remark = remarks ? [text(index === 0 ? `${part.slice(0, 4)}に要した経費` : '')] : [];
    return {
      cells: [
        ...(index === 0 ? whole : whole.map(() => text(''))),
        text(`${number}　${name}`),
        ...amounts.map(([column, value]) => cell(value, column, `${name} ${column}`, `${label} > ${name}`)),
        ...remark,
      ],
      open: index > 0,
    };
  });
}

/** 実質収支に関する調書: numbered rows, some with parts, one amount each. */
export const balance: Kind = {
  landscape: false,
  draw(draw) {
    const accounts = draw.some(
      ['一般会計', '国民健康保険特別会計', '介護保険特別会計', '墓園事業特別会計'],
      draw.integer(1, 3),
    );
    const said = draw.oneOf(['金額', '金　額']);
    return ({ year, style }) =>
      accounts.flatMap((account, index): Block[] => {
        const row = (name: string, indent = 0): Row => ({
          cells: [
            { lines: [[{ text: name, indent }]] },
            numberCell(
              amountIn(`${account} ${name}`, year, 900, 9_000_000),
              { id: `${account} ${name}`, label: `${account} > ${name}`, column: '金額', unit: '千円' },
              style,
            ),
          ],
        });
        return [
          ...(index > 0 ? [{ kind: 'break' } as const] : []),
          heading('実質収支に関する調書', 1.4),
          line(account),
          unitLine('千円'),
          {
            kind: 'table',
            widths: [60, 30],
            share: 0.8,
            head: [{ cells: [head('区分'), head(said)] }],
            rows: [
              ...['1　歳入総額', '2　歳出総額', '3　歳入歳出差引額'].map((name) => row(name)),
              { cells: [text('4　翌年度へ繰り越すべき財源'), text('')] },
              ...['(1)　継続費逓次繰越額', '(2)　繰越明許費繰越額', '(3)　事故繰越し繰越額', '計'].map((name) =>
                row(name, 1.5),
              ),
              row('5　実質収支額'),
            ],
          },
        ];
      });
  },
};
