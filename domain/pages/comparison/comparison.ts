import type { Box } from '../sheet/page-content.ts';
import type { PagePair } from './page-pairs.ts';

/** A quantity as the comparison shows it; `value` as printed, `box` in points from the top left of the upright page. */
export interface ShownQuantity {
  readonly page: number;
  readonly pageLabel: string | null;
  readonly text: string;
  readonly value: number;
  /** null where the paper prints none. */
  readonly unit: string | null;
  readonly box: Box;
}

export interface ComparedQuantity {
  /** The row: everything it belongs to, outermost first, parted by 「 > 」. */
  readonly label: string;
  readonly column: string;
  /** Of the new paper, null where it prints none. */
  readonly unit: string | null;
  readonly old: ShownQuantity;
  readonly new: ShownQuantity;
  /** New − old in the new paper's unit; null where the units cannot be reconciled. */
  readonly difference: number | null;
  /** The difference as a fraction of the old value; null also where that is zero. */
  readonly rate: number | null;
  /** From 0 to 1. */
  readonly confidence: number;
  /** True where the row stands out of its neighbours' order. */
  readonly moved: boolean;
  /** True where a person said that the rows are the same. */
  readonly corrected: boolean;
}

export interface UnmatchedQuantity extends ShownQuantity {
  readonly label: string;
  readonly column: string;
}

/** A line where the new paper's 前年度 is not what the old paper printed as 本年度. */
export interface RestatedQuantity {
  readonly label: string;
  readonly column: string;
  readonly unit: string | null;
  /** What the old paper printed as 本年度. */
  readonly old: ShownQuantity;
  /** What the new paper prints as 前年度. */
  readonly new: ShownQuantity;
  readonly difference: number | null;
}

export interface Comparison {
  readonly pages: readonly PagePair[];
  /** Pairs of pages without text, put beside each other by their place only. */
  readonly byPlace: readonly PagePair[];
  readonly quantities: readonly ComparedQuantity[];
  readonly unmatched: { readonly old: readonly UnmatchedQuantity[]; readonly new: readonly UnmatchedQuantity[] };
  readonly restated: readonly RestatedQuantity[];
}
