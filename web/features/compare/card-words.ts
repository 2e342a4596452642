import type { ComparedLine, ComparedValue } from '../../../contract/comparisons.ts';
import {
  hasRate,
  printedDifference,
  printedRate,
  printedValue,
  spokenDifference,
  spokenRate,
} from '../../../domain/quantities/printed-difference.ts';

/** What the two papers are called beside their values: 昨年 and 今年, 令和３年度 and 令和５年度, 第１版 and 第２版. */
export interface PaperNames {
  readonly older: string;
  readonly newer: string;
}

/** Below this a pair is said to be unsure. */
export const sure = 0.85;

/** The difference as it is printed on the card: ＋16,380千円（＋2.1％）; in words where there is none. */
export function differenceWords({ older, newer, difference, rate }: ComparedValue, names: PaperNames): string {
  if (!older) return `${names.older}の資料にありません`;
  if (!newer) return `${names.newer}の資料にありません`;
  if (difference === null) return '単位がちがうため、差を出せません';
  if (difference === 0) return '変わりません';
  const printed = printedDifference(difference, newer.unit);
  return rate === null || !hasRate(newer.unit) ? printed : `${printed}（${printedRate(rate)}）`;
}

/** The whole card for the ear. */
export function spokenCard(
  line: ComparedLine,
  value: ComparedValue | null,
  names: PaperNames,
  missing: string,
): string {
  const parts = [line.place.label];
  if (!line.other) return [...parts, missing].join('。');
  if (!value) return [...parts, '対応する行を、となりの資料に示しました'].join('。');
  const { older, newer, difference, rate } = value;
  if (value.column.length > 0) parts.push(value.column.join(' '));
  if (older) parts.push(`${names.older} ${printedValue(older)}`);
  if (newer) parts.push(`${names.newer} ${printedValue(newer)}`);
  if (difference === null) parts.push(differenceWords(value, names));
  else {
    parts.push(spokenDifference(difference, newer?.unit ?? null));
    if (difference !== 0 && rate !== null && hasRate(newer?.unit ?? null)) parts.push(spokenRate(rate));
  }
  return parts.join('、');
}

/** Up, down or the same, as a shape and for colour. */
export function directionOf({ difference }: ComparedValue): 'more' | 'less' | 'other' {
  return difference === null || difference === 0 ? 'other' : difference > 0 ? 'more' : 'less';
}
