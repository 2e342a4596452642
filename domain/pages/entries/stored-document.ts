import type { Unit } from '../../quantities/unit.ts';
import type { Label } from '../words/label.ts';
import type { Entry, PlacedQuantity } from './entry.ts';
import type { ReadDocument } from './read-document.ts';

type StoredQuantity = Omit<PlacedQuantity, 'unit' | 'column'> & {
  readonly unit: number | null;
  readonly column: number;
};
type StoredEntry = Omit<Entry, 'parents' | 'label' | 'remark' | 'quantities'> & {
  readonly parents: number;
  readonly label: number;
  readonly remark: number;
  readonly quantities: readonly StoredQuantity[];
};

/** A paper that has been read, as it is stored: each label, unit and list of labels once, and in their places its number. */
export interface StoredDocument extends Pick<ReadDocument, 'pages' | 'pageLabels'> {
  readonly labels: readonly Label[];
  readonly units: readonly Unit[];
  /** Parents and column headers. */
  readonly paths: readonly (readonly number[])[];
  readonly entries: readonly StoredEntry[];
}

export function storedDocument({ pages, pageLabels, entries }: ReadDocument): StoredDocument {
  const labels = new Numbers<Label>();
  const units = new Numbers<Unit>();
  const paths = new Numbers<readonly number[]>();
  const path = (of: readonly Label[]) => paths.numberOf(of.map((label) => labels.numberOf(label)));
  const stored = entries.map((entry) => ({
    ...entry,
    parents: path(entry.parents),
    label: labels.numberOf(entry.label),
    remark: labels.numberOf(entry.remark),
    quantities: entry.quantities.map((placed) => ({
      ...placed,
      unit: placed.unit && units.numberOf(placed.unit),
      column: path(placed.column),
    })),
  }));
  return { pages, pageLabels, labels: labels.all, units: units.all, paths: paths.all, entries: stored };
}

/** The paper as it was read. */
export function restoredDocument({ pages, pageLabels, labels, units, paths, entries }: StoredDocument): ReadDocument {
  const lists = paths.map((path) => path.map((label) => labels[label]!));
  const restored = entries.map((entry) => ({
    ...entry,
    parents: lists[entry.parents]!,
    label: labels[entry.label]!,
    remark: labels[entry.remark]!,
    quantities: entry.quantities.map((placed) => ({
      ...placed,
      unit: placed.unit === null ? null : units[placed.unit]!,
      column: lists[placed.column]!,
    })),
  }));
  return { pages, pageLabels, entries: restored };
}

/** Gives equal values one number. */
class Numbers<T> {
  readonly all: T[] = [];
  private readonly known = new Map<string, number>();

  numberOf(value: T): number {
    const key = JSON.stringify(value);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.all.length);
    return this.all.push(value) - 1;
  }
}
