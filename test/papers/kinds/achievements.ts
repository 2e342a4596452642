import { type Block, type Cell, cellOf, head, heading, line, type Row, text } from '../content.ts';
import { amountIn, type Draw } from '../draw.ts';
import { itemsOver, type Kind, numberCell, numberPiece, type Office } from '../kind.ts';
import { yearName } from '../style.ts';
import { DEPARTMENTS, INDICATORS, PROJECTS, SECTIONS } from '../words.ts';

const SOURCES = ['国県支出金', '地方債', 'その他', '一般財源'] as const;
type Indicator = (typeof INDICATORS)[number];

interface Project {
  readonly id: string;
  readonly name: string;
}

interface Ways {
  readonly sources: 'below' | 'beside' | 'rows';
  readonly results: 'table' | 'prose' | 'both';
  readonly perSheet: 1 | 2;
  readonly measures: ReadonlyMap<string, readonly Indicator[]>;
}

/** 主要施策の成果: a frame a project with what it is called, what it cost and from where, and what it reached. */
export const achievements: Kind = {
  landscape: false,
  style: (style) => ({ ...style, ruling: 'grid', size: Math.min(style.size, 9) }),
  draw(draw) {
    const [older, newer] = itemsOver(draw, draw.some(PROJECTS, draw.integer(4, 7)));
    const ways = drawWays(draw, [...older, ...newer]);
    return (office) => [
      heading(`${yearName(office.year, office.style)}　主要な施策の成果に関する報告書`, 1.3),
      ...(office.turn === 0 ? older : newer).flatMap((project, index): Block[] => [
        ...(index > 0 && index % ways.perSheet === 0 ? [{ kind: 'break' } as const] : []),
        { kind: 'table', widths: WIDTHS, head: [], rows: sheetRows(project, ways, office), ruled: true },
        ...(ways.results === 'table' ? [] : [proseOf(project, ways, office)]),
      ]),
    ];
  },
};

const WIDTHS = [20, 16, 16, 16, 16, 16];

function drawWays(draw: Draw, projects: readonly Project[]): Ways {
  return {
    sources: draw.oneOf(['below', 'beside', 'rows']),
    results: draw.oneOf(['table', 'prose', 'both']),
    perSheet: draw.oneOf([1, 2]),
    measures: new Map(projects.map(({ id }) => [id, draw.of(id).some(INDICATORS, draw.of(`${id} n`).integer(2, 3))])),
  };
}

function sheetRows(project: Project, ways: Ways, office: Office): Row[] {
  const { id, name } = project;
  const at = id.length;
  return [
    { cells: [head('事業名'), text(name, { across: 3 }), head('担当課'), text(DEPARTMENTS[at % DEPARTMENTS.length]!)] },
    {
      cells: [
        head('予算科目'),
        text(`${(at % 9) + 2}款 ${(at % 3) + 1}項 ${(at % 5) + 1}目　${SECTIONS[at % SECTIONS.length]!}`, {
          across: 5,
        }),
      ],
    },
    ...costRows(project, ways, office),
    {
      cells: [head('事業の概要'), text('関係する団体と力を合わせ、市民の暮らしを支える取組を進めた。', { across: 5 })],
    },
    ...(ways.results === 'prose' ? [] : resultRows(project, ways, office)),
  ];
}

function costRows({ id, name }: Project, { sources }: Ways, { year, style }: Office): Row[] {
  const parts = SOURCES.map((source) => amountIn(`${id} ${source}`, year, 20, 90_000));
  const spent = parts.reduce((sum, part) => sum + part, 0);
  const cell = (value: number, column: string, more: Omit<Cell, 'lines'> = {}): Cell => ({
    ...numberCell(value, { id: `${id} ${column}`, label: name, column, unit: '千円' }, style),
    ...more,
  });
  const budget = spent + amountIn(`${id} rest`, year, 10, 900);
  const unit = text('（単位：千円）', { align: 'right', across: 6 });
  if (sources === 'rows')
    return [
      {
        cells: [
          head('予算現額（千円）'),
          cell(budget, '予算現額', { across: 2 }),
          head('決算額（千円）'),
          cell(spent, '決算額', { across: 2 }),
        ],
      },
      ...SOURCES.map(
        (source, index): Row => ({
          cells: [
            ...(index === 0 ? [head('財源内訳（千円）', 1, SOURCES.length)] : []),
            text(source, { across: 2 }),
            cell(parts[index]!, source, { across: 3 }),
          ],
        }),
      ),
    ];
  const heads = SOURCES.map((source) => head(source));
  const amounts = SOURCES.map((source, index) => cell(parts[index]!, source));
  if (sources === 'below')
    return [
      { cells: [unit] },
      { cells: [head('予算現額', 1, 2), head('決算額', 1, 2), head('財源内訳', 4)] },
      { cells: heads },
      { cells: [cell(budget, '予算現額'), cell(spent, '決算額'), ...amounts] },
    ];
  return [
    { cells: [head('事業費（千円）', 1, 2), head('決算額'), ...heads] },
    { cells: [cell(spent, '決算額'), ...amounts] },
  ];
}

const shown = ([, unit, size]: Indicator, id: string, year: number) =>
  unit === '％' ? amountIn(id, year, size * 8, size * 10) / 10 : amountIn(id, year, size * 0.7, size * 1.4);

function resultRows({ id, name }: Project, { measures }: Ways, { year, style }: Office): Row[] {
  const own = measures.get(id)!;
  const rows = own.map((indicator): Row => {
    const [word, unit] = indicator;
    const decimals = unit === '％' ? 1 : 0;
    const cell = (of: string, column: string) =>
      numberCell(
        shown(indicator, `${id} ${word} ${of}`, year),
        { id: `${id} ${word} ${of}`, label: `${name} > ${word}`, column, unit, decimals },
        style,
      );
    return {
      cells: [
        text(word, { across: 2 }),
        text(unit, { align: 'center' }),
        cell('target', '目標値'),
        cell('result', '実績値'),
      ],
    };
  });
  return [
    {
      cells: [head('成果指標', 1, own.length + 1), head('指標名', 2), head('単位'), head('目標値'), head('実績値')],
    },
    ...rows,
  ];
}

function proseOf({ id, name }: Project, { measures }: Ways, { year, style }: Office): Block {
  const sentences = measures.get(id)!.flatMap((indicator) => {
    const [word, unit] = indicator;
    const value = shown(indicator, `${id} ${word} prose`, year);
    const said = {
      id: `${id} ${word} prose`,
      label: `${name} > ${word}`,
      column: '',
      unit,
      suffix: unit,
      decimals: unit === '％' ? 1 : 0,
    };
    return [
      { text: `${word}は` },
      { ...numberPiece(value, said, style), align: 'left' as const },
      { text: 'となった。' },
    ];
  });
  return { kind: 'paragraph', pieces: [{ text: `${name}を実施した。` }, ...sentences] };
}

/** 決算の概要: accounts as rows, revenue, expenditure and what is left of them as columns; shares and changes beside. */
export const accounts: Kind = {
  landscape: 'either',
  draw(draw) {
    const [older, newer] = itemsOver(
      draw,
      draw.some(
        [
          '一般会計',
          '国民健康保険',
          '後期高齢者医療',
          '介護保険',
          '墓園事業',
          '住宅新築資金等貸付',
          '駐車場事業',
          '農業集落排水',
        ],
        draw.integer(4, 7),
      ),
    );
    const withLast = draw.chance(0.5);
    const note = draw.oneOf(['千円', '千円、％']);
    return ({ year, turn, style }) => {
      const columns = [
        ['歳入決算額', 900, 9_000_000, 0, '千円'],
        ['歳出決算額', 800, 8_000_000, 0, '千円'],
        ['歳入歳出差引額', 10, 90_000, 0, '千円'],
        ...(withLast
          ? ([
              ['前年度歳出決算額', 800, 8_000_000, 0, '千円'],
              ['増減率', 10, 300, 1, '％'],
            ] as const)
          : []),
      ] as const;
      const rows = (turn === 0 ? older : newer).map(
        ({ id, name }): Row => ({
          cells: [
            text(name),
            ...columns.map(([column, from, to, decimals, unit]) => {
              const isLast = column.startsWith('前年度');
              const key = isLast ? '歳出決算額' : column;
              const value = amountIn(`${id} ${key}`, isLast ? year - 1 : year, from, to) / 10 ** decimals;
              return numberCell(value, { id: `${id} ${column}`, label: name, column, unit, decimals }, style);
            }),
          ],
        }),
      );
      return [
        heading(`${yearName(year, style)}　各会計決算の概要`, 1.3),
        line('１　決算の規模'),
        line(`（単位：${withLast ? note : '千円'}）`, { align: 'right' }),
        {
          kind: 'table',
          widths: [32, ...columns.map(() => 18)],
          head: [
            {
              cells: [
                head('会計名'),
                ...columns.map(([column, , , , unit]) =>
                  unit === '％' ? { ...cellOf([{ text: `${column}（％）` }]), align: 'center' as const } : head(column),
                ),
              ],
            },
          ],
          rows,
        },
      ];
    };
  },
};
