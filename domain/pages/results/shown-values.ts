import { foldWidths } from '../../japanese/normalise.ts';
import { inOneUnit, type NamedQuantity } from '../../quantities/one-unit.ts';
import { hasRate, printedNumber, printedValue } from '../../quantities/printed-difference.ts';
import { DIFFERENCE } from '../words/vocabulary.ts';

/** A number as a person is shown it. */
export interface ShownValue {
  /** With its unit: 3,631千円. */
  readonly words: string;
  /** As its paper prints it, where that is another unit: 3,631,161円. */
  readonly original: string | null;
  /** Null where it cannot be brought to the others' unit. */
  readonly value: number | null;
}

/** Numbers of one row over several papers, in one unit. */
export interface ShownValues {
  readonly unit: string | null;
  readonly decimals: number;
  readonly values: readonly (ShownValue | null)[];
  /** What the second of two is more than the first, as both are shown; null where either is missing or counts something else. */
  difference(first: number, second: number): number | null;
  /** That as a fraction of the first, infinite from zero; null where a rate says nothing: of percentages and differences, across zero. */
  rate(first: number, second: number): number | null;
}

/** `column` are the headers over the numbers, outermost first: 比較増減 says that they are differences. */
export function shownValues(quantities: readonly (NamedQuantity | null)[], column: readonly string[]): ShownValues {
  const { unit, decimals, values, exact } = inOneUnit(quantities);
  const difference = (first: number, second: number) => {
    const [before, after] = [values[first] ?? null, values[second] ?? null];
    return before === null || after === null ? null : tidy(after - before);
  };
  const rate = (first: number, second: number) => {
    const [before, after] = [exact[first] ?? null, exact[second] ?? null];
    if (before === null || after === null || before * after < 0 || isDifference(column) || !hasRate(unit)) return null;
    if (before === 0) return after > 0 ? Number.POSITIVE_INFINITY : null;
    return (after - before) / Math.abs(before);
  };
  return {
    unit,
    decimals,
    values: quantities.map((one, at) => one && shown(one, values[at] ?? null)),
    difference,
    rate,
  };

  function shown(quantity: NamedQuantity, value: number | null): ShownValue {
    const printed = printedValue(quantity);
    if (value === null || quantity.unit === unit) return { words: printed, original: null, value };
    return { words: printedNumber(value, unit, decimals), original: printed, value };
  }
}

function isDifference(column: readonly string[]): boolean {
  const folded = foldWidths(column.join(' ')).replace(/[\s△▲]/gu, '');
  return DIFFERENCE.some((word) => folded.includes(word)) || /伸び率|増加率/u.test(folded);
}

/** Drops what binary fractions add. */
const tidy = (value: number) => Number(value.toPrecision(12));
