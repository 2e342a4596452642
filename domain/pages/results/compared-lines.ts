import type { EntryPair } from '../alignment/align-entries.ts';
import type { Side } from '../alignment/numbered-labels.ts';
import type { ComparedQuantity, Comparison } from '../comparison/compare-documents.ts';
import type { Entry, PlacedQuantity } from '../entries/entry.ts';
import { rounded } from '../sheet/box.ts';
import { groupBy } from '../sheet/group-by.ts';

export type ComparedSide = Side;

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
  /** Its headers, outermost first. */
  column: string[];
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
  /** The correction by which a person paired it, or said that it has no counterpart. */
  correctionId: number | null;
}

export interface ComparisonCounts {
  changed: number;
  added: number;
  removed: number;
  restated: number;
}

/** A page of one paper, its lines made when they are asked for. */
export interface ComparedPage {
  readonly side: ComparedSide;
  readonly page: number;
  /** All that decides its lines beside the two papers themselves: where these are the same objects, equal marks mean equal lines. */
  readonly marks: readonly unknown[];
  /** In reading order. */
  readonly lines: () => ComparedLine[];
}

/** The pages of both papers on which something stands, the older one's first. */
export function comparedPages(comparison: Comparison): ComparedPage[] {
  const found = new Map<PlacedQuantity, ComparedQuantity>();
  for (const pair of comparison.quantities) found.set(pair.older, pair).set(pair.newer, pair);
  return [...pagesOf(comparison, 'older', found), ...pagesOf(comparison, 'newer', found)];
}

const far = { older: 'newer', newer: 'older' } as const;

type FoundQuantities = ReadonlyMap<PlacedQuantity, ComparedQuantity>;

/** An entry with what was found of it. */
interface FoundEntry {
  readonly entry: Entry;
  readonly pair: EntryPair | undefined;
  readonly nearest: Edge | null;
  readonly correctionId: number | null;
}

function pagesOf({ papers, rows, alone }: Comparison, side: ComparedSide, found: FoundQuantities): ComparedPage[] {
  const { entries } = papers[side];
  const pairs = new Map(rows.map((pair) => [pair[side].position, pair]));
  const edges = nearestEdges(entries, pairs, side);
  const all = entries.map((entry, position): FoundEntry => {
    const pair = pairs.get(position);
    const correctionId = (pair?.correction ?? alone[side].get(position))?.id ?? null;
    return { entry, pair, nearest: pair ? null : edges[position]!, correctionId };
  });
  return [...groupBy(all, ({ entry }) => entry.page)].map(([page, own]) => ({
    side,
    page,
    marks: own.flatMap((one) => marksOf(one, side, found)),
    lines: () => own.map((one, index) => lineOf(one, index, side, found)),
  }));
}

function marksOf({ entry, pair, nearest, correctionId }: FoundEntry, side: ComparedSide, found: FoundQuantities) {
  const newer = side === 'newer' ? entry : pair?.newer.entry;
  const values = newer?.quantities.flatMap((placed) => [found.get(placed)?.older, found.get(placed)?.confidence]) ?? [];
  const where = [pair?.[far[side]].entry, pair?.similarity.score, pair?.moved, nearest?.of, nearest?.edge];
  return [...where, correctionId, ...values];
}

function lineOf(
  { entry, pair, nearest, correctionId }: FoundEntry,
  index: number,
  side: ComparedSide,
  found: FoundQuantities,
): ComparedLine {
  const other = pair?.[far[side]].entry;
  const [before, after] = side === 'older' ? [entry, other] : [other, entry];
  return {
    index,
    kind: entry.kind,
    place: placeOf(entry),
    other: other ? placeOf(other) : null,
    nearest: nearest && edgeOf(nearest),
    values: valuesOf(before, after, found),
    confidence: pair ? hundredths(pair.similarity.score) : 0,
    moved: pair?.moved ?? false,
    correctionId,
  };
}

/** The upper (1) or lower (3) edge of an entry. */
interface Edge {
  readonly of: Entry;
  readonly edge: 1 | 3;
}

/** For each entry the lower edge of the counterpart of the nearest paired one before it, else the upper of the one after. */
function nearestEdges(entries: readonly Entry[], pairs: ReadonlyMap<number, EntryPair>, side: ComparedSide) {
  const counterpartOf = (position: number) => pairs.get(position)?.[far[side]].entry;
  let last: Edge | null = null;
  const edges = entries.map((_, position) => {
    const counterpart = counterpartOf(position);
    if (counterpart) last = { of: counterpart, edge: 3 };
    return last;
  });
  const first = entries.findIndex((_, position) => pairs.has(position));
  const start = first < 0 ? null : { of: counterpartOf(first)!, edge: 1 as const };
  return edges.map((edge) => edge ?? start);
}

function edgeOf({ of: { page, box }, edge }: Edge) {
  return { page, box: [...rounded([box[0], box[edge], box[2], box[edge]])] };
}

/** The newer paper's columns in their order, then those that only the older has. */
function valuesOf(older: Entry | undefined, newer: Entry | undefined, found: FoundQuantities): ComparedValue[] {
  const taken = new Set<PlacedQuantity>();
  const values = (newer?.quantities ?? []).map((placed) => {
    const pair = found.get(placed);
    if (!pair) return alone(null, placed);
    taken.add(pair.older);
    const { difference, rate, confidence } = pair;
    return {
      column: columnOf(placed),
      older: printed(pair.older),
      newer: printed(placed),
      difference,
      rate,
      confidence,
    };
  });
  const left = (older?.quantities ?? []).filter((placed) => !taken.has(placed));
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

export function printed({ page, box, quantity, unit }: PlacedQuantity): PrintedQuantity {
  return { page, text: quantity.text, value: quantity.value, unit: unit?.text ?? null, box: [...rounded(box)] };
}

/** The headers of its column as printed, outermost first. */
export const columnOf = (placed: PlacedQuantity): string[] => placed.column.map((label) => label.printed);

function placeOf({ page, box, label, parents }: Entry): LinePlace {
  return { page, box: [...rounded(box)], label: label.printed, parents: parents.map((parent) => parent.printed) };
}

const hundredths = (value: number) => Math.round(value * 100) / 100;
