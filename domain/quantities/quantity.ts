import type { Unit } from './unit.ts';

/** A number as a paper prints it. */
export interface Quantity {
  /** Exactly as printed: △２，１９８. */
  readonly text: string;
  /** As printed, not scaled by the unit: −2198. 4億5,800万円 is 45800 with the unit 万円. */
  readonly value: number;
  /** The unit that stands beside the digits; null where only a caption or a header can say. */
  readonly unit: Unit | null;
  /** True for (1,234): an inner number (内数) that stands beside the number proper. */
  readonly inner: boolean;
}

/** A quantity at its place in a text: UTF-16 offsets, end exclusive. */
export interface FoundQuantity extends Quantity {
  readonly start: number;
  readonly end: number;
}
