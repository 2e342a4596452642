import { type Block, cellOf, head, heading, type Row, text, unitLine } from '../content.ts';
import { amountIn } from '../draw.ts';
import { itemsOver, type Kind, numberCell, numberPiece } from '../kind.ts';
import { type Style, total, yearName } from '../style.ts';
import { AREAS, TAXES } from '../words.ts';

/** Years in columns, in one band or two; the next paper begins a year later. Rates with 増 and 減 in the cell. */
export const series: Kind = {
  landscape: true,
  draw(draw) {
    const [older, newer] = itemsOver(draw, draw.some(draw.oneOf([TAXES, AREAS]), draw.integer(4, 7)));
    const [count, bands] = draw.oneOf([
      [5, 1],
      [6, 1],
      [8, 2],
      [10, 2],
    ] as const);
    const rates = draw.chance(0.5);
    const grows = draw.chance(0.5);
    return ({ year, turn, style }) => {
      const first = year - count + 1;
      const from = grows && turn === 1 ? first - 1 : first;
      const shown = Array.from({ length: year - from + 1 }, (_, at) => from + at);
      const perBand = Math.ceil(shown.length / bands);
      const blocks: Block[] = [heading('市税収入の推移', 1.4), unitLine('千円')];
      for (let band = 0; band < bands; band += 1) {
        const years = shown.slice(band * perBand, (band + 1) * perBand);
        const row = (id: string, name: string, isSum = false): Row[] => {
          const value = (of: number) =>
            amountIn(`${id} series`, of, isSum ? 900_000 : 800, isSum ? 2_000_000 : 800_000);
          const amounts: Row = {
            cells: [
              text(name, rates ? { down: 2 } : {}),
              ...years.map((of) =>
                numberCell(value(of), { id: `${id} ${of}`, label: name, column: String(of), unit: '千円' }, style),
              ),
            ],
          };
          if (!rates) return [amounts];
          return [
            amounts,
            {
              cells: years.map((of) => cellOf([rateOf(value(of), value(of - 1), `${id} rate ${of}`, name, of, style)])),
            },
          ];
        };
        blocks.push({
          kind: 'table',
          widths: [22, ...Array.from({ length: perBand }, () => 78 / perBand)].slice(0, years.length + 1),
          share: years.length === perBand ? 1 : (22 + (78 / perBand) * years.length) / 100,
          head: [{ cells: [head('区分'), ...years.map((of) => head(yearName(of, style)))] }],
          rows: [
            ...(turn === 0 ? older : newer).flatMap(({ id, name }) => row(id, name)),
            ...row('sum', total('合計', style), true),
          ],
        });
      }
      return blocks;
    };
  },
};

function rateOf(now: number, before: number, id: string, label: string, of: number, style: Style) {
  const rate = Math.round((now / before - 1) * 1000) / 10;
  if (rate === 0) return { text: '－', align: 'right' as const };
  const piece = numberPiece(
    Math.abs(rate),
    { id, label, column: `${of} 増減率`, unit: '％', decimals: 1, suffix: rate > 0 ? '％増' : '％減' },
    style,
  );
  return { ...piece, number: { ...piece.number!, value: rate } };
}

/** 市税: 1 個人, 2 法人 … name rows; 現年 and 滞納 below each; the smallest names share a cell with their amounts, or not. */
export const taxes: Kind = {
  landscape: 'either',
  style: (style) => ({ ...style, ruling: style.ruling === 'none' || style.ruling === 'frame' ? 'grid' : style.ruling }),
  draw(draw) {
    const chosen = draw.some(TAXES, draw.integer(3, 5));
    const people = ['個人', '法人', '団体', '町会', '件数割'];
    const subs = new Map(chosen.map((tax) => [tax, draw.of(tax).some(people, draw.of(`${tax} n`).integer(1, 3))]));
    const inAmountCell = draw.chance(0.5);
    const marks = draw.chance(0.5);
    const dot = draw.oneOf(['　', ' ', '．', '. ']);
    const added = draw.oneOf(chosen);
    return ({ year, turn, style }) => {
      const rows: Row[] = chosen.flatMap((tax, at) => {
        const own = subs
          .get(tax)!
          .filter((_, index) => turn === 1 || tax !== added || index !== 0 || subs.get(tax)!.length === 1);
        const parts = ['現年分', '滞納分'];
        return own.flatMap((sub, index) =>
          parts.map((part, row): Row => {
            const label = `${tax} > ${sub} > ${part}`;
            const id = `${tax} ${sub} ${part}`;
            const [now, before] = [amountIn(id, year, 90, 900_000), amountIn(id, year - 1, 90, 900_000)];
            const cell = (value: number, column: string, key: string) =>
              numberPiece(value, { id: `${id} ${key}`, label, column, unit: '千円' }, style);
            const first = inAmountCell
              ? cellOf([{ text: part }, cell(now, '①', 'now')])
              : cellOf([cell(now, '①', 'now')]);
            return {
              cells: [
                ...(index === 0 && row === 0
                  ? [text(`${at + 1}${dot}${tax}`, { down: own.length * parts.length })]
                  : []),
                ...(row === 0 ? [text(`${index + 1}${dot}${sub}`, { down: parts.length })] : []),
                ...(inAmountCell ? [] : [text(part)]),
                first,
                cellOf([cell(before, '②', 'before')]),
                cellOf([cell(now - before, '①－②', 'change')]),
              ],
            };
          }),
        );
      });
      const years = [
        `${yearName(year, style)}当初額${marks ? '（①）' : ''}`,
        `${yearName(year - 1, style)}当初額${marks ? '（②）' : ''}`,
      ];
      return [
        heading('市税収入見積書', 1.4),
        unitLine('千円'),
        {
          kind: 'table',
          widths: [20, 16, ...(inAmountCell ? [] : [14]), inAmountCell ? 26 : 16, 16, 14],
          head: [
            {
              cells: [
                head('項'),
                head('目'),
                ...(inAmountCell ? [] : [head('節')]),
                head(years[0]!),
                head(years[1]!),
                head(marks ? '①－②' : '比較'),
              ],
            },
          ],
          rows,
        },
      ];
    };
  },
};
