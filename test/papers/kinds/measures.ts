import { type Block, type Cell, head, heading, line, type Row, text } from '../content.ts';
import { amountIn } from '../draw.ts';
import { itemsOver, type Kind, numberCell } from '../kind.ts';
import { yearName } from '../style.ts';
import { DEPARTMENTS, GOALS, INDICATORS, PROJECTS } from '../words.ts';

type Indicator = (typeof INDICATORS)[number];
const decimalsOf = ([, unit]: Indicator) => (unit === '％' ? 1 : 0);
function reached([name, unit, size]: Indicator, year: number): number {
  if (unit === '％') return Math.min(1000, amountIn(name, year, size * 9, size * 10)) / 10;
  return amountIn(name, year, size * 0.7, size * 1.4);
}

/** 基本目標 with its 指標: unit, the value at the start, target and result of the year, how far it is. */
export const kpi: Kind = {
  landscape: true,
  draw(draw) {
    const goals = draw.some(GOALS, draw.integer(2, 4));
    const all = draw.some(INDICATORS, goals.length * draw.integer(3, 5));
    const merged = draw.chance(0.6);
    const unitInCell = draw.chance(0.4);
    const perGoal = Math.ceil(all.length / goals.length);
    const gone = draw.of('gone').some(all, 1)[0];
    const come = draw.of('come').some(all, 1)[0];
    return ({ year, turn, style }) => {
      const rows = goals.flatMap((goal, at) => {
        const own = all
          .slice(at * perGoal, (at + 1) * perGoal)
          .filter((indicator) => (turn === 0 ? indicator !== come : indicator !== gone) || come === gone);
        return own.map((indicator, index): Row => {
          const [name, unit] = indicator;
          const cell = (value: number, column: string, id: string) =>
            numberCell(
              value,
              {
                id: `${name} ${id}`,
                label: `${goal} > ${name}`,
                column,
                unit,
                decimals: decimalsOf(indicator),
                suffix: unitInCell ? unit : '',
              },
              style,
            );
          const start = reached(indicator, 2019);
          const target = reached(indicator, year + 1000);
          const result = reached(indicator, year);
          const goalCell: Cell[] = merged ? (index === 0 ? [text(goal, { down: own.length })] : []) : [text(goal)];
          const unitCell = unitInCell ? [] : [text(unit, { align: 'center' })];
          const mark = result >= target ? 'Ａ' : result > target * 0.9 ? 'Ｂ' : 'Ｃ';
          return {
            cells: [
              ...goalCell,
              text(name),
              ...unitCell,
              cell(start, '基準値', 'start'),
              cell(target, '目標値', 'target'),
              cell(result, '実績値', 'result'),
              text(mark, { align: 'center' }),
            ],
          };
        });
      });
      return [
        heading(`${yearName(year, style)}　総合戦略の進捗状況`, 1.4),
        {
          kind: 'table',
          widths: [26, 30, ...(unitInCell ? [] : [10]), 16, 16, 16, 10],
          head: [
            {
              cells: [
                head('基本目標'),
                head('指標'),
                ...(unitInCell ? [] : [head('単位')]),
                head('基準値'),
                head(`${yearName(year, style)}目標値`),
                head(`${yearName(year, style)}実績値`),
                head('評価'),
              ],
            },
          ],
          rows,
        },
      ];
    };
  },
};

/** A sheet a project: what it is called, what it costs, what it reached. */
export const form: Kind = {
  landscape: false,
  style: (style) => ({ ...style, ruling: 'grid' }),
  draw(draw) {
    const [older, newer] = itemsOver(draw, draw.some(PROJECTS, draw.integer(3, 6)));
    const measures = new Map(older.concat(newer).map(({ id }) => [id, draw.of(id).some(INDICATORS, 2)]));
    const sources = ['国庫支出金', '県支出金', '市債', 'その他', '一般財源'];
    const years = draw.integer(2, 3);
    // Two years beside each other are 前年度 and 本年度; three are a series.
    const isSeries = years > 2;
    return ({ year, turn, style }) =>
      (turn === 0 ? older : newer).flatMap(({ id, name }, index): Block[] => {
        const shown = Array.from({ length: years }, (_, at) => year - years + 1 + at);
        const yearHeads = shown.map((of) => head(yearName(of, style)));
        const amounts = (row: string, unit: string, decimals = 0, from = 20, to = 90_000) =>
          shown.map((of) =>
            numberCell(
              amountIn(`${id} ${row}`, of, from, to) / 10 ** decimals,
              {
                id: `${id} ${row} ${isSeries ? of : year - of}`,
                label: `${name} > ${row}`,
                column: String(of),
                unit,
                decimals,
              },
              style,
            ),
          );
        const costs: Row[] = [...sources, '事業費計'].map((row) => ({
          cells: [text(row), text('千円', { align: 'center' }), ...amounts(row, '千円')],
        }));
        const results: Row[] = measures.get(id)!.map(([row, unit, size]) => ({
          cells: [
            text(row),
            text(unit, { align: 'center' }),
            ...(unit === '％'
              ? amounts(row, unit, 1, size * 8, size * 10)
              : amounts(row, unit, 0, size * 0.7, size * 1.4)),
          ],
        }));
        const wide = shown.length;
        return [
          ...(index > 0 ? [{ kind: 'break' } as const] : []),
          line('事務事業評価シート', { scale: 1.4, align: 'center' }),
          {
            kind: 'table',
            widths: [30, 10, ...shown.map(() => 60 / wide)],
            head: [],
            rows: [
              { cells: [text('事業名', { align: 'center' }), text(name, { across: wide + 1 })] },
              {
                cells: [
                  text('担当課', { align: 'center' }),
                  text(DEPARTMENTS[id.length % DEPARTMENTS.length]!, { across: wide + 1 }),
                ],
              },
              {
                cells: [
                  text('事業の目的', { align: 'center' }),
                  text('市民が安心して暮らせるよう、関係する団体と力を合わせて取り組む。', { across: wide + 1 }),
                ],
              },
            ],
          },
          line('１　事業費'),
          {
            kind: 'table',
            widths: [30, 10, ...shown.map(() => 60 / wide)],
            head: [{ cells: [head('区分'), head('単位'), ...yearHeads] }],
            rows: costs,
          },
          line('２　成果'),
          {
            kind: 'table',
            widths: [30, 10, ...shown.map(() => 60 / wide)],
            head: [{ cells: [head('指標'), head('単位'), ...yearHeads] }],
            rows: results,
          },
        ];
      });
  },
};
