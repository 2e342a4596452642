import { type Cell, head, heading, type Row, text, unitLine } from '../content.ts';
import { amountIn } from '../draw.ts';
import { itemsOver, type Kind, numberCell, numberPiece } from '../kind.ts';

const UNIT = '千円';

/** 説明 with 積算: a name with its amount, a formula below it, the next name. */
export const estimates: Kind = {
  landscape: false,
  style: (style) => ({ ...style, ruling: style.ruling === 'none' ? 'horizontal' : style.ruling }),
  draw(draw) {
    const taxes = draw.some(
      ['均等割', '所得割', '法人税割', '家屋', '土地', '償却資産', '普通税率分', '滞納繰越分'],
      6,
    );
    const [older, newer] = itemsOver(draw, taxes);
    const groups = [draw.oneOf(['現年課税分', '通常分']), draw.oneOf(['滞納分', '過年度分'])];
    return ({ year, turn, style }) => {
      const items = turn === 0 ? older : newer;
      const half = Math.ceil(items.length / 2);
      const rows = groups.map((group, index): Row => {
        const own = items.slice(index * half, (index + 1) * half);
        const lines = own.flatMap(({ id, name }) => {
          const base = amountIn(`${group} ${id} base`, year, 2_000, 9_000_000);
          const rate = 95 + amountIn(`${group} ${id} rate`, year, 1, 40) / 10;
          const aside = { label: `${group} > ${name}`, column: '積算', role: 'aside' as const };
          const formula = [
            { text: '調定見込額　', indent: 1.5 },
            { ...numberPiece(base, { id: `${group} ${id} base`, ...aside }, style), align: 'left' as const },
            { text: '×' },
            {
              ...numberPiece(rate, { id: `${group} ${id} rate`, ...aside, decimals: 1, suffix: '％' }, style),
              align: 'left' as const,
            },
          ];
          const named = [
            { text: name, indent: 0.5 },
            numberPiece(
              amountIn(`${group} ${id}`, year, 900, 900_000),
              { id: `${group} ${id}`, label: `${group} > ${name}`, column: '説明', unit: UNIT },
              style,
            ),
          ];
          return [named, formula];
        });
        const whole = amountIn(`${group} whole`, year, 9_000, 4_000_000);
        return {
          cells: [
            text(`${index + 1}　${group}`),
            numberCell(whole, { id: `${group} whole`, label: group, column: '金額', unit: UNIT }, style),
            { lines } as Cell,
          ],
        };
      });
      return [
        heading('１款　市税'),
        unitLine(UNIT),
        { kind: 'table', widths: [24, 18, 58], head: [{ cells: [head('区分'), head('金額'), head('説明')] }], rows },
      ];
    };
  },
};
