import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import { isBound } from './entry-keys.ts';

/** How sure one may be that two entries are the same thing, and why. */
export interface Similarity {
  /** From 0 to 1. */
  readonly score: number;
  readonly label: number;
  readonly parents: number;
  readonly columns: number;
}

/** Below this two entries are not the same thing. */
export const SAME = 0.74;
/** A label must agree this much by itself, a bound one through its parents. */
const LABEL_FLOOR = 0.6;
const PARENTS_FLOOR = { row: 0.55, phrase: 0.4, text: 0.4 };
const BOUND_PARENTS_FLOOR = 0.72;
/** What headings that only one paper prints are worth, beside a label that agrees this much. */
const SILENT = 0.6;
/** What a sentence under another heading is worth, beside a name of so many characters. */
const ELSEWHERE = 0.8;
const SHORTEST_NAME = 4;
/** What all headings are worth but the innermost, which only one paper prints. */
const SKIPPED = 0.85;
const SAME_NAME = 0.95;
const NONE: Similarity = { score: 0, label: 0, parents: 0, columns: 0 };

export function entrySimilarity(a: IndexedEntry, b: IndexedEntry, index: EntryIndex): Similarity {
  const areRows = a.entry.kind === 'row' && b.entry.kind === 'row';
  // Rows without a name are told apart by nothing but their order, which holds only where none came and none went.
  if (a.entry.isUnnamed && b.entry.isUnnamed && a.twins !== b.twins) return NONE;
  if ((a.entry.isUnnamed || b.entry.isUnnamed) && !areRows && !areSaidAlike(a, b, index)) return NONE;
  const label = areRows ? index.labels.nameSimilarity(a.label, b.label) : ofText(a, b, index);
  if (label < LABEL_FLOOR) return NONE;
  const parents = parentsSimilarity(a, b, index, label);
  const bound = a.bound || b.bound;
  if (parents < (bound ? BOUND_PARENTS_FLOOR : PARENTS_FLOOR[a.entry.kind])) return NONE;
  // What stands in several places is told apart by where it stands, so none of that may be another thing.
  if ((a.isRepeated || b.isRepeated) && index.parents.differInOne(a.parents, b.parents)) return NONE;
  const columns = columnsInCommon(a, b);
  const named = bound ? 0.25 * label + 0.75 * parents : 0.66 * label + 0.34 * parents;
  const numbers = a.entry.quantities.length > 0 === b.entry.quantities.length > 0 ? 1 : 0.9;
  const remark = a.remark === b.remark ? 0.02 : 0.04 * (index.labels.similarity(a.remark, b.remark) - 0.5);
  const numbering = a.entry.label.number === b.entry.label.number ? 0.01 : 0;
  const score = Math.max(0, Math.min(1, named * numbers * (0.7 + 0.3 * columns) + remark + numbering - 0.03));
  return { score, label, parents, columns };
}

/** Amounts without names in running text are told apart by the words behind them. */
const SAID_ALIKE = 0.6;
const areSaidAlike = (a: IndexedEntry, b: IndexedEntry, index: EntryIndex) =>
  a.entry.isUnnamed === b.entry.isUnnamed &&
  (a.remark === b.remark || index.labels.similarity(a.remark, b.remark) >= SAID_ALIKE);

/**
 * Where one paper prints no heading above, none contradicts a name that stands once in each; a speech is parted into other
 * chapters from year to year; and a 節 that only one paper says between an item and its 目 makes no other thing of it.
 */
function parentsSimilarity(a: IndexedEntry, b: IndexedEntry, index: EntryIndex, label: number): number {
  const similarity = index.parents.similarity(a.parents, b.parents);
  if (label < SAME_NAME) return similarity;
  if (isSkipped(a, b, index)) return Math.max(similarity, SKIPPED);
  if (a.isRepeated || b.isRepeated) return similarity;
  if (isSaidBy(a) && isSaidBy(b)) return Math.max(similarity, ELSEWHERE);
  const isSilent = (a.entry.parents.length === 0) !== (b.entry.parents.length === 0);
  return isSilent ? Math.max(similarity, SILENT) : similarity;
}

const isSkipped = (a: IndexedEntry, b: IndexedEntry, index: EntryIndex) =>
  a.twins === 1 && b.twins === 1 && !isBound(a.entry.label) && index.parents.skipOne(a, b);

/** True for what a sentence says of a thing by its name. */
const isSaidBy = ({ entry, bound }: IndexedEntry) =>
  entry.kind === 'phrase' && !bound && entry.label.key.length >= SHORTEST_NAME;

/** A heading or a sentence is put in other words without saying another thing. */
function ofText(a: IndexedEntry, b: IndexedEntry, index: EntryIndex): number {
  const areTexts = a.entry.kind === 'text' && b.entry.kind === 'text';
  return areTexts ? index.labels.similarity(a.label, b.label) : index.labels.phraseSimilarity(a.label, b.label);
}

/** The share of the columns of the narrower row that stand in the other too; 1 where either has no headers. */
function columnsInCommon(a: IndexedEntry, b: IndexedEntry): number {
  const [few, many] =
    a.columnKeys.length <= b.columnKeys.length ? [a.columnKeys, b.columnKeys] : [b.columnKeys, a.columnKeys];
  if (few.length === 0) return 1;
  if (few.every((key) => key === '') || many.every((key) => key === '')) return 1;
  const common = few.filter((key) => many.includes(key)).length;
  // A row may leave cells blank; a phrase says all it has to say.
  return common / (a.entry.kind === 'phrase' && b.entry.kind === 'phrase' ? many.length : few.length);
}
