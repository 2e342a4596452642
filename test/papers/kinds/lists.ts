import { type Block, head, heading, line, type Row, text, unitLine } from '../content.ts';
import { amountIn } from '../draw.ts';
import { type Item, itemsOver, type Kind, numberCell } from '../kind.ts';
import { fullWidth, type Style, total, yearName } from '../style.ts';
import { AREAS, DEPARTMENTS, FUNDS, JOBS, PROJECTS, REVENUES } from '../words.ts';

const numbered = (number: number, name: string, style: Style) =>
  `${style.digits === 'full' ? fullWidth(String(number)) : number}　${name}`;

/** A list of projects over several pages, with amounts of this year and last and their difference. */
export const projects: Kind = {
  landscape: 'either',
  draw(draw) {
    const [older, newer] = itemsOver(draw, draw.some(PROJECTS, draw.integer(24, 60)), { renames: true });
    const withPlace = draw.chance(0.5);
    const relative = draw.chance(0.5);
    const [inYen, turnedYen] = [draw.chance(0.15), draw.chance(0.15)];
    return ({ year, turn, style }) => {
      const yen = turn === 0 ? inYen || turnedYen : inYen;
      const unit = yen ? '円' : '千円';
      const say = (number: number) => (yen ? number * 1000 : number);
      const rows = (turn === 0 ? older : newer).map((item, index): Row => {
        const [now, before] = [amountIn(item.id, year, 30, 800_000), amountIn(item.id, year - 1, 30, 800_000)];
        const cell = (value: number, column: string, id: string) =>
          numberCell(
            say(value),
            { id: `${item.id} ${id}`, label: item.name, column, unit, role: item.renamed ? 'renamed' : undefined },
            style,
          );
        const place = withPlace ? [text(DEPARTMENTS[item.id.length % DEPARTMENTS.length]!)] : [];
        return {
          cells: [
            text(numbered(index + 1, item.name, style)),
            ...place,
            cell(now, '本年度', 'now'),
            cell(before, '前年度', 'before'),
            cell(now - before, '比較', 'change'),
          ],
        };
      });
      const years = relative ? ['本年度', '前年度'] : [yearName(year, style), yearName(year - 1, style)];
      const header: Row = {
        cells: [head('事業名'), ...(withPlace ? [head('担当課')] : []), head(years[0]!), head(years[1]!), head('比較')],
      };
      return [
        heading(`${yearName(year, style)}　事業別予算一覧`, 1.4),
        unitLine(unit),
        { kind: 'table', widths: withPlace ? [38, 16, 16, 16, 14] : [46, 18, 18, 18], head: [header], rows },
      ];
    };
  },
};

/** Rows named by bare numbers under a header that says of what: 級, 号, 年齢. */
export const bareNumbers: Kind = {
  landscape: 'either',
  draw(draw) {
    const jobs = draw.some(JOBS, draw.integer(2, 3));
    const [header, first, count, step] = draw.oneOf([
      ['級', 1, 8, 1],
      ['年齢', 20, 9, 5],
      ['区', 1, 10, 1],
      ['号給', 1, 6, 1],
    ] as const);
    const names = Array.from({ length: count }, (_, index) => String(first + index * step));
    const [older, newer] = itemsOver(draw, names);
    const measure = draw.oneOf(['人員', '職員数']);
    return ({ year, turn, style }) => {
      const rows = (turn === 0 ? older : newer)
        .sort((a, b) => Number(a.id) - Number(b.id))
        .map((item): Row => {
          const cells = jobs.flatMap((job) => [
            numberCell(
              amountIn(`${header}${item.id} ${job}`, year, 2, 90),
              { id: `${item.id} ${job} n`, label: item.name, column: `${job} > ${measure}`, unit: '人' },
              style,
            ),
            numberCell(
              amountIn(`${header}${item.id} ${job} share`, year, 11, 780) / 10,
              { id: `${item.id} ${job} share`, label: item.name, column: `${job} > 割合`, unit: '％', decimals: 1 },
              style,
            ),
          ]);
          return { cells: [text(item.name, { align: 'center' }), ...cells] };
        });
      const sum: Row = {
        cells: [
          text(total('合計', style), { align: 'center' }),
          ...jobs.flatMap((job) => [
            numberCell(
              amountIn(`sum ${job}`, year, 200, 700),
              { id: `sum ${job}`, label: '合計', column: `${job} > ${measure}`, unit: '人' },
              style,
            ),
            numberCell(
              100,
              { id: `sum ${job} share`, label: '合計', column: `${job} > 割合`, unit: '％', decimals: 1 },
              style,
            ),
          ]),
        ],
      };
      return [
        heading('職員の構成'),
        line(`（${yearName(year, style, '年')}４月１日現在）`, { align: 'right' }),
        {
          kind: 'table',
          widths: [14, ...jobs.flatMap(() => [18, 18])],
          head: [
            { cells: [head(header, 1, 2), ...jobs.map((job) => head(job, 2))] },
            { cells: jobs.flatMap(() => [head(`${measure}（人）`), head('割合（％）')]) },
          ],
          rows: [...rows, sum],
        },
      ];
    };
  },
};

/** Revenue or spending by what it is, some of it abolished, with shares; a section of its own for each fund. */
export const statistics: Kind = {
  landscape: 'either',
  draw(draw) {
    const [older, newer] = itemsOver(draw, draw.some(draw.oneOf([REVENUES, AREAS, FUNDS]), draw.integer(5, 9)));
    const [abolished] = draw.some(['労働災害対策', '旧町分特別対策', '駐車場事業'], 1);
    const parts = draw.some(['歳入の内訳', '歳出の内訳', '年度末の状況', '施設の利用'], draw.integer(2, 3));
    const lost = draw.chance(0.3);
    return ({ year, turn, style }) =>
      parts.flatMap((part, at): Block[] => {
        const title = lost && turn === 1 && at === 0 ? part.replace('の', '') : part;
        const row = ({ id, name }: Item, now: number, before: number): Row => ({
          cells: [
            text(name),
            numberCell(
              now,
              { id: `${part} ${id} now`, label: `${part} > ${name}`, column: '本年度', unit: '千円' },
              style,
            ),
            numberCell(
              (now / 9000) * 1,
              { id: `${part} ${id} share`, label: `${part} > ${name}`, column: '構成比', unit: '％', decimals: 1 },
              style,
            ),
            numberCell(
              before,
              { id: `${part} ${id} before`, label: `${part} > ${name}`, column: '前年度', unit: '千円' },
              style,
            ),
            numberCell(
              now - before,
              { id: `${part} ${id} change`, label: `${part} > ${name}`, column: '増減', unit: '千円' },
              style,
            ),
          ],
        });
        const rows = (turn === 0 ? older : newer).map((item) =>
          row(
            item,
            amountIn(`${part} ${item.id}`, year, 300, 600_000),
            amountIn(`${part} ${item.id}`, year - 1, 300, 600_000),
          ),
        );
        const gone = row(
          { id: abolished!, name: `${abolished}（廃目）`, renamed: false },
          turn === 0 ? amountIn(`${part} gone`, year, 30, 900) : 0,
          amountIn(`${part} gone`, year - 1, 30, 900),
        );
        const sum = row(
          { id: 'sum', name: total('合計', style), renamed: false },
          amountIn(`${part} sum`, year, 700_000, 900_000),
          amountIn(`${part} sum`, year - 1, 700_000, 900_000),
        );
        return [
          heading(`（${at + 1}）${title}`),
          unitLine('千円、％'),
          {
            kind: 'table',
            widths: [32, 18, 12, 18, 16],
            head: [
              {
                cells: [
                  head('区分', 1, 2),
                  head(yearName(year, style), 2),
                  head(yearName(year - 1, style), 1, 2),
                  head('増減', 1, 2),
                ],
              },
              { cells: [head('予算額'), head('構成比')] },
            ],
            rows: [...rows, gone, sum],
          },
        ];
      });
  },
};
