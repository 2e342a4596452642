import { readQuantity } from '../../quantities/read-quantity.ts';
import type { Baseline, ReadNumber, Run } from './line.ts';

/** True for a run of nothing but amounts, or of what stands instead of one. */
export const isAmount = ({ reading }: Run): boolean => reading.kind !== 'words';

/** The quantities of a line that holds nothing else; null where it holds words. */
export function numbersOf({ reading, box, item }: Baseline): readonly ReadNumber[] | null {
  const own = item && item.words.length === 0 ? item.numbers : null;
  if (own && own.length === reading.quantities.length) return own;
  if (reading.quantities.length > 0) return reading.quantities.map((quantity) => ({ quantity, box }));
  return own;
}

/** Like numbersOf, empty where it holds words; below or above a number (90) is an inner number, where alone it would number a paragraph. */
export function numbersOrInner(line: Baseline): readonly ReadNumber[] {
  const numbers = numbersOf(line);
  if (numbers) return numbers;
  const quantity = readQuantity(line.text, false);
  return quantity?.inner ? [{ quantity, box: line.box }] : [];
}

/** Nothing but amounts; with `inner: false` one of them at least is no inner number. */
export function holdsAmounts(line: Baseline, { inner }: { readonly inner: boolean }): boolean {
  return numbersOrInner(line).some(({ quantity }) => inner || !quantity.inner);
}

/** True where a line holds amounts and no words. */
export const isNumbersOnly = ({ item }: Baseline): boolean => item !== null && item.words.length === 0;
