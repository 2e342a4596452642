import type { Comparison } from '../comparison/compare-documents.ts';
import type { Entry, PlacedQuantity } from '../entries/entry.ts';
import type { ReadDocument } from '../entries/read-document.ts';
import { type ComparisonCounts, columnOf, printed } from './compared-lines.ts';
import { isChanged, revisionChanges } from './revision-changes.ts';

export type ChangeKind = 'changed' | 'added' | 'removed' | 'restated' | 'reworded' | 'moved';

/** Where a change is printed; of a line without a number the words are its text, and its value null. */
export interface ChangePlace {
  page: number;
  pageLabel: string | null;
  text: string;
  value: number | null;
  unit: string | null;
  box: number[];
}

export interface Change {
  kind: ChangeKind;
  label: string;
  parents: string[];
  /** Headers, outermost first. */
  column: string[];
  older: ChangePlace | null;
  newer: ChangePlace | null;
  difference: number | null;
  rate: number | null;
  confidence: number;
}

/**
 * Everything that differs between two papers, in the order of the newer one's pages, what stands only in the older at its own
 * page's turn. `revisions`: they are two of one document, so that words and places count too.
 */
export function changesOf(comparison: Comparison, { revisions }: { revisions: boolean }): Change[] {
  const { quantities, unmatched, restated, papers } = comparison;
  const [older, newer] = [placerIn(papers.older), placerIn(papers.newer)];
  const changes: Change[] = [
    ...quantities.filter(isChanged).map((pair) => ({
      ...named('changed', pair.row.newer.entry, pair.newer),
      older: older.quantity(pair.older),
      newer: newer.quantity(pair.newer),
      difference: pair.difference,
      rate: pair.rate,
      confidence: pair.confidence,
    })),
    ...unmatched.newer.map(({ entry, placed }) => ({
      ...named('added', entry, placed),
      newer: newer.quantity(placed),
    })),
    ...unmatched.older.map(({ entry, placed }) => ({
      ...named('removed', entry, placed),
      older: older.quantity(placed),
    })),
    ...restated.map((pair) => ({
      ...named('restated', pair.entry, pair.newer),
      older: older.quantity(pair.older),
      newer: newer.quantity(pair.newer),
      difference: pair.difference,
      rate: rateOf(pair.difference, pair.newer.quantity.value),
    })),
    ...(revisions ? wordChanges(comparison) : []),
  ];
  return changes.sort((a, b) => pageOf(a) - pageOf(b) || topOf(a) - topOf(b));
}

export function countChanges(changes: readonly Change[]): ComparisonCounts {
  const count = (...kinds: ChangeKind[]) => changes.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    changed: count('changed', 'reworded', 'moved'),
    added: count('added'),
    removed: count('removed'),
    restated: count('restated'),
  };
}

/** A fraction of the older value, which in the newer one's unit is what the difference leaves of it. */
function rateOf(difference: number, value: number): number | null {
  const before = value - difference;
  return before === 0 ? null : difference / Math.abs(before);
}

const pageOf = ({ newer, older }: Change) => (newer ?? older)!.page;
const topOf = ({ newer, older }: Change) => (newer ?? older)!.box[1]!;

function named(kind: ChangeKind, { label, parents }: Entry, placed?: PlacedQuantity) {
  return {
    ...{ kind, label: label.printed, parents: parents.flatMap((one) => one.printed || []) },
    ...{ column: placed ? columnOf(placed) : [] },
    ...{ older: null, newer: null, difference: null, rate: null, confidence: 1 },
  };
}

/** Says of what stands in a paper where it is printed. */
function placerIn({ pageLabels }: ReadDocument) {
  const labelOf = (page: number) => pageLabels[page - 1] ?? null;
  return {
    quantity: (placed: PlacedQuantity): ChangePlace => ({ ...printed(placed), pageLabel: labelOf(placed.page) }),
    words: ({ page, box, label }: Entry): ChangePlace => ({
      ...{ page, pageLabel: labelOf(page), text: label.printed },
      ...{ value: null, unit: null, box: [...box] },
    }),
  };
}

/** Lines without numbers that came, went, moved or say the same in other words. */
function wordChanges(comparison: Comparison): Change[] {
  const { added, removed, reworded, moved } = revisionChanges(comparison);
  const [older, newer] = [placerIn(comparison.papers.older), placerIn(comparison.papers.newer)];
  const silent = (entry: Entry) => entry.quantities.length === 0 && entry.label.printed !== '';
  return [
    ...added.filter(silent).map((entry) => ({ ...named('added', entry), newer: newer.words(entry) })),
    ...removed.filter(silent).map((entry) => ({ ...named('removed', entry), older: older.words(entry) })),
    ...reworded.map((pair) => ({
      ...named('reworded', pair.newer.entry),
      older: older.words(pair.older.entry),
      newer: newer.words(pair.newer.entry),
      confidence: Math.round(pair.similarity.score * 1000) / 1000,
    })),
    ...moved.map((pair) => ({
      ...named('moved', pair.newer.entry),
      older: older.words(pair.older.entry),
      newer: newer.words(pair.newer.entry),
    })),
  ];
}
