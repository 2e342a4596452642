import { TOTAL_WORDS } from './captions.ts';
import { PLAIN_COLUMNS } from './header-vocabulary.ts';
import type { Label } from './label.ts';
import { DIFFERENCE, PREVIOUS_YEAR, THIS_YEAR, YEAR_BEFORE_LAST } from './vocabulary.ts';

export type YearRole = 'this' | 'previous' | 'before-last' | 'difference';

const ROLES: readonly (readonly [YearRole, readonly string[]])[] = [
  ['difference', DIFFERENCE],
  ['before-last', YEAR_BEFORE_LAST],
  ['previous', PREVIOUS_YEAR],
  ['this', THIS_YEAR],
];

/** What a header says: the year its numbers are of, and its words without that and without words that say nothing. */
export interface HeaderSense {
  readonly role: YearRole | null;
  readonly stem: string;
}

/** The cells of a column share its labels, which are asked for with every pair of them. */
const known = new WeakMap<Label, HeaderSense>();

/** 本年度予算額 and 本年度 are both this year's; 本年度予算額の財源内訳 is a heading of its own. */
export function headerSense(label: Label): HeaderSense {
  const sense = known.get(label) ?? readSense(label);
  known.set(label, sense);
  return sense;
}

function readSense(label: Label): HeaderSense {
  for (const [role, words] of ROLES) {
    const word = words.find((candidate) => label.key.startsWith(candidate));
    if (word && !label.key.includes('の')) return { role, stem: withoutPlain(label.key.slice(word.length)) };
  }
  return { role: null, stem: withoutPlain(label.key) };
}

const withoutPlain = (key: string) => (PLAIN_COLUMNS.includes(key) ? '' : key);

export const isTotal = (label: Label): boolean => TOTAL_WORDS.some((ending) => label.key.endsWith(ending));

/** The innermost header that says of which year the numbers are. */
export function roleOfColumn(column: readonly Label[]): YearRole | null {
  return column.map((label) => headerSense(label).role).findLast((role) => role !== null) ?? null;
}
