import type { Initiative } from './initiatives.ts';
import { type Cell, head, type Paper, table } from './paper.ts';
import { decimalsOf, FIRST_YEAR, LAST_YEAR, stateOf, targetOf } from './results.ts';
import { effect, type Issue, reached } from './sheet-values.ts';
import { yearLabel } from './year-hands.ts';

export function targets(paper: Paper, of: Initiative, issue: Issue) {
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
    rowHeight: 7.6,
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

export function effects(paper: Paper, of: Initiative, issue: Issue) {
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
    rowHeight: 8,
    unit,
    columns: ['24mm', 1, 1, 1, 1],
    size: paper.facts.hand.digits === 'full' ? 9 : 10,
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
