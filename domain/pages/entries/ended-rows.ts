import { roleOfColumn } from '../words/header-sense.ts';
import type { Entry } from './entry.ts';

/**
 * Items that ended are printed without a number below those that go on, 0 this year: 衛生債 0 32 △32 under 2 土木債 is no part of
 * that. A part of it would be counted in its amount of last year.
 */
export function withEndedApart(entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(isEnded)) return entries;
  return entries.map((entry, index) => {
    if (!isEnded(entry)) return entry;
    const above = entries.slice(0, index).findLast((other) => isNumberedParent(other, entry));
    if (!above) return entry;
    const parts = entries.filter((other) => isNumberedParent(above, other));
    const isWhole =
      parts.reduce((sum, part) => sum + (amountOf(part, 'previous') ?? 0), 0) === amountOf(above, 'previous');
    return isWhole ? entry : { ...entry, parents: above.parents };
  });
}

const isNumberedParent = (row: Entry, part: Entry) =>
  row.label === part.parents.at(-1) && row.label.number !== '' && row.parents.length === part.parents.length - 1;

function isEnded(entry: Entry): boolean {
  return entry.label.number === '' && amountOf(entry, 'this') === 0 && (amountOf(entry, 'previous') ?? 0) !== 0;
}

const amountOf = ({ quantities }: Entry, role: 'this' | 'previous') =>
  quantities.find(({ column }) => roleOfColumn(column) === role)?.quantity.value ?? null;
