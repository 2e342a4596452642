import type { Initiative } from './initiatives.ts';
import type { Measure } from './measures.ts';
import { between, oneOf, seeded } from './seeded.ts';

export const FIRST_YEAR = 2021;
export const LAST_YEAR = 2025;
const BEFORE = FIRST_YEAR - 1;

type Indicated = Pick<Initiative | Measure, 'id' | 'start' | 'step'>;

/** Digits after the point that an indicator is printed with. */
export const decimalsOf = ({ start, step }: Indicated): number =>
  Number.isInteger(start) && Number.isInteger(step) ? 0 : 1;

export function targetOf(of: Indicated, year: number): number {
  return of.start + of.step * (year - BEFORE);
}

/** What was reached in `year` as the paper of `paperYear` says: now and then a later paper restates it. */
export function resultOf(of: Indicated, year: number, paperYear: number): number {
  const share = between(`${of.id}/${year}`, 0.78, 1.18);
  const restated = paperYear > year && seeded(`${of.id}/${year}/restated`) < 0.12 ? of.step * 0.37 : 0;
  const value = of.start + of.step * (year - BEFORE) * share + restated;
  return Number(value.toFixed(decimalsOf(of)));
}

export function stateOf(of: Indicated, year: number, paperYear: number): '完了' | '計画どおり' | 'やや遅れ' | '遅れ' {
  const reached = (resultOf(of, year, paperYear) - of.start) / (targetOf(of, year) - of.start);
  if (reached >= 1.12 && year - BEFORE >= 2) return '完了';
  if (reached >= 0.95) return '計画どおり';
  return reached >= 0.84 ? 'やや遅れ' : '遅れ';
}

/** Financial effect of a year in yen. */
export function effectOf(of: Initiative, kind: 'revenue' | 'saving', year: number): number {
  if (of[kind] === 0 || year < FIRST_YEAR) return 0;
  const growth = 1 + 0.05 * (year - FIRST_YEAR);
  return Math.round(of[kind] * 1000 * growth * between(`${of.id}/${kind}/${year}`, 0.72, 1.21));
}

/** The cost of a measure in a year in thousand yen: what was budgeted and what was spent. */
export function costOf(of: Measure, kind: 'budget' | 'spent', year: number): number {
  const budget = Math.round((of.cost * between(`${of.id}/budget/${year}`, 0.85, 1.25)) / 10) * 10;
  return kind === 'budget' ? budget : Math.round(budget * between(`${of.id}/spent/${year}`, 0.82, 0.995));
}

/** A sentence about what was done, by the kind of result. */
export function remarkOn(of: Indicated, year: number, state: string): string {
  if (state === '遅れ') {
    return oneOf(`${of.id}/${year}/remark`, [
      '関係者との協議に時間を要し、着手が年度後半となった。',
      '事業者の選定が不調となり、再度の公募を行った。',
      '資材の納期が遅れ、一部を翌年度に繰り越した。',
    ]);
  }
  if (state === 'やや遅れ') {
    return oneOf(`${of.id}/${year}/remark`, [
      '周知の時期が遅れたものの、年度末にかけて持ち直した。',
      '対象の一部について、実施の時期を見直した。',
      '庁内の調整に時間を要したが、体制は整った。',
    ]);
  }
  return oneOf(`${of.id}/${year}/remark`, [
    '計画した取組をおおむね予定どおり実施した。',
    '関係課による連絡会議を四半期ごとに開き、進捗を確認した。',
    '前年度の意見を踏まえて進め方を改め、成果につながった。',
    '広報紙及び市ウェブサイトで周知し、利用が広がった。',
  ]);
}

/** A sentence about what comes next, by the kind of result. */
export function outlookOn(of: Indicated, year: number, state: string): string {
  const key = `${of.id}/${year}/outlook`;
  if (state === '完了') return '取組の目的をおおむね達成したため、今後は通常の業務として継続する。';
  if (state === '計画どおり') {
    return oneOf(key, [
      '引き続き工程表に沿って進め、効果の拡大を図る。',
      '対象を広げるとともに、費用対効果を検証する。',
      '関係団体との連携を深め、取組の定着を図る。',
    ]);
  }
  return oneOf(key, [
    '工程を見直した上で、翌年度の早い時期に着手する。',
    '先行する自治体の事例を調査し、進め方を改める。',
    '課題を整理し、庁内の推進体制を強化する。',
  ]);
}
