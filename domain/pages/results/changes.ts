import type { ExplainedComparison } from '../comparison/compare-documents.ts';
import type { ShownQuantity } from '../comparison/comparison.ts';
import type { Entry } from '../entries/entry.ts';
import type { ComparisonCounts } from './compared-lines.ts';
import { revisionChanges } from './revision-changes.ts';

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
  column: string;
  older: ChangePlace | null;
  newer: ChangePlace | null;
  difference: number | null;
  rate: number | null;
  confidence: number;
}

type Labels = readonly (string | null)[];

/**
 * Everything that differs between two papers, in the order of the newer one's pages, what stands only in the older at its own
 * page's turn. `revisions`: they are two of one document, so that words and places count too.
 */
export function changesOf(
  comparison: ExplainedComparison,
  { revisions, pageLabels }: { revisions: boolean; pageLabels: { older: Labels; newer: Labels } },
): Change[] {
  const { quantities, unmatched, restated } = comparison;
  const changes: Change[] = [
    ...quantities
      .filter((pair) => (pair.difference === null ? pair.old.value !== pair.new.value : pair.difference !== 0))
      .map((pair) => ({
        ...named('changed', pair),
        older: placed(pair.old),
        newer: placed(pair.new),
        difference: pair.difference,
        rate: pair.rate,
        confidence: pair.confidence,
      })),
    ...unmatched.new.map((one) => ({ ...named('added', one), newer: placed(one) })),
    ...unmatched.old.map((one) => ({ ...named('removed', one), older: placed(one) })),
    ...restated.map((pair) => ({
      ...named('restated', pair),
      older: placed(pair.old),
      newer: placed(pair.new),
      difference: pair.difference,
      rate: rateOf(pair.difference, pair.new.value),
    })),
    ...(revisions ? wordChanges(comparison, pageLabels) : []),
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
function rateOf(difference: number | null, value: number): number | null {
  const before = difference === null ? 0 : value - difference;
  return difference === null || before === 0 ? null : difference / Math.abs(before);
}

const pageOf = ({ newer, older }: Change) => (newer ?? older)!.page;
const topOf = ({ newer, older }: Change) => (newer ?? older)!.box[1]!;

function named(kind: ChangeKind, { label, column }: { label: string; column: string }) {
  const path = label.split(' > ');
  return {
    ...{ kind, label: path.at(-1)!, parents: path.slice(0, -1).filter((text) => text !== ''), column },
    ...{ older: null, newer: null, difference: null, rate: null, confidence: 1 },
  };
}

function placed({ page, pageLabel, text, value, unit, box }: ShownQuantity): ChangePlace {
  return { page, pageLabel, text, value, unit, box: [...box] };
}

/** Lines without numbers that came, went, moved or say the same in other words. */
function wordChanges(comparison: ExplainedComparison, labels: { older: Labels; newer: Labels }): Change[] {
  const { added, removed, reworded, moved } = revisionChanges(comparison);
  const older = (entry: Entry) => words(entry, labels.older);
  const newer = (entry: Entry) => words(entry, labels.newer);
  const silent = (entry: Entry) => entry.quantities.length === 0 && entry.label.printed !== '';
  return [
    ...added.filter(silent).map((entry) => ({ ...entryNamed('added', entry), newer: newer(entry) })),
    ...removed.filter(silent).map((entry) => ({ ...entryNamed('removed', entry), older: older(entry) })),
    ...reworded.map((pair) => ({
      ...entryNamed('reworded', pair.newer.entry),
      older: older(pair.older.entry),
      newer: newer(pair.newer.entry),
      confidence: Math.round(pair.similarity.score * 1000) / 1000,
    })),
    ...moved.map((pair) => ({
      ...entryNamed('moved', pair.newer.entry),
      older: older(pair.older.entry),
      newer: newer(pair.newer.entry),
    })),
  ];
}

function entryNamed(kind: ChangeKind, { label, parents }: Entry) {
  const path = [...parents, label].map((one) => one.printed).join(' > ');
  return named(kind, { label: path, column: '' });
}

function words({ page, box, label }: Entry, labels: Labels): ChangePlace {
  return { page, pageLabel: labels[page - 1] ?? null, text: label.printed, value: null, unit: null, box: [...box] };
}
