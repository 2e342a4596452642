import { AMOUNTS_IN_ISSUES, type Initiative, initiativesOf, type NumberedInitiative } from './initiatives.ts';
import { type Cell, head, heading, type PageNumbers, Paper, pageBreak, paragraph, table } from './paper.ts';
import { decimalsOf, effectOf, outlookOn, remarkOn, stateOf } from './results.ts';
import { effects, targets } from './sheet-tables.ts';
import { achieved, type Issue, mistake, planned, policyOf, reached } from './sheet-values.ts';
import { HANDS, yearLabel } from './year-hands.ts';

const NUMBERS: Readonly<Record<number, PageNumbers>> = {
  2021: { skipped: 1, first: 1, form: '- # -' },
  2022: { skipped: 2, first: 1, form: '#' },
  2023: { skipped: 1, first: 2, form: '― # ―' },
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
      `計画期間は令和${paper.digits(3)}年度から令和${paper.digits(7)}年度までの`,
      paper.inline({ id: 'outline/years', label: '集中改革プランの概要', column: '計画期間', unit: '年間' }, 5),
      'とし、',
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
  const { hand } = paper.facts;
  const amountWidth = hand.digits === 'full' ? '36mm' : '27mm';
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
      size: hand.digits === 'full' ? 8 : 8.5,
      columns: ['13mm', 1, '25mm', '20mm', amountWidth, amountWidth],
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
      rowHeight: 13,
      rows: [
        [head('現状と課題'), issueWords(paper, of, '現状と課題')],
        [head('取組内容'), of.action],
      ],
    }),
    targets(paper, of, issue),
    effects(paper, of, issue),
    heading(`３　${yearLabel(issue.year, issue.year)}の取組実績`, 2),
    ...achievements(paper, of, state, issue),
    heading('４　課題及び今後の取組', 2),
    paragraph(issueWords(paper, of, '課題及び今後の取組'), outlookOn(of, issue.year, state)),
    table({
      columns: ['26mm', '22mm', '30mm', 1],
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

/** The initiative's issue under one of the two headings that repeat it. */
function issueWords(
  paper: Paper,
  { id, name, issue }: Initiative,
  under: string,
): string | { text: string; id: string } {
  const amount = AMOUNTS_IN_ISSUES[id];
  if (!amount) return issue;
  const what = { id: `${id}/issue/${under}`, label: `${name} > ${under}`, column: '', unit: amount.unit };
  return paper.fixed(what, issue, amount);
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
