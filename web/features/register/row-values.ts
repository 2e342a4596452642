import type { RegisterCell, RegisterValue } from '../../../contract/register.ts';
import { type ShownValue, shownValues } from '../../../domain/pages/results/shown-values.ts';
import type { NamedQuantity } from '../../../domain/quantities/one-unit.ts';
import { printedValue } from '../../../domain/quantities/printed-difference.ts';

const fields = ['target', 'result', 'effect'] as const;

/** What a cell shows of its numbers; null where its paper has none, or words. */
export type CellValues = Readonly<Record<(typeof fields)[number], ShownValue | null>>;

/** For each cell its numbers, in the unit that the whole row has: 千円 where one of its years is printed in 千円. */
export function rowValues(cells: readonly (RegisterCell | null)[]): CellValues[] {
  // the newest is the last that is given, and leads
  const oldestFirst = [...cells].reverse();
  const [target, result, effect] = fields.map((field) => {
    const numbers = oldestFirst.map((cell) => numberOf(cell?.[field] ?? null));
    return shownValues(numbers, []).values.toReversed();
  });
  return cells.map((_, at) => ({ target: target![at]!, result: result![at]!, effect: effect![at]! }));
}

/** A number in half width with its unit, whatever digits the paper has; words, and 98.4％以上, as they stand. */
export function printedMeasure(read: RegisterValue): string {
  const number = numberOf(read);
  return number ? printedValue(number) : read.text;
}

function numberOf(read: RegisterValue | null): NamedQuantity | null {
  if (read === null || read.value === null || /[以未約程超]/u.test(read.text)) return null;
  const { text, value, unit } = read;
  return /^[0-9,.△▲-]+\D{0,6}$/u.test(text.normalize('NFKC')) ? { text, value, unit } : null;
}
