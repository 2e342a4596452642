import { type Block, heading, line, type Piece } from '../content.ts';
import { amountIn, type Draw } from '../draw.ts';
import type { Kind } from '../kind.ts';
import { fullWidth, type Style, yearName } from '../style.ts';
import { INDICATORS, PROJECTS } from '../words.ts';

type Indicator = (typeof INDICATORS)[number];

/** What a sentence may say: of `name`, an amount now and before, how much more that is. */
interface Said {
  readonly name: string;
  readonly now: Piece;
  readonly before: Piece;
  readonly rate: Piece;
  readonly year: string;
}
type Sentence = (said: Said) => (string | Piece)[];

/** The same said in several ways; most offices take last year's sentence, some put it in other words. */
const COSTS: readonly Sentence[] = [
  ({ name, now }) => [`${name}につきましては、`, now, 'を計上いたしました。'],
  ({ name, now }) => [`${name}に`, now, 'を計上しております。'],
  ({ name, now }) => [`また、${name}として、`, now, 'を措置し、引き続き着実に取り組んでまいります。'],
  ({ name, now }) => [`加えて、`, now, `の${name}を実施してまいります。`],
  ({ name, now, before }) => [`${name}の予算額は`, now, '（前年度は', before, '）です。'],
  ({ name, now }) => [`さらに、国の制度を活用し、${name}に要する経費`, now, 'を予算化いたしました。'],
  ({ name, now }) => [`このほか、${name}（`, now, '）に取り組みます。'],
  ({ name, now }) => [`${name}は`, now, 'で、３年連続で市民の皆様の御要望にお応えするものです。'],
  ({ name, now }) => [`このため、本年度も`, now, `を投じ、${name}を進めてまいります。`],
];
const RESULTS: readonly Sentence[] = [
  ({ name, now }) => [`${name}は`, now, 'となりました。'],
  ({ name, now }) => [`${name}につきましては、`, now, 'となり、着実に成果が現れております。'],
  ({ name, now, year }) => [`${year}の${name}は、`, now, 'で、多くの方に御協力をいただきました。'],
  ({ name, now, before }) => [`また、${name}は、`, before, 'から', now, 'へと変化しております。'],
  ({ name, now, rate }) => [`${name}は、前年度に比べ`, rate, '増の', now, 'となっております。'],
  ({ name, now }) => [`おかげさまで、${name}も`, now, 'に達しました。'],
];
/** What says numbers that count nothing, between the others. */
const WORDS = [
  '私は市長に就任して以来、「住み続けたいまち」の実現を公約に掲げ、市政の運営に当たってまいりました。',
  '第２次総合計画の３つの基本方針の下、１人１人が輝くまちづくりを進めてまいります。',
  '令和２年４月１日に開館した中央図書館は、本年で第５回目の記念行事を迎えます。',
  '国においては、こども家庭庁が設置され、こどもまんなか社会の実現に向けた取組が本格化しております。',
  '第３子以降のお子様のいる御家庭にも、切れ目のない支援を行ってまいります。',
  '引き続き、市民の皆様や議員各位の御理解と御協力を賜りますようお願い申し上げます。',
];
const CHAPTERS = ['子育て・教育', '健康・福祉', '産業・観光', '防災・都市基盤', '行財政運営'];

/** 施政方針 of many sentences, in one column or two: from year to year some come, some go, some are put in other words. */
export const speech: Kind = {
  landscape: 'either',
  draw(draw) {
    const costs = draw.some(PROJECTS, draw.integer(16, 26));
    const results = draw.some(INDICATORS, draw.integer(8, 14));
    const parts = CHAPTERS.map((name) => ({ name, items: [] as Item[] }));
    const place = (item: Item) => draw.oneOf(parts).items.push(item);
    for (const name of costs) place(itemOf(name, draw, COSTS));
    for (const indicator of results) place(itemOf(indicator[0], draw, RESULTS, indicator));
    const mixed = draw.chance(0.5);
    const columns = draw.chance(0.3) ? 2 : 1;
    const numbering = draw.oneOf(['', '第#に、', '#　', '（#）']);
    const perParagraph = draw.integer(2, 4);
    return ({ year, turn, style }) => [
      line(`${yearName(year, style)}　施政方針`, { scale: 1.5, align: 'center', heading: true }),
      { kind: 'columns', count: columns } as Block,
      ...paragraphs([[{ text: WORDS[0]! }, ...total(year, style, mixed)]], 1),
      ...parts.flatMap(({ name, items }, at): Block[] => {
        const own = items.filter(({ gone, come }) => (turn === 0 ? !come : !gone));
        const number = numbering.replace('#', style.digits === 'full' ? fullWidth(String(at + 1)) : String(at + 1));
        return [
          heading(`${number}${name}について`, 1.1),
          ...paragraphs(
            [
              [{ text: WORDS[(at % (WORDS.length - 1)) + 1]! }],
              ...own.map((item) => sentenceOf(item, { year, turn, style, mixed })),
            ],
            perParagraph,
          ),
        ];
      }),
    ];
  },
};

interface Item {
  readonly name: string;
  readonly indicator: Indicator | null;
  readonly ways: readonly [older: Sentence, newer: Sentence];
  readonly gone: boolean;
  readonly come: boolean;
}

function itemOf(name: string, draw: Draw, ways: readonly Sentence[], indicator: Indicator | null = null): Item {
  const way = draw.oneOf(ways);
  const other = draw.chance(0.2) ? draw.oneOf(ways) : way;
  return { name, indicator, ways: [way, other], gone: draw.chance(0.08), come: draw.chance(0.08) };
}

interface Manner {
  readonly year: number;
  readonly turn: 0 | 1;
  readonly style: Style;
  readonly mixed: boolean;
}

function sentenceOf({ name, indicator, ways }: Item, { year, turn, style, mixed }: Manner): Piece[] {
  const of = (at: number) =>
    indicator ? resultIn(indicator, at) : { ...{ value: amountIn(name, at, 200, 90_000), unit: '万円' }, decimals: 0 };
  const said = (at: number, id: string): Piece => numberIn(of(at), `${name} ${id}`, name, style, mixed);
  const [now, before] = [said(year, 'now'), said(year - 1, 'before')];
  const rate = numberIn(
    { value: amountIn(`${name} rate`, year, 11, 99) / 10, unit: '％', decimals: 1 },
    `${name} rate`,
    name,
    style,
    false,
  );
  const pieces = ways[turn]({ name, now, before, rate, year: yearName(year - 1, style) });
  return pieces.map((piece) => (typeof piece === 'string' ? { text: piece } : piece));
}

function resultIn([name, unit, size]: Indicator, year: number) {
  const decimals = unit === '％' ? 1 : 0;
  const value = amountIn(name, year, size * 7, size * 10) / (decimals === 1 ? 10 : 7);
  return { value: Number(value.toFixed(decimals)), unit, decimals };
}

function total(year: number, style: Style, mixed: boolean): Piece[] {
  const [now, before] = [amountIn('whole', year, 900_000, 2_900_000), amountIn('whole', year - 1, 900_000, 2_900_000)];
  const said = (value: number, id: string) =>
    numberIn({ value, unit: '万円', decimals: 0 }, id, '一般会計', style, mixed);
  const rate = Number(((100 * Math.abs(now - before)) / before).toFixed(1));
  return [
    { text: `${yearName(year, style)}の一般会計当初予算の総額は、` },
    said(now, 'whole'),
    { text: 'で、前年度と比較して、' },
    said(Math.abs(now - before) || 1, 'whole change'),
    { text: '、率にして' },
    numberIn({ value: rate || 0.1, unit: '％', decimals: 1 }, 'whole rate', '一般会計', style, false),
    { text: 'の増となっております。' },
  ];
}

interface Measured {
  readonly value: number;
  readonly unit: string;
  readonly decimals: number;
}

/** 2億8,707万円, or 28,707万円 where the office does not mix digits and words. */
function numberIn({ value, unit, decimals }: Measured, id: string, label: string, style: Style, mixed: boolean): Piece {
  const plain = (number: number) =>
    number.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const [hundredMillions, rest] = [Math.floor(value / 10_000), value % 10_000];
  const isMixed = mixed && unit === '万円' && hundredMillions > 0 && rest > 0;
  const digits = isMixed ? `${plain(hundredMillions)}億${plain(rest)}` : plain(value);
  const text = `${style.digits === 'full' ? fullWidth(digits) : digits}${unit}`;
  return { text, align: 'left', number: { id, value, label, column: '', unit } };
}

function paragraphs(sentences: readonly (readonly Piece[])[], perParagraph: number): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < sentences.length; at += perParagraph)
    blocks.push({ kind: 'paragraph', pieces: sentences.slice(at, at + perParagraph).flat() });
  return blocks;
}
