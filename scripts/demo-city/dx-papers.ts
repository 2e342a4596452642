import { type Measure, type Theme, themesOf } from './measures.ts';
import { type Cell, head, heading, type PageNumbers, Paper, pageBreak, paragraph, table } from './paper.ts';
import { costOf, decimalsOf, resultOf, stateOf, targetOf } from './results.ts';
import { HANDS, yearLabel } from './year-hands.ts';

const SUMMARY_NUMBERS: Readonly<Record<number, PageNumbers | null>> = {
  2021: null,
  2022: { skipped: 0, first: 1, form: '#' },
  2023: { skipped: 0, first: 37, form: '― # ―' },
};
const LIST_NUMBERS: Readonly<Record<number, PageNumbers>> = {
  2021: { skipped: 0, first: 1, form: '#/6' },
  2022: { skipped: 0, first: 4, form: '#' },
  2023: { skipped: 0, first: 39, form: '― # ―' },
};
const STATES = ['完了', '計画どおり', 'やや遅れ', '遅れ'] as const;
const spent = (measures: readonly Measure[], year: number) =>
  measures.reduce((sum, of) => sum + costOf(of, 'spent', year), 0);

/** 資料３ ＤＸ推進計画の進捗（概要）. */
export function dxSummary(year: number): Paper {
  const label = yearLabel(year, year);
  const paper = new Paper({
    mark: '資料３',
    title: 'ＤＸ推進計画の進捗（概要）',
    hand: HANDS[year]!,
    numbers: SUMMARY_NUMBERS[year]!,
  });
  const themes = themesOf(year);
  const all = themes.flatMap(({ measures }) => measures);
  paper.section('summary', '１　進捗の概況');
  paper.add(
    { kind: 'title', text: 'ＤＸ推進計画の進捗（概要）' },
    heading('１　進捗の概況'),
    paragraph(
      'ＤＸ推進計画に掲げる',
      paper.inline({ id: 'all/count', label: '進捗の概況', column: '施策数', unit: '施策' }, all.length),
      `について、${label}末の進捗状況を取りまとめました。事業費の決算額は`,
      paper.inlineYen({ id: 'all/spent', label: '進捗の概況', column: '決算額' }, spent(all, year) * 1000),
      'です。',
    ),
    statesTable(paper, themes, year),
    heading('２　重点取組ごとの主な実績'),
  );
  themes.forEach((theme, i) => {
    paper.section(theme.id, theme.name);
    paper.add(heading(`（${paper.digits(i + 1)}）${theme.name}`, 2), ...themeSentences(paper, theme, year));
  });
  paper.section('costs', '３　事業費');
  paper.add(heading('３　事業費'), costTable(paper, themes, year));
  return paper;
}

function statesTable(paper: Paper, themes: readonly Theme[], year: number) {
  const line = (id: string, name: string, measures: readonly Measure[], first: Cell): Cell[] => {
    const count = (state: string) => measures.filter((of) => stateOf(of, year, year) === state).length;
    const what = (column: string) => ({
      id: `states/${id}/${column}`,
      label: `進捗の概況 > ${name}`,
      column,
      unit: '施策',
    });
    return [
      first,
      paper.cell(what('施策数'), measures.length),
      ...STATES.map((state) => paper.cell(what(state), count(state))),
    ];
  };
  return table({
    caption: '重点取組別の進捗状況',
    unit: '施策',
    columns: [1, '20mm', '20mm', '24mm', '22mm', '20mm'],
    headRows: 2,
    rowHeight: 9,
    rows: [
      [head('重点取組', { rows: 2 }), head('施策数', { rows: 2 }), head('進捗状況', { columns: 4 })],
      STATES.map((state) => head(state)),
      ...themes.map(({ id, name, measures }) => line(id, name, measures, name)),
      line(
        'sum',
        '計',
        themes.flatMap(({ measures }) => measures),
        head('計'),
      ),
    ],
  });
}

function themeSentences(paper: Paper, theme: Theme, year: number) {
  const best = theme.measures.toSorted((a, b) => b.cost - a.cost).slice(0, 2);
  return best.map((of) => {
    const label = `${theme.name} > ${of.name}`;
    return paragraph(
      `「${of.name}」では、${of.indicator}が`,
      paper.inline(
        { id: `${of.id}/result`, label, column: of.indicator, unit: of.unit },
        resultOf(of, year, year),
        decimalsOf(of),
      ),
      'となりました（決算額',
      paper.inline({ id: `${of.id}/spent`, label, column: '決算額', unit: '千円' }, costOf(of, 'spent', year)),
      '）。',
    );
  });
}

function costTable(paper: Paper, themes: readonly Theme[], year: number) {
  const sum = (measures: readonly Measure[], kind: 'budget' | 'spent') =>
    measures.reduce((s, of) => s + costOf(of, kind, year), 0);
  const line = (id: string, name: string, measures: readonly Measure[], first: Cell): Cell[] => {
    const what = (column: string) => ({ id: `costs/${id}/${column}`, label: `事業費 > ${name}`, column, unit: '千円' });
    const [budget, done] = [sum(measures, 'budget'), sum(measures, 'spent')];
    return [
      first,
      paper.cell(what('予算額'), budget),
      paper.cell(what('決算額'), done),
      paper.cell(what('差引'), done - budget),
    ];
  };
  return table({
    unit: '千円',
    columns: [1, '32mm', '32mm', '32mm'],
    headRows: 1,
    rowHeight: 8,
    rows: [
      [head('重点取組'), head('予算額'), head('決算額'), head('差引')],
      ...themes.map(({ id, name, measures }) => line(id, name, measures, name)),
      line(
        'sum',
        '計',
        themes.flatMap(({ measures }) => measures),
        head('計'),
      ),
    ],
  });
}

const ROWS_ON_PAGE = 13;

/** 資料４ ＤＸ推進計画施策一覧: 77 measures on landscape pages; from 令和４年度 on with the budgeted amount. */
export function dxMeasures(year: number): Paper {
  const paper = new Paper({
    mark: '資料４',
    title: 'ＤＸ推進計画施策一覧',
    hand: HANDS[year]!,
    numbers: LIST_NUMBERS[year]!,
    landscape: true,
  });
  const listed = themesOf(year).flatMap((theme) => theme.measures.map((of) => ({ theme, of })));
  paper.add({ kind: 'title', text: `ＤＸ推進計画施策一覧（${yearLabel(year, year)}）` });
  for (let start = 0; start < listed.length; start += ROWS_ON_PAGE) {
    if (start > 0) paper.add(pageBreak);
    const chunk = listed.slice(start, start + ROWS_ON_PAGE);
    for (const { of } of chunk) paper.section(of.id, of.name);
    paper.add(measuresTable(paper, chunk, start + 1, year));
  }
  return paper;
}

function measuresTable(paper: Paper, chunk: readonly { theme: Theme; of: Measure }[], first: number, year: number) {
  const withBudget = year >= 2022;
  const rows = chunk.map(({ theme, of }, i): Cell[] => {
    const label = `${theme.name} > ${of.name}`;
    const what = (column: string, unit: string) => ({ id: `${of.id}/${column}`, label, column, unit });
    const begins = i === 0 || chunk[i - 1]!.theme !== theme;
    const mine = chunk.filter((other) => other.theme === theme).length;
    return [
      ...(begins ? [{ text: theme.name, rows: mine }] : []),
      { text: paper.digits(first + i), align: 'center' },
      of.name,
      { text: of.department, align: 'center' },
      `${of.indicator}（${of.unit}）`,
      paper.cell(what('目標値', of.unit), targetOf(of, year), decimalsOf(of)),
      paper.cell(what('実績値', of.unit), resultOf(of, year, year), decimalsOf(of)),
      { text: stateOf(of, year, year), align: 'center' },
      ...(withBudget ? [paper.cell(what('予算額', '千円'), costOf(of, 'budget', year))] : []),
      paper.cell(what('決算額', '千円'), costOf(of, 'spent', year)),
    ];
  });
  return table({
    size: 9,
    rowHeight: 9.6,
    columns: ['28mm', '11mm', 1, '26mm', '41mm', '22mm', '22mm', '21mm', ...(withBudget ? ['22mm'] : []), '22mm'],
    headRows: 2,
    rows: [
      [
        ...['重点取組', '№', '施策名', '所管課', '指標'].map((text) => head(text, { rows: 2 })),
        head(yearLabel(year, year), { columns: 3 }),
        withBudget ? head('事業費（千円）', { columns: 2 }) : head('事業費（千円）', { columns: 1 }),
      ],
      [...['目標値', '実績値', '進捗状況', ...(withBudget ? ['予算額'] : []), '決算額'].map((text) => head(text))],
      ...rows,
    ],
  });
}
