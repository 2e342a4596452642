import { type Initiative, initiativesOf, type NumberedInitiative } from './initiatives.ts';
import { type Cell, head, heading, type PageNumbers, Paper, pageBreak, paragraph, table } from './paper.ts';
import { decimalsOf, effectOf, FIRST_YEAR, LAST_YEAR, remarkOn, resultOf, stateOf, targetOf } from './results.ts';
import { HANDS, yearLabel } from './year-hands.ts';

export interface Issue {
  readonly year: number;
  /** The first revision of 令和５年度 has mistakes, which the second corrects. */
  readonly corrected: boolean;
}

const NUMBERS: Readonly<Record<number, PageNumbers>> = {
  2021: { skipped: 1, first: 1, form: '- # -' },
  2022: { skipped: 2, first: 1, form: '#' },
  2023: { skipped: 1, first: 2, form: '― # ―' },
};

/** What the first revision of 令和５年度 prints wrongly: id of the initiative → what is added to the right value. */
const MISTAKES = { result: { m05: -900, c3: 10 }, effect: { m11: 1_200_000 } } as const;
const mistake = (kind: keyof typeof MISTAKES, id: string, year: number, issue: Issue): number =>
  issue.year === 2023 && year === 2023 && !issue.corrected ? ((MISTAKES[kind] as Record<string, number>)[id] ?? 0) : 0;

const reached = (of: Initiative, year: number, issue: Issue) =>
  resultOf(of, year, issue.year) + mistake('result', of.id, year, issue);

/** In the paper's unit: yen, from 令和５年度 on thousand yen. */
function effect(of: Initiative, kind: 'revenue' | 'saving', year: number, issue: Issue): number {
  const yen = effectOf(of, kind, year) + (kind === 'saving' ? mistake('effect', of.id, year, issue) : 0);
  return issue.year >= 2023 ? Math.round(yen / 1000) : yen;
}

const policyOf = ({ id, revenue }: Initiative) => {
  if (id === 'm03' || id.startsWith('c')) return '２　公共施設の最適化';
  if (['m12', 'm13', 'm14', 'm19', 'm21'].includes(id)) return '４　民間活力の活用と市民協働';
  return revenue > 0 ? '１　歳入の確保' : '３　事務事業の見直し';
};

/** 資料１ 集中改革プラン進行管理シート: one page an initiative, after a cover and a list. */
export function progressSheets(issue: Issue): Paper {
  const { year } = issue;
  const paper = new Paper({
    mark: '資料１',
    title: '集中改革プラン進行管理シート',
    hand: HANDS[year]!,
    numbers: NUMBERS[year]!,
  });
  paper.section('cover', '表紙');
  paper.add({
    kind: 'cover',
    title: '集中改革プラン進行管理シート',
    subtitle: `（${yearLabel(year, year)}実績）`,
    date: `令和${paper.digits(year - 2017)}年１月${issue.year === 2023 && issue.corrected ? '（１月２２日差替え）' : ''}`,
    body: 'あおば市',
  });
  const all = initiativesOf(year);
  if (year >= 2022) addOutline(paper, all.length);
  addList(paper, all, issue);
  for (const numbered of all) addSheet(paper, numbered, issue);
  return paper;
}

function addOutline(paper: Paper, count: number): void {
  paper.section('outline', '計画の概要');
  paper.add(
    pageBreak,
    heading('集中改革プランの概要'),
    paragraph('集中改革プランは、行財政改革大綱に掲げる４つの基本方針に基づき、取組の目標と工程を定めたものです。'),
    paragraph(
      `計画期間は令和${paper.digits(3)}年度から令和${paper.digits(7)}年度までの${paper.digits(5)}年間とし、`,
      paper.inline({ id: 'outline/count', label: '集中改革プランの概要', column: '取組数', unit: '件' }, count),
      'の取組について、毎年度、目標に対する実績と財政効果額を取りまとめ、行財政改革懇談会の意見を伺います。',
    ),
    table({
      caption: '進捗状況の区分',
      columns: ['34mm', 1],
      headRows: 1,
      rowHeight: 9,
      rows: [
        [head('区分'), head('内容')],
        ['完了', '取組の目的を達成し、進行管理を終えるもの'],
        ['計画どおり', '当該年度の目標をおおむね達成したもの'],
        ['やや遅れ', '目標に届かないが、計画期間内の達成が見込まれるもの'],
        ['遅れ', '進め方の見直しを要するもの'],
      ],
    }),
  );
}

function addList(paper: Paper, all: readonly NumberedInitiative[], issue: Issue): void {
  const unit = issue.year >= 2023 ? '千円' : '円';
  const sums = { plan: 0, done: 0 };
  const rows = all.map(({ number, initiative: of }): Cell[] => {
    const [plan, done] = [planned(of, issue), achieved(of, issue)];
    sums.plan += plan;
    sums.done += done;
    const label = `取組一覧 > ${of.name}`;
    return [
      { text: paper.digits(number), align: 'center' },
      of.name,
      { text: of.department, align: 'center' },
      { text: stateOf(of, issue.year, issue.year), align: 'center' },
      paper.cell({ id: `list/${of.id}/plan`, label, column: '計画額', unit }, plan),
      paper.cell({ id: `list/${of.id}/done`, label, column: '実績額', unit }, done),
    ];
  });
  const label = '取組一覧 > 計';
  paper.add(pageBreak);
  paper.section('list', '取組一覧');
  paper.add(
    table({
      caption: '取組一覧',
      unit,
      size: 8.5,
      columns: ['13mm', 1, '26mm', '21mm', '26mm', '26mm'],
      headRows: 2,
      rows: [
        [
          head('№', { rows: 2 }),
          head('取組名', { rows: 2 }),
          head('所管課', { rows: 2 }),
          head('進捗状況', { rows: 2 }),
          head('財政効果額', { columns: 2 }),
        ],
        [head('計画額'), head('実績額')],
        ...rows,
        [
          { ...(head('計') as object), columns: 4 },
          paper.cell({ id: 'list/sum/plan', label, column: '計画額', unit }, sums.plan),
          paper.cell({ id: 'list/sum/done', label, column: '実績額', unit }, sums.done),
        ],
      ],
    }),
  );
}

const planned = (of: Initiative, issue: Issue) => (of.revenue + of.saving) * (issue.year >= 2023 ? 1 : 1000);
const achieved = (of: Initiative, issue: Issue) =>
  effect(of, 'revenue', issue.year, issue) + effect(of, 'saving', issue.year, issue);

function addSheet(paper: Paper, { number, initiative: of }: NumberedInitiative, issue: Issue): void {
  const state = stateOf(of, issue.year, issue.year);
  paper.add(pageBreak);
  paper.section(of.id, paper.digits(`№${number}`));
  paper.add(
    heading(`${paper.digits(`№${number}`)}　${of.name}`),
    table({
      size: 10.5,
      columns: ['24mm', 1, '20mm', '36mm'],
      rowHeight: 8,
      rows: [[head('基本方針'), policyOf(of), head('所管課'), { text: of.department, align: 'center' }]],
    }),
    table({
      columns: ['24mm', 1],
      rowHeight: 14,
      rows: [
        [head('現状と課題'), of.issue],
        [head('取組内容'), of.action],
      ],
    }),
    targets(paper, of, issue),
    effects(paper, of, issue),
    heading(`３　${yearLabel(issue.year, issue.year)}の取組実績`, 2),
    ...achievements(paper, of, state, issue),
    table({
      columns: ['24mm', '34mm', '24mm', 1],
      rowHeight: 10,
      rows: [
        [
          head('担当課評価'),
          { text: { 完了: 'Ｓ', 計画どおり: 'Ａ', やや遅れ: 'Ｂ', 遅れ: 'Ｃ' }[state], align: 'center' },
          head('今後の方向性'),
          state === '完了' ? '完了（通常業務として継続）' : state === '遅れ' ? '見直しの上継続' : '継続',
        ],
      ],
    }),
  );
}

function targets(paper: Paper, of: Initiative, issue: Issue) {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const withRate = issue.year >= 2022;
  const rows = years.map((year): Cell[] => {
    const label = `${of.name} > 数値目標及び実績 > ${yearLabel(year, 2021)}`;
    const known = year <= issue.year;
    const result = known ? reached(of, year, issue) : null;
    const what = (column: string, unit: string) => ({
      id: `${of.id}/${column}/${year}`,
      label,
      column,
      unit,
      ofYear: true,
    });
    const target = targetOf(of, year);
    return [
      { text: yearLabel(year, issue.year), align: 'center' },
      paper.cell(what('目標', of.unit), target, decimalsOf(of)),
      paper.cell(what('実績', of.unit), result, decimalsOf(of)),
      ...(withRate ? [paper.cell(what('達成率', '％'), result === null ? null : (100 * result) / target, 1)] : []),
      { text: known ? stateOf(of, year, issue.year) : paper.facts.hand.nothing, align: 'center' },
    ];
  });
  return table({
    caption: '１　数値目標及び実績',
    unit: of.unit,
    columns: withRate ? ['32mm', 1, 1, '26mm', '30mm'] : ['32mm', 1, 1, '34mm'],
    headRows: 2,
    rows: [
      [head('年度', { rows: 2 }), head(of.indicator, { columns: withRate ? 3 : 2 }), head('進捗状況', { rows: 2 })],
      [head('目標'), head('実績'), ...(withRate ? [head('達成率（％）')] : [])],
      ...rows,
    ],
  });
}

function effects(paper: Paper, of: Initiative, issue: Issue) {
  const unit = issue.year >= 2023 ? '千円' : '円';
  const scale = issue.year >= 2023 ? 1 : 1000;
  const line = (name: string, plan: number, before: number, now: number): Cell[] => {
    const what = (column: string) => ({
      id: `${of.id}/effect/${name}/${column}`,
      label: `${of.name} > 財政効果額 > ${name}`,
      column,
      unit,
    });
    return [
      name === '計' ? head(name) : { text: name, align: 'center' },
      paper.cell(what('計画額'), plan),
      paper.cell(what('前年度'), before),
      paper.cell(what('本年度'), now),
      paper.cell(what('比較増減'), now - before),
    ];
  };
  const of2 = (kind: 'revenue' | 'saving', year: number) => effect(of, kind, year, issue);
  const [revenueBefore, revenueNow] = [of2('revenue', issue.year - 1), of2('revenue', issue.year)];
  const [savingBefore, savingNow] = [of2('saving', issue.year - 1), of2('saving', issue.year)];
  return table({
    caption: '２　財政効果額',
    unit,
    columns: ['32mm', 1, 1, 1, 1],
    headRows: 2,
    rows: [
      [
        head('区分', { rows: 2 }),
        head('計画額', { rows: 2 }),
        head('実績額', { columns: 2 }),
        head('比較増減', { rows: 2 }),
      ],
      [head('前年度'), head('本年度')],
      line('歳入の確保', of.revenue * scale, revenueBefore, revenueNow),
      line('歳出の削減', of.saving * scale, savingBefore, savingNow),
      line('計', (of.revenue + of.saving) * scale, revenueBefore + savingBefore, revenueNow + savingNow),
    ],
  });
}

function achievements(paper: Paper, of: Initiative, state: string, issue: Issue) {
  const { year } = issue;
  const label = `${of.name} > 取組実績`;
  const result = reached(of, year, issue);
  const yen = effectOf(of, 'revenue', year) + effectOf(of, 'saving', year) + mistake('effect', of.id, year, issue);
  const lines = [
    paragraph(
      `${remarkOn(of, year, state)}${of.indicator}は`,
      paper.inline({ id: `${of.id}/prose/result`, label, column: of.indicator, unit: of.unit }, result, decimalsOf(of)),
      '、財政効果額は',
      paper.inlineYen({ id: `${of.id}/prose/effect`, label, column: '財政効果額' }, yen),
      'となった。',
    ),
  ];
  if (issue.corrected && of.id === 'm17') {
    lines.push(
      paragraph(
        'また、雑紙の分別収集を市内全域に広げ、売却収入として',
        paper.inlineYen({ id: 'm17/prose/sold', label, column: '売却収入' }, 2_340_000),
        'を得た。',
      ),
    );
  }
  return lines;
}
