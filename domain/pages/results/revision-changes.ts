import type { EntryPair } from '../alignment/align-entries.ts';
import type { ComparedQuantity, Comparison } from '../comparison/compare-documents.ts';
import type { Entry } from '../entries/entry.ts';

/** What a replacement (差替え) changed in a paper. */
export interface RevisionChanges {
  /** Quantities whose value or unit is another. */
  readonly changed: readonly ComparedQuantity[];
  /** Lines that say the same thing in other words. */
  readonly reworded: readonly EntryPair[];
  readonly moved: readonly EntryPair[];
  /** Lines that stand in the replacement only, and in the replaced revision only. */
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
}

/** Reads the changes off a comparison of two revisions of one paper. */
export function revisionChanges({ rows, quantities, papers }: Comparison): RevisionChanges {
  const older = new Set(rows.map((row) => row.older.position));
  const newer = new Set(rows.map((row) => row.newer.position));
  return {
    changed: quantities.filter(isChanged),
    reworded: rows.filter((row) => row.older.entry.label.key !== row.newer.entry.label.key),
    moved: rows.filter((row) => row.moved),
    added: papers.newer.entries.filter((_, position) => !newer.has(position)),
    removed: papers.older.entries.filter((_, position) => !older.has(position)),
  };
}

/** True for another amount; where the units cannot be reconciled, for another number. */
export const isChanged = ({ older, newer, difference }: ComparedQuantity): boolean =>
  difference === null ? older.quantity.value !== newer.quantity.value : difference !== 0;
