import type { ComparedLine, ComparedValue } from '../../../contract/comparisons.ts';
import { isSure } from '../../../domain/pages/comparison/doubt.ts';
import { type ShownValues, shownValues } from '../../../domain/pages/results/shown-values.ts';
import { spacedName } from '../../../domain/pages/words/spaced-name.ts';
import {
  printedDifference,
  printedRate,
  spokenDifference,
  spokenRate,
} from '../../../domain/quantities/printed-difference.ts';

/** What the two papers are called beside their values: 昨年 and 今年, 令和３年度 and 令和５年度, 第１版 and 第２版. */
export interface PaperNames {
  readonly older: string;
  readonly newer: string;
}

/** True where it is not certain that both papers' line, or its number, is the same; what a person has said is certain. */
export const isDoubtful = (line: ComparedLine, value: ComparedValue | null | undefined): boolean =>
  line.correctionId === null &&
  line.other !== null &&
  (!isSure(line.confidence) || Boolean(value?.older && value.newer && !isSure(value.confidence)));

/** A counterpart of another name is told by that name. */
export function doubtWords({ place, other }: ComparedLine): string {
  const name = other && other.label !== place.label ? `となりの資料では「${other.label}」です。` : '';
  return `要確認：${name}同じ行かどうか、資料で確かめてください`;
}

/** The two numbers of a column as they are shown: the older first. */
export const shownPair = ({ older, newer, column }: ComparedValue): ShownValues => shownValues([older, newer], column);

/** The difference as it is printed on the card: ＋16,380千円 and （＋2.1％）; in words where there is none. */
export function differenceWords(value: ComparedValue, names: PaperNames): { difference: string; rate: string } {
  const { older, newer } = value;
  if (!older) return { difference: `${names.older}の資料にありません`, rate: '' };
  if (!newer) return { difference: `${names.newer}の資料にありません`, rate: '' };
  const { unit, decimals, ...shown } = shownPair(value);
  const difference = shown.difference(0, 1);
  if (difference === null) return { difference: '単位がちがうため、差を出せません', rate: '' };
  if (difference === 0) return { difference: '変わりません', rate: '' };
  const rate = shown.rate(0, 1);
  return {
    difference: printedDifference(difference, unit, decimals),
    rate: rate === null ? '' : `（${printedRate(rate)}）`,
  };
}

/** The whole card for the ear. */
export function spokenCard(
  line: ComparedLine,
  value: ComparedValue | null,
  names: PaperNames,
  missing: string,
): string {
  const parts = [spacedName(line.place.label), ...(isDoubtful(line, value) ? [doubtWords(line)] : [])];
  if (!line.other) return [...parts, missing].join('。');
  if (!value) return [...parts, '対応する行を、となりの資料に示しました'].join('。');
  const { unit, decimals, values, ...shown } = shownPair(value);
  if (value.column.length > 0) parts.push(value.column.join(' '));
  for (const [at, name] of [names.older, names.newer].entries())
    if (values[at]) parts.push(`${name} ${values[at].words}`);
  const difference = shown.difference(0, 1);
  if (difference === null) return [...parts, differenceWords(value, names).difference].join('、');
  parts.push(spokenDifference(difference, unit, decimals));
  const rate = shown.rate(0, 1);
  if (difference !== 0 && rate !== null) parts.push(spokenRate(rate));
  return parts.join('、');
}
