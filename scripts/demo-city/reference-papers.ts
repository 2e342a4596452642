import { type Cell, head, heading, Paper, paragraph, table } from './paper.ts';
import { between, seeded } from './seeded.ts';
import { HANDS, yearLabel } from './year-hands.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  /** Million yen in 2020, and the growth a year. */
  readonly amount: number;
  readonly growth: number;
}

const item = (id: string, name: string, amount: number, growth: number): Item => ({ id, name, amount, growth });
const REVENUES = [
  item('tax', '市税', 8420, 0.004),
  item('grant', '地方交付税', 7310, -0.006),
  item('national', '国庫支出金', 4980, 0.012),
  item('prefecture', '県支出金', 2140, 0.008),
  item('bond', '市債', 2760, -0.03),
  item('other', 'その他', 3480, 0.01),
];
const SPENDINGS = [
  item('staff', '人件費', 4870, 0.006),
  item('welfare', '扶助費', 6320, 0.021),
  item('debt', '公債費', 3110, -0.008),
  item('goods', '物件費', 4160, 0.011),
  item('transfer', '繰出金', 3390, 0.009),
  item('building', '投資的経費', 4480, -0.012),
  item('rest', 'その他', 2690, 0.004),
];

/** Million yen; what is settled stays, what is forecast is looked at anew in every paper. */
function amountOf({ id, amount, growth }: Item, year: number, paperYear: number): number {
  const settled = amount * (1 + growth) ** (year - 2020) * between(`fiscal/${id}/${year}`, 0.97, 1.03);
  return Math.round(year < paperYear ? settled : settled * between(`fiscal/${id}/${year}/${paperYear}`, 0.985, 1.015));
}

const sumOf = (items: readonly Item[], year: number, paperYear: number) =>
  items.reduce((sum, of) => sum + amountOf(of, year, paperYear), 0);

/** 参考１ 財政の中期見通し: the settled year before and five years from the paper's on. */
export function fiscalOutlook(year: number): Paper {
  const numbers = year === 2023 ? { skipped: 0, first: 45, form: '― # ―' } : null;
  const paper = new Paper({ mark: '参考１', title: '財政の中期見通し', hand: HANDS[year]!, numbers, face: 'mincho' });
  const years = Array.from({ length: 6 }, (_, i) => year - 1 + i);
  const cellsOf = (id: string, label: string, amountIn: (of: number) => number) =>
    years.map((of) =>
      paper.cell({ id: `${id}/${of}`, label, column: yearLabel(of, 2021), unit: '百万円', ofYear: true }, amountIn(of)),
    );
  const group = (name: string, id: string, items: readonly Item[]): Cell[][] => [
    ...items.map((of, i): Cell[] => [
      ...(i === 0 ? [head(name, { rows: items.length + 1 })] : []),
      of.name,
      ...cellsOf(`${id}/${of.id}`, `財政収支の見通し > ${name} > ${of.name}`, (y) => amountOf(of, y, year)),
    ]),
    [head('計'), ...cellsOf(`${id}/sum`, `財政収支の見通し > ${name} > 計`, (y) => sumOf(items, y, year))],
  ];
  const balance = (y: number) => sumOf(REVENUES, y, year) - sumOf(SPENDINGS, y, year);
  const yearHeads = years.map((of, i) => head(`${yearLabel(of, year)}${i === 0 ? '\n決算' : ''}`));
  paper.section('outlook', '１　財政収支の見通し');
  paper.add(
    { kind: 'title', text: '財政の中期見通し（一般会計）' },
    heading('１　財政収支の見通し'),
    paragraph(
      '市税は緩やかな増加を見込む一方、扶助費の増加が続き、収支の不足は財政調整基金の取崩しにより補う見込みです。',
    ),
    table({
      unit: '百万円',
      size: 9,
      rowHeight: 7.6,
      columns: ['11mm', 1, ...years.map(() => '22.5mm')],
      headRows: 1,
      rows: [
        [head('区分', { columns: 2 }), ...yearHeads],
        ...group('歳入', 'revenue', REVENUES),
        ...group('歳出', 'spending', SPENDINGS),
        [
          { ...(head('歳入歳出差引') as object), columns: 2 },
          ...cellsOf('balance', '財政収支の見通し > 歳入歳出差引', balance),
        ],
      ],
    }),
  );
  addBalances(paper, years, year, cellsOf);
  return paper;
}

function addBalances(
  paper: Paper,
  years: readonly number[],
  year: number,
  cellsOf: (id: string, label: string, amountIn: (of: number) => number) => Cell[],
): void {
  const fund = (y: number) =>
    Math.round(4210 - 118 * (y - 2020) + 160 * seeded(`fund/${y}`) + 12 * seeded(`fund/${y}/${year}`));
  const debt = (y: number) =>
    Math.round(31400 - 410 * (y - 2020) + 300 * seeded(`debt/${y}`) + 40 * seeded(`debt/${y}/${year}`));
  paper.section('balances', '２　基金及び市債の残高');
  paper.add(
    heading('２　基金及び市債の残高'),
    table({
      unit: '百万円',
      size: 9,
      rowHeight: 8,
      columns: [1, ...years.map(() => '22.5mm')],
      headRows: 1,
      rows: [
        [head('区分'), ...years.map((of) => head(yearLabel(of, year)))],
        ['財政調整基金', ...cellsOf('fund', '基金及び市債の残高 > 財政調整基金', fund)],
        ['市債残高', ...cellsOf('debt', '基金及び市債の残高 > 市債残高', debt)],
      ],
    }),
    paragraph(
      '（注）決算額以外は、当初予算及び現行制度に基づく見込額です。端数処理の関係で、合計が一致しない場合があります。',
    ),
  );
}

const TERMS: readonly (readonly [term: string, meaning: string])[] = [
  [
    '経常収支比率',
    '人件費、扶助費、公債費など毎年度経常的に支出する経費に、市税や地方交付税などの一般財源がどの程度充てられているかを示す割合です。',
  ],
  ['財政調整基金', '年度間の財源の不均衡を調整するための積立金です。'],
  ['実質公債費比率', '一般会計等が負担する借入金の返済額等の、標準財政規模に対する割合です。'],
  ['指定管理者制度', '公の施設の管理を、議会の議決を経て指定した民間事業者等に行わせる制度です。'],
  ['延床面積', '建物の各階の床面積の合計です。'],
  ['複合化', '異なる用途の施設を一つの建物に集約することです。'],
  [
    'ＤＸ（デジタル・トランスフォーメーション）',
    'デジタル技術とデータを活用して、仕事の進め方や住民サービスを変えていくことです。',
  ],
  ['ガバメントクラウド', '国が整備する、国と地方公共団体が共同で利用する情報システムの基盤です。'],
  ['オープンデータ', '誰でも二次利用できる形で公開されたデータです。'],
  ['受益者負担', '特定のサービスを利用する人に、その費用の一部を負担していただく考え方です。'],
  ['財政効果額', '取組を行わなかった場合と比べて、増えた歳入又は減った歳出の額です。'],
];

/** 参考２ 用語の説明; 令和４年度 had none. */
export function glossaryPaper(year: number): Paper {
  const numbers = year === 2023 ? { skipped: 0, first: 46, form: '― # ―' } : null;
  const paper = new Paper({ mark: '参考２', title: '用語の説明', hand: HANDS[year]!, numbers, face: 'mincho' });
  const terms = year === 2023 ? TERMS : TERMS.slice(0, -2);
  paper.section('terms', '用語の説明');
  paper.add(
    { kind: 'title', text: '用語の説明' },
    table({
      size: 10.5,
      rowHeight: 15,
      columns: ['46mm', 1],
      headRows: 1,
      rows: [[head('用語'), head('説明')], ...terms.map(([term, meaning]): Cell[] => [term, meaning])],
    }),
  );
  return paper;
}
