import type { Initiative } from './initiatives.ts';
import { effectOf, resultOf } from './results.ts';

export interface Issue {
  readonly year: number;
  /** The first revision of 令和５年度 has mistakes, which the second corrects. */
  readonly corrected: boolean;
}

/** What the first revision of 令和５年度 prints wrongly: id of the initiative → what is added to the right value. */
const MISTAKES = { result: { m05: -900, c3: 10 }, effect: { m11: 1_200_000 } } as const;
export const mistake = (kind: keyof typeof MISTAKES, id: string, year: number, issue: Issue): number =>
  issue.year === 2023 && year === 2023 && !issue.corrected ? ((MISTAKES[kind] as Record<string, number>)[id] ?? 0) : 0;

export const reached = (of: Initiative, year: number, issue: Issue) =>
  resultOf(of, year, issue.year) + mistake('result', of.id, year, issue);

/** In the paper's unit: yen, from 令和５年度 on thousand yen. */
export function effect(of: Initiative, kind: 'revenue' | 'saving', year: number, issue: Issue): number {
  const yen = effectOf(of, kind, year) + (kind === 'saving' ? mistake('effect', of.id, year, issue) : 0);
  return issue.year >= 2023 ? Math.round(yen / 1000) : yen;
}

export const policyOf = ({ id, revenue }: Initiative) => {
  if (id === 'm03' || id.startsWith('c')) return '２　公共施設の最適化';
  if (['m12', 'm13', 'm14', 'm19', 'm21'].includes(id)) return '４　民間活力の活用と市民協働';
  return revenue > 0 ? '１　歳入の確保' : '３　事務事業の見直し';
};

export const planned = (of: Initiative, issue: Issue) => (of.revenue + of.saving) * (issue.year >= 2023 ? 1 : 1000);
export const achieved = (of: Initiative, issue: Issue) =>
  effect(of, 'revenue', issue.year, issue) + effect(of, 'saving', issue.year, issue);
