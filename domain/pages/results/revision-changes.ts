import type { EntryPair } from '../alignment/align-entries.ts';
import type { ExplainedComparison } from '../comparison/compare-documents.ts';
import type { ComparedQuantity } from '../comparison/comparison.ts';
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
export function revisionChanges({ rows, quantities, entries }: ExplainedComparison): RevisionChanges {
  const older = new Set(rows.map((row) => row.older.entry));
  const newer = new Set(rows.map((row) => row.newer.entry));
  return {
    changed: quantities.filter((pair) =>
      pair.difference === null ? pair.old.value !== pair.new.value : pair.difference !== 0,
    ),
    reworded: rows.filter((row) => row.older.entry.label.key !== row.newer.entry.label.key),
    moved: rows.filter((row) => row.moved),
    added: entries.newer.filter((entry) => !newer.has(entry)),
    removed: entries.older.filter((entry) => !older.has(entry)),
  };
}
