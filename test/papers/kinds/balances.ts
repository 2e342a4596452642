import { cellOf, head, heading, line, type Piece, type Row, text, unitLine } from '../content.ts';
import { amountIn } from '../draw.ts';
import { itemsOver, type Kind, numberCell, numberPiece } from '../kind.ts';
import { total, yearName } from '../style.ts';
import { BONDS, PROJECTS } from '../words.ts';

/** 前々年度末残高 | 前年度 (借入額 | 償還額) | 前年度末 | 本年度 …, said relatively in one paper and by the year in the other, or not. */
export const debts: Kind = {
  landscape: true,
  draw(draw) {
    const [older, newer] = itemsOver(draw, draw.some(BONDS, draw.integer(5, 8)));
    const says = draw.oneOf([
      [true, true],
      [false, false],
      [false, true],
      [true, false],
    ] as const);
    const inFrame = draw.chance(0.3);
    return ({ year, turn, style }) => {
      const relative = says[turn];
      const names = relative
        ? ['前々年度末残高', '前年度増減見込み', '前年度末現在高', '本年度増減見込み', '本年度末現在高']
        : [
            `${yearName(year - 2, style)}末残高`,
            `${yearName(year - 1, style)}増減見込み`,
            `${yearName(year - 1, style)}末現在高`,
            `${yearName(year, style)}増減見込み`,
            `${yearName(year, style)}末現在高`,
          ];
      const columns = [
        names[0]!,
        `${names[1]} > 借入額`,
        `${names[1]} > 償還元金`,
        names[2]!,
        `${names[3]} > 借入額`,
        `${names[3]} > 償還元金`,
        names[4]!,
      ];
      const item = (id: string, name: string): Row => ({
        cells: [
          text(name),
          ...columns.map((column, at) =>
            numberCell(
              amountIn(`${id} ${at}`, year, 900, 900_000),
              { id: `${id} ${at}`, label: name, column, unit: '千円' },
              style,
            ),
          ),
        ],
      });
      const rows = [
        ...(turn === 0 ? older : newer).map(({ id, name }) => item(id, name)),
        item('sum', total('合計', style)),
      ];
      const title = '地方債の現在高に関する調書';
      const caption: Row[] = inFrame ? [{ cells: [text(`${title}　（単位：千円）`, { across: 8 })] }] : [];
      return [
        heading(`${yearName(year, style)}　予算資料`, 1.4),
        ...(inFrame ? [] : [heading(title), unitLine('千円')]),
        {
          kind: 'table',
          widths: [24, 14, 14, 14, 14, 14, 14, 14],
          head: [
            ...caption,
            {
              cells: [
                head('区分', 1, 2),
                head(names[0]!, 1, 2),
                head(names[1]!, 2),
                head(names[2]!, 1, 2),
                head(names[3]!, 2),
                head(names[4]!, 1, 2),
              ],
            },
            { cells: [head('借入額'), head('償還元金'), head('借入額'), head('償還元金')] },
          ],
          rows,
        },
      ];
    };
  },
};

const rate: Piece = {
  text: '３．８％',
  number: { id: 'rate', value: 3.8, label: '補正前', column: '利率', unit: '％', role: 'aside' },
};

/** 補正前 | 補正後: words stand between the halves, and only the left one names its rows. */
export const supplement: Kind = {
  landscape: true,
  style: (style) => ({ ...style, ruling: style.ruling === 'none' ? 'grid' : style.ruling }),
  draw(draw) {
    const [older, newer] = itemsOver(draw, draw.some(PROJECTS, draw.integer(5, 12)));
    const amount = draw.oneOf(['限度額', '金額']);
    const words = draw.some(['起債の方法', '利率', '償還の方法', '期間'], draw.integer(1, 3));
    const namedTwice = draw.chance(0.25);
    return ({ year, turn, style }) => {
      const items = turn === 0 ? older : newer;
      const said = (word: string, down: number) =>
        word === '利率'
          ? cellOf([{ text: '年' }, rate, { text: '以内' }], { down })
          : text({ 起債の方法: '証書借入', 償還の方法: '借入先の融資条件による', 期間: '翌年度まで' }[word]!, { down });
      const rows = items.map((item, index): Row => {
        const half = (name: string) => [
          numberCell(
            amountIn(`${item.id} ${name}`, year, 900, 900_000),
            { id: `${item.id} ${name}`, label: item.name, column: `${name} > ${amount}`, unit: '千円' },
            style,
          ),
          ...(index === 0
            ? words.map((word) =>
                name === '補正前' ? said(word, items.length) : text('補正前に同じ', { down: items.length }),
              )
            : []),
        ];
        return {
          cells: [text(item.name), ...half('補正前'), ...(namedTwice ? [text(item.name)] : []), ...half('補正後')],
        };
      });
      const second = () => [head(amount), ...words.map((word) => head(word))];
      const widths = [14, ...words.map(() => 13)];
      return [
        heading('第３表　地方債補正', 1.4),
        line('１　変更'),
        unitLine('千円'),
        {
          kind: 'table',
          widths: [28, ...widths, ...(namedTwice ? [28] : []), ...widths],
          head: [
            {
              cells: [
                head('起債の目的', 1, 2),
                head('補正前', words.length + 1),
                ...(namedTwice ? [head('起債の目的', 1, 2)] : []),
                head('補正後', words.length + 1),
              ],
            },
            { cells: [...second(), ...second()] },
          ],
          rows,
        },
      ];
    };
  },
};

/** Several units in one caption; a count in brackets beside a name; ratios beside amounts. */
export const counts: Kind = {
  landscape: 'either',
  draw(draw) {
    const accounts = draw.some(
      ['一般会計', '特別会計', '企業会計', '財産区会計', '基金会計', '外郭団体'],
      draw.integer(3, 5),
    );
    const inCell = draw.oneOf(['right', 'line', 'none'] as const);
    const noteAbove = draw.oneOf(['千円、％', '千円・％', '千円，％']);
    const changed = draw.chance(0.5);
    return ({ year, style }) => {
      const row = (name: string): Row => {
        const count = inCell === 'none' || name === '総計' ? 0 : amountIn(`${name} count`, year, 2, 14);
        const piece = {
          ...numberPiece(
            count,
            { id: `${name} count`, label: name, column: '', role: 'aside', prefix: '（', suffix: '件）' },
            style,
          ),
          align: inCell === 'line' ? ('left' as const) : ('right' as const),
        };
        const named = count === 0 ? text(total(name, style)) : cellOf([{ text: name }, piece]);
        const [now, before] = [amountIn(name, year, 3_000, 900_000), amountIn(name, year - 1, 3_000, 900_000)];
        const cell = (value: number, column: string, id: string, unit: string, decimals = 0) =>
          numberCell(value, { id: `${name} ${id}`, label: name, column, unit, decimals }, style);
        return {
          cells: [
            named,
            cell(now, '本年度', 'now', '千円'),
            cell(before, '前年度', 'before', '千円'),
            cell(now - before, '増減額', 'change', '千円'),
            cell((now / before) * 100 - 100, '対前年度比', 'rate', '％', 1),
          ],
        };
      };
      const years = [`${yearName(year, style)}当初予算`, `${yearName(year - 1, style)}当初予算`];
      return [
        heading(`${yearName(year, style)}予算の概要`, 1.4),
        unitLine(noteAbove),
        {
          kind: 'table',
          widths: [30, 20, 20, 16, 14],
          head: [
            {
              cells: [
                head('会計別'),
                head(years[0]!),
                head(years[1]!),
                head('増減額'),
                head(changed ? '対前年度比' : '増減率'),
              ],
            },
          ],
          rows: [...accounts, '総計'].map(row),
        },
      ];
    };
  },
};
