import type { Entry } from '../entries/entry.ts';
import { headerSense } from '../words/header-sense.ts';
import { columnsOfEntry, countBy, innermost, isBound } from './entry-keys.ts';
import { NumberedLabels, type Side } from './numbered-labels.ts';
import type { IsInSeries } from './paper-years.ts';
import { ParentChains } from './parent-chains.ts';
import type { NewNameOf } from './renamed-headings.ts';

/** An entry with what alignment asks of it again and again, worked out once. */
export interface IndexedEntry {
  readonly entry: Entry;
  readonly side: Side;
  /** Place in its document. */
  readonly position: number;
  /** Numbers of its label, its remark and its line of parents; the same words have the same number. */
  readonly label: number;
  readonly remark: number;
  readonly parents: number;
  /** True where the label alone says little: 計, その他, or any that stands in many places of the paper. */
  readonly bound: boolean;
  /** True where its label stands in other places of the paper too. */
  readonly isRepeated: boolean;
  /** Everything that names it, years brought to the newer paper's: equal keys are the same thing. */
  readonly fullKey: string;
  /** The label and the two nearest of its parents. */
  readonly nearKey: string;
  readonly columnKeys: readonly string[];
  /** True under a heading that the newer paper may have under another name. */
  readonly isUnderNewName: boolean;
  /** How many entries of its paper have its full key. */
  twins: number;
}

/** The entries of two papers with their labels and parents under numbers. */
export class EntryIndex {
  readonly labels: NumberedLabels;
  readonly parents: ParentChains;
  private readonly columnKeys = new Map<string, readonly string[]>();

  private readonly newNameOf: NewNameOf;
  /** Fiscal years that the newer paper is ahead. */
  readonly yearShift: number;

  constructor(yearShift: number, isInSeries: IsInSeries, newNameOf: NewNameOf) {
    this.yearShift = yearShift;
    this.newNameOf = newNameOf;
    this.labels = new NumberedLabels(yearShift, isInSeries, newNameOf);
    this.parents = new ParentChains(this.labels);
  }

  index(entries: readonly Entry[], side: Side): IndexedEntry[] {
    const times = countBy(entries.map(({ label }) => label.key));
    const indexed = entries.map((entry, position): IndexedEntry => {
      const label = this.labels.numberOf([...entry.parents, entry.label], side);
      const remark = this.labels.numberOf([entry.remark], side);
      const parents = this.parents.numberOf(entry.parents, label, side);
      const columns = columnsOfEntry(entry);
      const columnKeys = this.known(columns.map((column) => column.join('/')));
      return {
        ...{ entry, side, position, label, remark, parents, columnKeys },
        bound: isBound(entry.label) || isYearOfPhrase(entry) || times.get(entry.label.key)! >= FREQUENT,
        isRepeated: times.get(entry.label.key)! > 1,
        fullKey: `${parents} ${label} ${remark} ${innermost(columns)}`,
        nearKey: `${this.parents.at(parents).slice(0, 2).join(',')} ${label}`,
        isUnderNewName: side === 'older' && this.hasNewName(entry.parents),
        twins: 1,
      };
    });
    const twins = countBy(indexed.map(({ fullKey }) => fullKey));
    for (const each of indexed) each.twins = twins.get(each.fullKey)!;
    return indexed;
  }

  private readonly hasNewName = (parents: Entry['parents']) =>
    parents.some((_, depth) => this.newNameOf(parents.slice(0, depth + 1)) !== null);

  /** The same keys give the same array. */
  private known(keys: readonly string[]): readonly string[] {
    const joined = keys.join('\n');
    const known = this.columnKeys.get(joined);
    if (known?.length === keys.length) return known;
    this.columnKeys.set(joined, keys);
    return keys;
  }
}

/** 「（前年度は3,439万円）」 says nothing without what the sentence is about. */
const isYearOfPhrase = ({ kind, label }: Entry) => kind === 'phrase' && headerSense(label).role !== null;

/** A label that stands this often in a paper names nothing by itself. */
const FREQUENT = 4;
