import type { ComparedQuantity, Comparison } from '../comparison/compare-documents.ts';
import type { PagePair } from '../comparison/page-pairs.ts';
import { type Entry, type PlacedQuantity, pathOf } from '../entries/entry.ts';
import type { ReadDocument } from '../entries/read-document.ts';
import type { Box } from '../sheet/page-content.ts';

/** A quantity as the comparison shows it; `value` as printed, `box` in points from the top left of the upright page. */
interface ShownQuantity {
  readonly page: number;
  readonly pageLabel: string | null;
  readonly text: string;
  readonly value: number;
  /** null where the paper prints none. */
  readonly unit: string | null;
  readonly box: Box;
}

interface PrintedPair {
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

interface PrintedAlone extends ShownQuantity {
  readonly label: string;
  readonly column: string;
}

/** A line where the new paper's 前年度 is not what the old paper printed as 本年度. */
interface PrintedRestated {
  readonly label: string;
  readonly column: string;
  readonly unit: string | null;
  /** What the old paper printed as 本年度. */
  readonly old: ShownQuantity;
  /** What the new paper prints as 前年度. */
  readonly new: ShownQuantity;
  readonly difference: number | null;
}

/** A comparison as `npm run compare` prints it: names as text, and the papers called old and new. */
export interface PrintedComparison {
  readonly pages: readonly PagePair[];
  readonly byPlace: readonly PagePair[];
  readonly quantities: readonly PrintedPair[];
  readonly unmatched: { readonly old: readonly PrintedAlone[]; readonly new: readonly PrintedAlone[] };
  readonly restated: readonly PrintedRestated[];
  readonly yearShift: number;
}

export function printedComparison(comparison: Comparison): PrintedComparison {
  const { papers, pages, byPlace, quantities, unmatched, restated, yearShift } = comparison;
  const [old, current] = [showerOf(papers.older), showerOf(papers.newer)];
  const named = (entry: Entry, { column }: PlacedQuantity) => ({
    label: joined(pathOf(entry)),
    column: joined(column.map(({ printed }) => printed)),
  });
  const pairOf = ({ row, older, newer, difference, rate, confidence }: ComparedQuantity): PrintedPair => ({
    ...named(row.newer.entry, newer),
    unit: newer.unit?.text ?? null,
    old: old(older),
    new: current(newer),
    ...{ difference, rate, confidence, moved: row.moved, corrected: row.correction !== null },
  });
  return {
    pages,
    byPlace,
    quantities: quantities.map(pairOf),
    unmatched: {
      old: unmatched.older.map(({ entry, placed }) => ({ ...named(entry, placed), ...old(placed) })),
      new: unmatched.newer.map(({ entry, placed }) => ({ ...named(entry, placed), ...current(placed) })),
    },
    restated: restated.map(({ entry, older, newer, difference }) => ({
      ...named(entry, newer),
      unit: newer.unit?.text ?? null,
      ...{ old: old(older), new: current(newer), difference },
    })),
    yearShift,
  };
}

/** A path as text, for people at a terminal. */
export const joined = (path: readonly string[]): string => path.join(' > ');

function showerOf({ pages, pageLabels }: ReadDocument): (placed: PlacedQuantity) => ShownQuantity {
  const labels = new Map(pages.map((page, i) => [page.index, pageLabels[i] ?? null]));
  return ({ page, box, quantity, unit }) => ({
    page,
    pageLabel: labels.get(page) ?? null,
    text: quantity.text,
    value: quantity.value,
    unit: unit?.text ?? null,
    box,
  });
}
