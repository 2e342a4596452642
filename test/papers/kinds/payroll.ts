import { head, heading, line, type Row, text, unitLine } from '../content.ts';
import { amountIn } from '../draw.ts';
import { type Kind, numberCell, type Office } from '../kind.ts';
import { total, yearName } from '../style.ts';
import { JOBS } from '../words.ts';

/** 給与費明細書: 本年度, 前年度 and 比較 as rows, then how many people stand in each 級, whose names are bare numbers. */
export const payroll: Kind = {
  landscape: 'either',
  draw(draw) {
    const jobs = draw.some(JOBS, draw.integer(1, 3));
    const levels = draw.integer(5, 8);
    const grown = draw.chance(0.3) ? 1 : 0;
    const suffix = draw.chance(0.5) ? '級' : '';
    const byYear = draw.chance(0.5);
    return (office) => [
      heading('給与費明細書', 1.4),
      line('１　一般職'),
      line('（１）総括', { heading: true }),
      unitLine('千円'),
      { kind: 'table', widths: [16, 14, 16, 16, 16, 16, 18], head: headOfSum(), rows: sumRows(office) },
      ...jobs.flatMap((job, index) => [
        line(`（${index + 2}）級別職員数　${job}`, { heading: true }),
        {
          kind: 'table' as const,
          widths: byYear ? [24, 20, 20, 20, 20] : [30, 30, 30],
          head: byYear ? headOfYears(office) : [{ cells: [head('級'), head('職員数（人）'), head('構成比（％）')] }],
          rows: levelRows(job, levels + (office.turn === 1 ? grown : 0), { byYear, suffix }, office),
        },
      ]),
    ];
  },
};

const PAY = ['給料', '職員手当', '計', '共済費', '合計'] as const;

function headOfSum(): Row[] {
  return [
    {
      cells: [
        head('区分', 1, 2),
        head('職員数（人）', 1, 2),
        head('給与費', 3),
        head('共済費', 1, 2),
        head('合計', 1, 2),
      ],
    },
    { cells: [head('給料'), head('職員手当'), head('計')] },
  ];
}

/** People, then each column of PAY. */
function paidIn(year: number): number[] {
  const [salary, allowance, insurance] = ['給料', '職員手当', '共済費'].map((name) =>
    amountIn(`pay ${name}`, year, 90_000, 2_400_000),
  ) as [number, number, number];
  return [
    amountIn('people', year, 80, 640),
    salary,
    allowance,
    salary + allowance,
    insurance,
    salary + allowance + insurance,
  ];
}

function sumRows({ year, style }: Office): Row[] {
  const [now, before] = [paidIn(year), paidIn(year - 1)];
  const row = (name: string, values: readonly number[]): Row => ({
    cells: [
      text(name),
      ...values.map((value, at) => {
        const column = at === 0 ? '職員数' : PAY[at - 1]!;
        return numberCell(
          value,
          { id: `${name} ${column}`, label: name, column, unit: at === 0 ? '人' : '千円' },
          style,
        );
      }),
    ],
  });
  return [
    row('本年度', now),
    row('前年度', before),
    row(
      '比較',
      now.map((value, at) => value - before[at]!),
    ),
  ];
}

function headOfYears({ year, style }: Office): Row[] {
  const dates = [year, year - 1].map((each) => `${yearName(each, style, '年')}１月１日現在`);
  return [
    { cells: [head('級', 1, 2), head(dates[0]!, 2), head(dates[1]!, 2)] },
    { cells: [head('職員数（人）'), head('構成比（％）'), head('職員数（人）'), head('構成比（％）')] },
  ];
}

function levelRows(
  job: string,
  levels: number,
  { byYear, suffix }: { byYear: boolean; suffix: string },
  { year, style }: Office,
): Row[] {
  const names = Array.from({ length: levels }, (_, index) => index + 1);
  const years = byYear ? [year, year - 1] : [year];
  const peopleIn = (level: number, each: number) => amountIn(`${job} ${level}`, each, 3, 90);
  const allIn = (each: number) => names.reduce((sum, level) => sum + peopleIn(level, each), 0);
  const cells = (id: string, count: (each: number) => number) =>
    years.flatMap((each, at) => {
      const when = at === 0 ? '本年' : '前年';
      const said = (column: string, unit: string) => ({
        id: `${job} ${id} ${when} ${column}`,
        label: `${job} > ${id}`,
        column: `${when} > ${column}`,
        unit,
      });
      return [
        numberCell(count(each), said('職員数', '人'), style),
        numberCell((100 * count(each)) / allIn(each), { ...said('構成比', '％'), decimals: 1 }, style),
      ];
    });
  return [
    ...names.toReversed().map(
      (level): Row => ({
        cells: [
          text(`${level}${suffix}`, { align: 'center' }),
          ...cells(`${level}級`, (each) => peopleIn(level, each)),
        ],
      }),
    ),
    { cells: [text(total('計', style), { align: 'center' }), ...cells('計', allIn)] },
  ];
}
