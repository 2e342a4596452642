import { head, heading, type Row, text, unitLine } from '../content.ts';
import { amountIn } from '../draw.ts';
import { type Item, itemsOver, type Kind, numberCell, type Office } from '../kind.ts';
import { total, yearName } from '../style.ts';
import { LONG_PROJECTS, PROJECTS, SECTIONS } from '../words.ts';

const UNIT = '千円';

/** 継続費: 総額, then a row for each year of it with 年割額 and where the money comes from. */
export const continued: Kind = {
  landscape: true,
  style: (style) => ({ ...style, ruling: style.ruling === 'none' || style.ruling === 'frame' ? 'grid' : style.ruling }),
  draw(draw) {
    const [older, newer] = itemsOver(draw, draw.some(PROJECTS, draw.integer(3, 6)));
    const begun = new Map([...older, ...newer].map(({ id }) => [id, draw.of(id).integer(0, 1)]));
    const chapterOf = (id: string) => draw.of(`${id} chapter`).oneOf(SECTIONS);
    return (office) => [
      heading('継続費についての調書', 1.4),
      unitLine(UNIT),
      {
        kind: 'table',
        widths: [18, 34, 20, 18, 18, 18, 18],
        head: [
          {
            cells: [
              head('款', 1, 2),
              head('事業名', 1, 2),
              head('総額', 1, 2),
              head('年度', 1, 2),
              head('年割額', 1, 2),
              head('左の財源内訳', 2),
            ],
          },
          { cells: [head('特定財源'), head('一般財源')] },
        ],
        rows: (office.turn === 0 ? older : newer).flatMap((item) =>
          yearsOf(item, chapterOf(item.id), 2021 + begun.get(item.id)!, office),
        ),
      },
    ];
  },
};

/** The money of a year of a 継続費 is the same in every paper; so is the year it is of. */
function yearsOf({ id, name }: Item, chapter: string, first: number, { style }: Office): Row[] {
  const years = [first, first + 1, first + 2];
  const parts = years.map((year) =>
    ['特定財源', '一般財源'].map((source) => amountIn(`${id} ${source}`, year, 900, 90_000)),
  );
  const sum = parts.flat().reduce((a, b) => a + b, 0);
  const cell = (value: number, year: string, column: string) =>
    numberCell(value, { id: `${id} ${year} ${column}`, label: `${name} > ${year}`, column, unit: UNIT }, style);
  return years.map((year, at): Row => {
    const [special, general] = parts[at]! as [number, number];
    const own = [
      text(chapter, { down: years.length }),
      text(name, { down: years.length }),
      numberCell(sum, { id: `${id} sum`, label: name, column: '総額', unit: UNIT }, style),
    ];
    const sumCell = { ...own[2]!, down: years.length };
    const of = String(year);
    return {
      cells: [
        ...(at === 0 ? [own[0]!, own[1]!, sumCell] : []),
        text(yearName(year, style), { align: 'center' }),
        cell(special + general, of, '年割額'),
        cell(special, of, '特定財源'),
        cell(general, of, '一般財源'),
      ],
    };
  });
}

/** 債務負担行為: long names, 限度額, what was spent until last year and what is to be spent from this year on. */
export const obligations: Kind = {
  landscape: true,
  style: (style) => ({ ...style, ruling: style.ruling === 'none' || style.ruling === 'frame' ? 'grid' : style.ruling }),
  draw(draw) {
    const [older, newer] = itemsOver(draw, draw.some(LONG_PROJECTS, draw.integer(5, 14)));
    return ({ year, turn, style }) => {
      const columns = ['限度額', '前年度末までの支出見込額', '当該年度以降の支出予定額', '一般財源'];
      const rowOf = (id: string, name: string, shown: string): Row => {
        const amount = (at: number) =>
          numberCell(
            amountIn(`${id} ${at}`, at === 0 ? 2020 : year, 900, 90_000),
            { id: `${id} ${at}`, label: name, column: columns[at]!, unit: UNIT },
            style,
          );
        const period = (from: number, to: number) =>
          text(shown === name ? `${yearName(from, style)}から${yearName(to, style)}まで` : '');
        return {
          cells: [
            text(shown),
            amount(0),
            period(year - 2, year - 1),
            amount(1),
            period(year, year + 2),
            amount(2),
            amount(3),
          ],
        };
      };
      const items = turn === 0 ? older : newer;
      return [
        heading('債務負担行為で翌年度以降にわたるものについての調書', 1.2),
        unitLine(UNIT),
        {
          kind: 'table',
          widths: [34, 16, 20, 16, 20, 16, 16],
          head: [
            {
              cells: [
                head('事項', 1, 2),
                head('限度額', 1, 2),
                head('前年度末までの支出見込額', 2),
                head('当該年度以降の支出予定額', 2),
                head('左の財源内訳'),
              ],
            },
            { cells: [head('期間'), head('金額'), head('期間'), head('金額'), head('一般財源')] },
          ],
          rows: [
            ...items.map(({ id, name }) => rowOf(id, name, name)),
            rowOf('sum', '合計', total('合　計', style).replace(/　+/u, '　')),
          ],
        },
      ];
    };
  },
};
