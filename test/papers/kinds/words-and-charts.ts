import { type Block, head, heading, line, type Piece, pageBreak, type Row, text, unitLine } from '../content.ts';
import { amountIn } from '../draw.ts';
import { itemsOver, type Kind, numberCell, numberPiece } from '../kind.ts';
import { type Style, total, yearName } from '../style.ts';
import { AREAS, INDICATORS, PROJECTS, REVENUES, SECTIONS } from '../words.ts';

/** Slides: pies with name, amount and share in each slice, below one another, or in one line beside it, bars, and tables after them. */
export const slides: Kind = {
  landscape: true,
  draw(draw) {
    const pies = [
      { title: '歳　入', names: draw.some(REVENUES, draw.integer(4, 6)) },
      { title: '歳　出', names: draw.some(SECTIONS, draw.integer(4, 6)) },
    ].slice(0, draw.integer(1, 2));
    const bars = draw.chance(0.6);
    const [older, newer] = itemsOver(draw, draw.some(AREAS, draw.integer(5, 8)));
    const breaks = draw.chance(0.6);
    const inOneLine = pies.length === 1 && draw.of('labels').chance(0.6);
    const isBare = inOneLine && draw.of('units').chance(0.5);
    return ({ year, turn, style }) => {
      const slice = (title: string, name: string): Piece[][] => {
        const [[named], [amount], [share]] = labelOf(title, name) as [[Piece], [Piece], [Piece]];
        const inBrackets = [{ text: `${named.text} ` }, amount, { text: '（' }, share, { text: '）' }];
        return inOneLine
          ? [inBrackets.map((piece): Piece => ({ ...piece, align: 'center' }))]
          : [[named], [amount], [share]];
      };
      const labelOf = (title: string, name: string): Piece[][] => [
        [{ text: name }],
        [
          {
            ...numberPiece(
              amountIn(`${title} ${name}`, year, 11, 990) / 10,
              {
                id: `${title} ${name}`,
                label: `${title} > ${name}`,
                column: '金額',
                unit: '億円',
                decimals: 1,
                suffix: isBare ? '' : '億円',
              },
              style,
            ),
            align: 'center',
          },
        ],
        [
          {
            ...numberPiece(
              amountIn(`${title} ${name} share`, year, 11, 490) / 10,
              {
                id: `${title} ${name} share`,
                label: `${title} > ${name}`,
                column: '構成比',
                unit: '％',
                decimals: 1,
                suffix: '％',
              },
              style,
            ),
            align: 'center',
          },
        ],
      ];
      const whole = numberPiece(
        amountIn('whole', year, 300, 900),
        { id: 'whole', label: '総額', column: '', unit: '億円', suffix: '億円' },
        style,
      );
      const years = Array.from({ length: 5 }, (_, at) => year - 4 + at);
      const barsBlock: Block = {
        kind: 'bars',
        bars: years.map((of) => {
          const value = amountIn('bars', of, 300, 900);
          const piece = numberPiece(
            value,
            { id: `bar ${of}`, label: '決算額の推移', column: String(of), unit: '億円' },
            style,
          );
          return {
            name: yearName(of, { ...style, years: 'short' }),
            amount: { ...piece, align: 'center' },
            share: value / 1000,
          };
        }),
      };
      const row = (id: string, name: string): Row => ({
        cells: [
          text(name),
          ...[0, 1].map((back) =>
            numberCell(
              amountIn(id, year - back, 30, 90_000),
              { id: `${id} ${back}`, label: name, column: back === 0 ? '本年度' : '前年度', unit: '人' },
              style,
            ),
          ),
        ],
      });
      return [
        line(`${yearName(year, style)}　一般会計予算のあらまし`, { scale: 1.7, align: 'center', heading: true }),
        {
          kind: 'line',
          pieces: [{ text: '総額　' }, { ...whole, align: 'center' }],
          align: 'center',
          scale: 1.3,
        } as Block,
        {
          kind: 'pie',
          pies: pies.map(({ title, names }) => ({ title, slices: names.map((name) => slice(title, name)) })),
        } as Block,
        ...(bars ? [line('決算額の推移（億円）', { scale: 1.3 }), barsBlock] : []),
        ...(breaks ? [pageBreak] : []),
        heading('地区別の利用者数', 1.4),
        unitLine('人'),
        {
          kind: 'table',
          widths: [40, 30, 30],
          share: 0.7,
          head: [{ cells: [head('区分'), head(yearName(year, style)), head(yearName(year - 1, style))] }],
          rows: [
            ...(turn === 0 ? older : newer).map(({ id, name }) => row(id, name)),
            row('sum', total('合計', style)),
          ],
        } as Block,
      ];
    };
  },
};

const RUBY: readonly (readonly [words: string, ruby: string])[] = [
  ['健全化', 'けんぜんか'],
  ['拠点', 'きょてん'],
  ['醸成', 'じょうせい'],
  ['涵養', 'かんよう'],
];

/** 施政方針: sentences that say amounts, some with brackets behind them, some with ruby. */
export const prose: Kind = {
  landscape: false,
  draw(draw) {
    const chosen = draw.some(INDICATORS, draw.integer(6, 10));
    const costs = draw.some(PROJECTS, draw.integer(5, 9));
    const ruby = draw.chance(0.35);
    const numbers = draw.chance(0.5);
    const goneCost = draw.oneOf(costs);
    const comeCost = draw.oneOf(costs);
    const heads = ['行財政運営について', '暮らしについて', '産業について'];
    return ({ year, turn, style }) => {
      const own = costs.filter((name) => (turn === 0 ? name !== comeCost : name !== goneCost) || comeCost === goneCost);
      const sentences: Piece[][] = [
        ...own.map((name, index) => costSentence(name, index, year, style)),
        ...chosen.map((indicator, index) => indicatorSentence(indicator, index, year, style)),
      ];
      const perHead = Math.ceil(sentences.length / heads.length);
      return [
        line(`${yearName(year, style)}　施政方針`, { scale: 1.5, align: 'center', heading: true }),
        ...heads.flatMap((name, at): Block[] => {
          const part = sentences.slice(at * perHead, (at + 1) * perHead);
          const [words, over] = RUBY[at]!;
          const opening: Piece[] = ruby
            ? [{ text: '市政の' }, { text: words, ruby: over }, { text: 'に取り組んでまいります。' }]
            : [{ text: '引き続き、着実に取り組んでまいります。' }];
          const paragraphs: Block[] = [];
          for (let first = 0; first < part.length; first += 2) {
            paragraphs.push({
              kind: 'paragraph',
              pieces: [...(first === 0 ? opening : []), ...part.slice(first, first + 2).flat()],
            });
          }
          return [heading(`${numbers ? `（${at + 1}）` : ''}${name}`), ...paragraphs];
        }),
      ];
    };
  },
};

function costSentence(name: string, index: number, year: number, style: Style): Piece[] {
  const amount = amountIn(name, year, 200, 90_000);
  const said = { id: name, label: name, column: '', unit: '万円', suffix: '万円' };
  const piece: Piece = { ...numberPiece(amount, said, style), align: 'left' };
  if (index % 3 === 0) return [{ text: `${name}には、` }, piece, { text: 'を計上しました。' }];
  if (index % 3 === 1) {
    const before: Piece = {
      ...numberPiece(amountIn(name, year - 1, 200, 90_000), { ...said, id: `${name} before` }, style),
      align: 'left',
    };
    return [{ text: `${name}の予算額は` }, piece, { text: '（前年度は' }, before, { text: '）です。' }];
  }
  return [{ text: `また、${name}として` }, piece, { text: 'を見込んでいます。' }];
}

function indicatorSentence(
  [name, unit, size]: (typeof INDICATORS)[number],
  index: number,
  year: number,
  style: Style,
): Piece[] {
  const decimals = unit === '％' ? 1 : 0;
  const value = amountIn(name, year, size * 7, size * 10) / (decimals === 1 ? 10 : 7);
  const piece: Piece = {
    ...numberPiece(value, { id: name, label: name, column: '', unit, suffix: unit, decimals }, style),
    align: 'left',
  };
  if (index % 2 === 0) return [{ text: `${name}は` }, piece, { text: 'となりました。' }];
  return [{ text: `昨年の${name}は、` }, piece, { text: 'で、多くの方に御協力をいただきました。' }];
}
