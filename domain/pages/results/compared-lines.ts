import type { EntryPair } from '../alignment/align-entries.ts';
import type { ExplainedComparison } from '../comparison/compare-documents.ts';
import type { ComparedQuantity } from '../comparison/comparison.ts';
import type { Entry, PlacedQuantity } from '../entries/entry.ts';
import type { Box } from '../sheet/page-content.ts';

export type ComparedSide = 'older' | 'newer';

export interface PrintedQuantity {
  page: number;
  text: string;
  /** As printed. */
  value: number;
  unit: string | null;
  box: number[];
}

/** One column of a line, in either paper or both; difference in the newer one's unit, rate a fraction of the older value. */
export interface ComparedValue {
  column: string;
  older: PrintedQuantity | null;
  newer: PrintedQuantity | null;
  difference: number | null;
  rate: number | null;
  confidence: number;
}

export interface LinePlace {
  page: number;
  box: number[];
  label: string;
  /** Outermost first. */
  parents: string[];
}

/** A line of one page and what it is in the other paper. */
export interface ComparedLine {
  /** Its place among the entries of its page: the same in every comparison of its revision. */
  index: number;
  kind: Entry['kind'];
  place: LinePlace;
  other: LinePlace | null;
  /** Without a counterpart: the edge where it would stand, a box without height. */
  nearest: { page: number; box: number[] } | null;
  values: ComparedValue[];
  confidence: number;
  moved: boolean;
  correctionId: number | null;
}

export interface ComparisonCounts {
  changed: number;
  added: number;
  removed: number;
  restated: number;
}

/** The lines of every page of both papers, by page, in reading order. */
export function comparedLines(comparison: ExplainedComparison): Record<ComparedSide, Map<number, ComparedLine[]>> {
  const compared = new ComparedByPlace(comparison.quantities);
  const older = new Map(comparison.rows.map((pair) => [pair.older.entry, pair]));
  const newer = new Map(comparison.rows.map((pair) => [pair.newer.entry, pair]));
  return {
    older: linesOf(comparison.entries.older, older, 'older', compared),
    newer: linesOf(comparison.entries.newer, newer, 'newer', compared),
  };
}

function linesOf(
  entries: readonly Entry[],
  pairs: ReadonlyMap<Entry, EntryPair>,
  side: ComparedSide,
  compared: ComparedByPlace,
): Map<number, ComparedLine[]> {
  const byPage = new Map<number, ComparedLine[]>();
  const edges = nearestEdges(entries, pairs, side);
  entries.forEach((entry, i) => {
    const lines = byPage.get(entry.page) ?? [];
    byPage.set(entry.page, lines);
    const pair = pairs.get(entry);
    const other = pair && counterpartIn(pair, side);
    const [before, after] = side === 'older' ? [entry, other] : [other, entry];
    lines.push({
      index: lines.length,
      kind: entry.kind,
      place: placeOf(entry),
      other: other ? placeOf(other) : null,
      nearest: other ? null : edges[i]!,
      values: valuesOf(before, after, compared),
      confidence: pair ? rounded(pair.similarity.score) : 0,
      moved: pair?.moved ?? false,
      correctionId: null,
    });
  });
  return byPage;
}

const counterpartIn = (pair: EntryPair, side: ComparedSide) => (side === 'older' ? pair.newer : pair.older).entry;

type Edge = { page: number; box: number[] };

/** For each entry the lower edge of the counterpart of the nearest paired one before it, else the upper of the one after. */
function nearestEdges(entries: readonly Entry[], pairs: ReadonlyMap<Entry, EntryPair>, side: ComparedSide) {
  const edges: (Edge | null)[] = [];
  let last: Edge | null = null;
  for (const entry of entries) {
    const pair = pairs.get(entry);
    if (pair) last = edgeOf(counterpartIn(pair, side), 3);
    edges.push(last);
  }
  const first = entries.find((entry) => pairs.has(entry));
  const start = first ? edgeOf(counterpartIn(pairs.get(first)!, side), 1) : null;
  return edges.map((edge) => edge ?? start);
}

function edgeOf({ page, box }: Entry, edge: 1 | 3): Edge {
  return { page, box: [box[0], box[edge], box[2], box[edge]].map(rounded) };
}

/** The newer paper's columns in their order, then those that only the older has. */
function valuesOf(older: Entry | undefined, newer: Entry | undefined, compared: ComparedByPlace): ComparedValue[] {
  const taken = new Set<ComparedQuantity>();
  const values = (newer?.quantities ?? []).map((placed) => {
    const pair = compared.ofNewer(placed);
    if (!pair) return alone(null, placed);
    taken.add(pair);
    const { old, difference, rate, confidence } = pair;
    const { page, text, value, unit, box } = old;
    return {
      column: columnOf(placed),
      older: { page, text, value, unit, box: [...box] },
      newer: printed(placed),
      difference,
      rate,
      confidence,
    };
  });
  const left = (older?.quantities ?? []).filter((placed) => {
    const pair = compared.ofOlder(placed);
    return !pair || !taken.has(pair);
  });
  return [...values, ...left.map((placed) => alone(placed, null))];
}

function alone(older: PlacedQuantity | null, newer: PlacedQuantity | null): ComparedValue {
  return {
    column: columnOf((newer ?? older)!),
    older: older && printed(older),
    newer: newer && printed(newer),
    difference: null,
    rate: null,
    confidence: 0,
  };
}

function printed({ page, box, quantity, unit }: PlacedQuantity): PrintedQuantity {
  return { page, text: quantity.text, value: quantity.value, unit: unit?.text ?? null, box: box.map(rounded) };
}

const columnOf = (placed: PlacedQuantity) => placed.column.map((label) => label.printed).join(' ');

function placeOf({ page, box, label, parents }: Entry): LinePlace {
  return {
    page,
    box: box.map(rounded),
    label: label.printed,
    parents: parents.map((parent) => parent.printed),
  };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** Finds the compared quantity of a placed one: a comparison's output says only where each is printed. */
class ComparedByPlace {
  private readonly older = new Map<string, ComparedQuantity>();
  private readonly newer = new Map<string, ComparedQuantity>();

  constructor(quantities: readonly ComparedQuantity[]) {
    for (const quantity of quantities) {
      this.older.set(key(quantity.old.page, quantity.old.box, quantity.old.text), quantity);
      this.newer.set(key(quantity.new.page, quantity.new.box, quantity.new.text), quantity);
    }
  }

  ofOlder({ page, box, quantity }: PlacedQuantity): ComparedQuantity | undefined {
    return this.older.get(key(page, box, quantity.text));
  }

  ofNewer({ page, box, quantity }: PlacedQuantity): ComparedQuantity | undefined {
    return this.newer.get(key(page, box, quantity.text));
  }
}

const key = (page: number, box: Box, text: string) => `${page} ${box.map(rounded).join(' ')} ${text}`;
