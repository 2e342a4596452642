import { type Block, type Cell, cellOf, head, heading, type Piece, type Row, text, unitLine } from '../content.ts';
import { amountIn, type Draw } from '../draw.ts';
import { type Kind, numberPiece, type Office } from '../kind.ts';
import { KINDS_OF_COST, PROJECTS, SECTIONS } from '../words.ts';

const WIDTHS = [30, 17, 17, 15, 17, 14, 15, 17, 30, 16, 68];
/** Columns on the left one of two facing pages. */
const LEFT = 8;

/** 歳出 of a general account's budget book: a grid of lines with rulings down the columns only, where 節 and 説明 each go their own way. */
function expenditureBook(isFacing: boolean): Kind {
  return {
    landscape: !isFacing,
    style: (style) => ({ ...style, ruling: 'grid', digits: 'half', size: 7, pitch: 1.5 }),
    draw(draw) {
      const chapters = draw.some(SECTIONS, draw.integer(2, 3)).map((name) => drawChapter(draw.of(name), name));
      const ways = drawWays(draw);
      return (office) =>
        chapters.flatMap((chapter, index): Block[] => {
          const rows = rowsOf(chapter, ways, office);
          return [
            heading(captionOf(chapter.name, index + 2, ways), 1.1),
            unitLine('千円'),
            isFacing ? facingPages(rows) : { kind: 'table', widths: WIDTHS, head: HEAD, rows },
          ];
        });
    },
  };
}

export const expenditures = expenditureBook(false);
export const facingExpenditures = expenditureBook(true);

function facingPages(rows: readonly Row[]): Block {
  const half = (from: number, to: number, heads: Row[]) => ({
    kind: 'table' as const,
    widths: WIDTHS.slice(from, to),
    head: heads,
    rows: rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })),
  });
  const [first, second, third] = HEAD.map(({ cells }) => cells);
  const left = [first!.slice(0, 5), second!, third!.slice(0, 3)].map((cells) => ({ cells }));
  const right = [[head('節', 2, 2), head('説明', 1, 3)], [], third!.slice(3)].map((cells) => ({ cells }));
  return { kind: 'spread', facing: true, left: half(0, LEFT, left), right: half(LEFT, WIDTHS.length, right) };
}

interface Ways {
  /** What stands before the items of 説明 and before those within them. */
  readonly marks: readonly [outer: (at: number) => string, inner: (at: number) => string];
  readonly sources: 'plain' | 'named';
  readonly caption: 'brackets' | 'plain' | 'suffix';
  /** Lines between the 節. */
  readonly apart: number;
  /** 目 say their name anew on each page. */
  readonly hasSum: boolean;
  readonly hasFormulas: boolean;
}

function drawWays(draw: Draw): Ways {
  return {
    marks: draw.oneOf<Ways['marks']>([
      [() => '○', () => '・'],
      [(at) => `${String(at + 1).padStart(3, '0')}　`, (at) => `${String(at + 1).padStart(2, '0')}　`],
      [(at) => `（${at + 1}）`, () => ''],
      [() => '', () => ''],
      [() => '◎', () => ''],
    ]),
    sources: draw.oneOf(['plain', 'named']),
    caption: draw.oneOf(['brackets', 'plain', 'suffix']),
    apart: draw.oneOf([1, 1, 2]),
    hasSum: draw.chance(0.8),
    hasFormulas: draw.chance(0.3),
  };
}

interface Project {
  readonly name: string;
  readonly parts: readonly string[];
}
interface Purpose {
  readonly name: string;
  readonly costs: readonly (typeof KINDS_OF_COST)[number][];
  readonly projects: readonly [older: readonly Project[], newer: readonly Project[]];
}
interface Chapter {
  readonly name: string;
  readonly purposes: readonly [older: readonly Purpose[], newer: readonly Purpose[]];
}

function drawChapter(draw: Draw, name: string): Chapter {
  const stem = name.replace(/費$/u, '');
  const names = draw.some(['総務', '施設', '振興', '対策', '調査', '推進'], draw.integer(3, 5));
  const purposes = names.map((part) => drawPurpose(draw.of(part), `${stem}${part}費`));
  const gone = draw.chance(0.4) ? draw.oneOf(purposes) : null;
  const come = draw.chance(0.4) ? draw.oneOf(purposes) : null;
  return {
    name,
    purposes: [purposes.filter((one) => one !== come), purposes.filter((one) => one !== gone || one === come)],
  };
}

function drawPurpose(draw: Draw, name: string): Purpose {
  const projects = draw.some(PROJECTS, draw.integer(2, 5)).map(
    (project): Project => ({
      name: project,
      parts: draw
        .of(project)
        .some(KINDS_OF_COST, draw.of(`${project} n`).integer(1, 5))
        .map(([part]) => part),
    }),
  );
  const staying = () => projects.filter(() => !draw.chance(0.12));
  return { name, costs: draw.some(KINDS_OF_COST, draw.integer(2, 8)), projects: [staying(), staying()] };
}

function captionOf(name: string, number: number, { caption }: Ways): string {
  if (caption === 'brackets') return `（款）　${number}　${name}　　（項）　1　${name}`;
  return caption === 'plain' ? `款　${number}　${name}　　項　1　${name}` : `${number}款　${name}　　1項　${name}`;
}

const HEAD: Row[] = [
  {
    cells: [
      head('目', 1, 3),
      head('本年度', 1, 3),
      head('前年度', 1, 3),
      head('比較', 1, 3),
      head('本年度の財源内訳', 4),
      head('節', 2, 2),
      head('説明', 1, 3),
    ],
  },
  { cells: [head('特定財源', 3), head('一般財源', 1, 2)] },
  { cells: [head('国県支出金'), head('地方債'), head('その他'), head('区分'), head('金額')] },
];
const SOURCES = [
  ['国県支出金', ['国', '県']],
  ['地方債', ['債']],
  ['その他', ['諸']],
] as const;
const EMPTY = text('');
const UNIT = '千円';

function rowsOf(chapter: Chapter, ways: Ways, office: Office): Row[] {
  const rows = chapter.purposes[office.turn].flatMap((purpose, index) =>
    purposeRows(chapter, purpose, index, ways, office),
  );
  if (!ways.hasSum) return rows;
  const now = sumOf(chapter, office.year, office.turn);
  const said = { label: `${chapter.name} > 計`, unit: UNIT };
  const id = `${chapter.name} sum`;
  const amount = (value: number, column: string) =>
    cellOf([numberPiece(value, { ...said, column, id: `${id} ${column}` }, office.style)]);
  const before = sumOf(chapter, office.year - 1, office.turn);
  return [
    ...rows,
    {
      cells: [
        text('計', { align: 'center' }),
        amount(now, '本年度'),
        amount(before, '前年度'),
        amount(now - before, '比較'),
        ...Array.from({ length: 7 }, () => EMPTY),
      ],
    },
  ];
}

const sumOf = (chapter: Chapter, year: number, turn: 0 | 1) =>
  chapter.purposes[turn].reduce((sum, { name }) => sum + amountIn(`${chapter.name} ${name}`, year, 900, 4_000_000), 0);

/** The lines of a 目, each column filled from the top for itself. */
function purposeRows({ name: chapter }: Chapter, purpose: Purpose, index: number, ways: Ways, office: Office): Row[] {
  const { year, style, turn } = office;
  const id = `${chapter} ${purpose.name}`;
  const label = `${chapter} > ${purpose.name}`;
  const amount = (value: number, column: string, own: string, of = label) =>
    numberPiece(value, { id: `${id} ${own}`, label: of, column, unit: UNIT }, style);
  const [now, before] = [amountIn(id, year, 900, 4_000_000), amountIn(id, year - 1, 900, 4_000_000)];
  const columns: Cell[][] = [
    [text(`${index + 1}　${purpose.name}`)],
    [cellOf([amount(now, '本年度', 'now')])],
    [cellOf([amount(before, '前年度', 'before')])],
    [cellOf([amount(now - before, '比較', 'change')])],
    ...SOURCES.map(([source, names]) =>
      names.slice(0, ways.sources === 'named' ? 2 : 1).map((short) => {
        const value = amountIn(`${id} ${source} ${short}`, year, 1, 90_000);
        const piece = amount(value, `${source}${short}`, `${source} ${short}`);
        return cellOf(ways.sources === 'named' ? [{ text: short }, piece] : [piece]);
      }),
    ),
    [cellOf([amount(amountIn(`${id} own`, year, 500, 900_000), '一般財源', 'own')])],
    ...costColumns(purpose, ways, amount, id, label, year),
    projectLines(purpose, ways, { turn, year, style }, id, label),
  ];
  const lines = Math.max(...columns.map((cells) => cells.length));
  return Array.from({ length: lines }, (_, at) => ({
    cells: columns.map((cells) => cells[at] ?? EMPTY),
    open: at > 0,
  }));
}

type Amount = (value: number, column: string, own: string, of?: string) => Piece;

function costColumns(purpose: Purpose, ways: Ways, amount: Amount, id: string, label: string, year: number): Cell[][] {
  const spread = (cells: readonly Cell[]) => cells.flatMap((cell) => [cell, ...Array(ways.apart - 1).fill(EMPTY)]);
  return [
    spread(purpose.costs.map(([name, number]) => text(`${number}　${name}`))),
    spread(
      purpose.costs.map(([name]) => {
        const value = amountIn(`${id} cost ${name}`, year, 5, 400_000);
        return cellOf([amount(value, '金額', `cost ${name}`, `${label} > ${name}`)]);
      }),
    ),
  ];
}

function projectLines(purpose: Purpose, ways: Ways, { turn, year, style }: Office, id: string, label: string): Cell[] {
  const [outer, inner] = ways.marks;
  return purpose.projects[turn].flatMap(({ name, parts }, at) => {
    const said = (own: string, value: number, of: string) =>
      numberPiece(value, { id: `${id} ${own}`, label: of, column: '説明', unit: UNIT }, style);
    const whole = amountIn(`${id} p ${name}`, year, 20, 90_000);
    return [
      cellOf([{ text: `${outer(at)}${name}` }, said(`p ${name}`, whole, `${label} > ${name}`)]),
      ...parts.flatMap((part, index) => {
        const value = amountIn(`${id} p ${name} ${part}`, year, 2, 9_000);
        const own = cellOf([
          { text: `${inner(index)}${part}`, indent: 1 },
          said(`p ${name} ${part}`, value, `${label} > ${name} > ${part}`),
        ]);
        if (!ways.hasFormulas || index % 2 === 1) return [own];
        const times = amountIn(`${id} ${name} ${part} times`, year, 3, 90);
        return [own, text(`　　${(value * 10).toLocaleString('en-US')}円×${times}人`)];
      }),
    ];
  });
}
