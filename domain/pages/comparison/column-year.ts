import { headerSense } from '../words/header-sense.ts';
import type { Label } from '../words/label.ts';

/** What a column says: how many years its numbers are from the paper's own year, and its words without that. */
export interface ColumnSense {
  readonly offset: number;
  /** True where the header says it relatively: 前年度末残高; false where it names the year. */
  readonly isRelative: boolean;
  readonly words: string;
}

const OFFSETS = { this: 0, previous: -1, 'before-last': -2 } as const;

/** Null where its headers say nothing of one year. */
export function columnSense(column: readonly Label[], paperYear: number | null): ColumnSense | null {
  let offset: number | null = null;
  let isRelative = false;
  const words: string[] = [];
  for (const label of column) {
    const { role, stem } = headerSense(label);
    if (role === 'difference' || label.years.length > 1) return null;
    if (role !== null) [offset, isRelative] = [OFFSETS[role], true];
    else if (label.years.length === 1 && paperYear !== null) offset = label.years[0]! - paperYear;
    const own = label.years.length === 1 ? withoutYear(label) : stem;
    if (own !== '') words.push(own);
  }
  return offset === null ? null : { offset, isRelative, words: words.join('') };
}

/** 令和６年度増減見込み says 増減見込み of a year; 令和６年度予算額 says nothing beside it. */
function withoutYear(label: Label): string {
  const key = label.key.replace(/^年の?/u, '');
  const { role, stem } = headerSense({ ...label, key });
  return role === null ? stem : key;
}
