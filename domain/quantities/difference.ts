import { sameMeasure, type Unit } from './unit.ts';

/** How two quantities differ: `difference` is new − old in the new one's unit, `rate` a fraction of the old (0.05 is 5 %). */
export interface Difference {
  readonly difference: number | null;
  readonly rate: number | null;
}

interface Measured {
  readonly value: number;
  readonly unit: Unit | null;
}

/** Both null where the units cannot be reconciled; the rate null where the old value is zero. */
export function differenceOf(older: Measured, newer: Measured): Difference {
  const factor = conversion(older.unit, newer.unit);
  if (factor === null) return { difference: null, rate: null };
  const before = older.value * factor;
  const difference = tidy(newer.value - before);
  return { difference, rate: before === 0 ? null : tidy(difference / Math.abs(before)) };
}

/** What one of `from` is in `to`: 百万円 → 千円 is 1000; null across measures, or where only one side knows its unit. */
export function conversion(from: Unit | null, to: Unit | null): number | null {
  if (from === null && to === null) return 1;
  if (from === null || to === null || !sameMeasure(from, to)) return null;
  return from.scale / to.scale;
}

/** Drops what binary fractions add: 0.1 + 0.2 prints as 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
