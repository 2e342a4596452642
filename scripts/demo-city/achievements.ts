import { type Initiative, initiativesOf } from './initiatives.ts';
import { type Cell, head, heading, type PageNumbers, Paper, pageBreak, paragraph, table } from './paper.ts';
import { decimalsOf, effectOf, FIRST_YEAR, resultOf, stateOf, targetOf } from './results.ts';
import { HANDS, yearLabel } from './year-hands.ts';

const NUMBERS: Readonly<Record<number, PageNumbers>> = {
  2021: { skipped: 0, first: 1, form: '- # -' },
  2022: { skipped: 0, first: 1, form: '#' },
  2023: { skipped: 0, first: 33, form: '― # ―' },
};

const POLICIES = [
  {
    id: 'p1',
    name: '歳入の確保',
    intro: '市税をはじめとする自主財源の確保に努め、新たな収入の掘り起こしに取り組みました。',
  },
  { id: 'p2', name: '公共施設の最適化', intro: '施設の総量を縮減し、存続する施設の長寿命化と複合化を進めました。' },
  { id: 'p3', name: '事務事業の見直し', intro: '事業の必要性と進め方を点検し、経費の節減と業務の効率化を図りました。' },
] as const;

const policyIdOf = ({ id, revenue }: Initiative) => {
  if (id === 'm03' || id.startsWith('c')) return 'p2';
  return revenue > 0 ? 'p1' : 'p3';
};

const thousand = (yen: number) => Math.round(yen / 1000);
const effectIn = (of: Initiative, year: number) => effectOf(of, 'revenue', year) + effectOf(of, 'saving', year);
const total = (initiatives: readonly Initiative[], year: number) =>
  initiatives.reduce((sum, of) => sum + effectIn(of, year), 0);

/** 資料２ 取組実績: prose with amounts in it, and a table for each policy. */
export function achievementsPaper(year: number): Paper {
  const label = yearLabel(year, year);
  const paper = new Paper({
    mark: '資料２',
    title: `${label}行財政改革の取組実績`,
    hand: HANDS[year]!,
    numbers: NUMBERS[year]!,
    face: 'mincho',
  });
  const initiatives = initiativesOf(year).map(({ initiative }) => initiative);
  paper.section('overview', '１　総括');
  paper.add({ kind: 'title', text: `${label}　行財政改革の取組実績` }, heading('１　総括'));
  addOverview(paper, initiatives, year);
  const ordered = year === 2022 ? [POLICIES[0], POLICIES[2], POLICIES[1]] : POLICIES;
  ordered.forEach((policy, i) => {
    const own = initiatives.filter((of) => policyIdOf(of) === policy.id);
    if (year === 2021 && i > 0) paper.add(pageBreak);
    const title = `${'２３４'[i]}　${policy.name}`;
    paper.section(policy.id, title);
    paper.add(heading(title));
    addPolicy(paper, policy, own, year);
  });
  if (year >= 2023) addNextSteps(paper, initiatives, year);
  return paper;
}

function addOverview(paper: Paper, initiatives: readonly Initiative[], year: number): void {
  const [now, before] = [total(initiatives, year), total(initiatives, year - 1)];
  const done = initiatives.filter((of) => ['完了', '計画どおり'].includes(stateOf(of, year, year))).length;
  const label = '総括';
  paper.add(
    paragraph(
      `${yearLabel(year, year)}は、`,
      paper.inline({ id: 'all/count', label, column: '取組数', unit: '件' }, initiatives.length),
      'の取組を進め、このうち',
      paper.inline({ id: 'all/done', label, column: '計画どおり以上の取組数', unit: '件' }, done),
      'が計画どおり又は完了となりました。',
    ),
    paragraph(
      '財政効果額の合計は',
      paper.inlineYen({ id: 'all/effect', label, column: '財政効果額' }, now),
      ...(before > 0
        ? [
            `となり、前年度に比べて`,
            paper.inlineYen({ id: 'all/difference', label, column: '前年度との差' }, Math.abs(now - before)),
            now >= before ? 'の増となりました。' : 'の減となりました。',
          ]
        : ['となりました。']),
    ),
  );
  paper.add(effectsOverYears(paper, year));
}

function effectsOverYears(paper: Paper, year: number) {
  const years = Array.from({ length: year - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const rows = POLICIES.map(({ id, name }): Cell[] => [
    name,
    ...years.map((of) => {
      const own = initiativesOf(of).filter(({ initiative }) => policyIdOf(initiative) === id);
      const sum = total(
        own.map(({ initiative }) => initiative),
        of,
      );
      return paper.cell(
        {
          id: `all/${id}/${of}`,
          label: `総括 > 財政効果額の推移 > ${name}`,
          column: yearLabel(of, 2021),
          unit: '千円',
          ofYear: true,
        },
        thousand(sum),
      );
    }),
  ]);
  return table({
    caption: '財政効果額の推移',
    unit: '千円',
    columns: ['48mm', ...years.map(() => 1)],
    headRows: 1,
    rowHeight: 9,
    rows: [[head('基本方針'), ...years.map((of) => head(yearLabel(of, year)))], ...rows],
  });
}

function addPolicy(paper: Paper, policy: (typeof POLICIES)[number], own: readonly Initiative[], year: number): void {
  const label = policy.name;
  paper.add(
    paragraph(
      `${policy.intro}財政効果額は`,
      paper.inlineYen({ id: `${policy.id}/effect`, label, column: '財政効果額' }, total(own, year)),
      'です。主な取組の実績は、次のとおりです。',
    ),
  );
  const best = own.toSorted((a, b) => effectIn(b, year) - effectIn(a, year)).slice(0, year === 2021 ? 4 : 5);
  best.forEach((of, i) => {
    const decimals = decimalsOf(of);
    const mine = `${policy.name} > ${of.name}`;
    paper.section(`${policy.id}/${of.id}`, of.name);
    paper.add(
      heading(`（${paper.digits(i + 1)}）${of.name}（${of.department}）`, 2),
      paragraph(
        `${of.action.replace(/（№.*?）/, '')}${of.indicator}は、目標`,
        paper.inline(
          { id: `${of.id}/target`, label: mine, column: `${of.indicator}（目標）`, unit: of.unit },
          targetOf(of, year),
          decimals,
        ),
        'に対し',
        paper.inline(
          { id: `${of.id}/result`, label: mine, column: `${of.indicator}（実績）`, unit: of.unit },
          resultOf(of, year, year),
          decimals,
        ),
        'となり、効果額は',
        paper.inlineYen({ id: `${of.id}/effect`, label: mine, column: '財政効果額' }, effectIn(of, year)),
        'となりました。',
      ),
    );
  });
  paper.add(effectTable(paper, policy, own, year));
}

function effectTable(paper: Paper, policy: (typeof POLICIES)[number], own: readonly Initiative[], year: number) {
  const line = (name: string, id: string, plan: number, now: number): Cell[] => {
    const what = (column: string) => ({
      id: `${policy.id}/table/${id}/${column}`,
      label: `${policy.name} > ${name}`,
      column,
      unit: '千円',
    });
    return [
      id === 'sum' ? head(name) : name,
      paper.cell(what('計画額'), plan),
      paper.cell(what('実績額'), now),
      paper.cell(what('差引'), now - plan),
    ];
  };
  const plan = (of: Initiative) => of.revenue + of.saving;
  const lines = own.map((of) => line(of.name, of.id, plan(of), thousand(effectIn(of, year))));
  const sum = own.reduce((s, of) => ({ plan: s.plan + plan(of), now: s.now + thousand(effectIn(of, year)) }), {
    plan: 0,
    now: 0,
  });
  return table({
    caption: `${policy.name}に係る財政効果額`,
    unit: '千円',
    columns: [1, '30mm', '30mm', '30mm'],
    headRows: 1,
    rowHeight: 7,
    rows: [
      [head('取組名'), head('計画額'), head('実績額'), head('差引')],
      ...lines,
      line('計', 'sum', sum.plan, sum.now),
    ],
  });
}

function addNextSteps(paper: Paper, initiatives: readonly Initiative[], year: number): void {
  const label = '今後の進め方';
  const planned = initiatives.reduce((sum, of) => sum + of.revenue + of.saving, 0) * 1000;
  paper.section('next', `５　${label}`);
  paper.add(
    heading(`５　${label}`),
    paragraph(
      `${yearLabel(year + 1, year)}は、財政効果額`,
      paper.inlineYen({ id: 'next/planned', label, column: '財政効果額の見込み' }, planned),
      'を見込み、引き続き各取組を進めます。遅れの生じている取組については、四半期ごとに進捗を確認し、必要な見直しを行います。',
    ),
    paragraph(
      'また、現行の行財政改革大綱は計画期間の後半を迎えることから、懇談会の意見を伺いながら、次期大綱の策定に着手します。',
    ),
  );
}
