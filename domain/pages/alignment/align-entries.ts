import { type FoundCorrections, type LineCorrection, NO_CORRECTIONS } from './corrections.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import { entrySimilarity, SAME, type Similarity } from './entry-similarity.ts';
import { longestIncreasing } from './longest-increasing.ts';
import type { Side } from './numbered-labels.ts';
import { renamedRows } from './renamed-rows.ts';
import { reprintedRows } from './reprinted-rows.ts';

/** Two entries that are the same thing in both papers. */
export interface EntryPair {
  readonly older: IndexedEntry;
  readonly newer: IndexedEntry;
  readonly similarity: Similarity;
  /** True where it stands out of the order of its neighbours. */
  readonly moved: boolean;
  /** By which a person said so. */
  readonly correction: LineCorrection | null;
  /** True where both papers print the whole page alike: its numbers are the same one by one. */
  readonly isReprinted: boolean;
}

/** Gaps with more combinations than this are cut by weaker keys, then by their middle, before they are compared in full. */
const FULL_COMPARISON = 60_000;
const ROUNDS = 4;

/**
 * Pairs the entries of two documents: what is named alike and only once is paired wherever it stands; between those pairs
 * the rest is aligned in order; what is left over is aligned again among itself, which finds what has moved. What a person
 * settled stays as it was said.
 */
export function alignEntries(
  older: readonly IndexedEntry[],
  newer: readonly IndexedEntry[],
  index: EntryIndex,
  corrections: FoundCorrections = NO_CORRECTIONS,
): EntryPair[] {
  const pairs = correctedPairs(older, newer, index, corrections);
  let left = { older: freeOf(older, 'older', corrections), newer: freeOf(newer, 'newer', corrections) };
  const reprinted = reprintedRows(left.older, left.newer).map(reprintedPair);
  pairs.push(...reprinted);
  left = without(left, reprinted);
  for (let round = 0; round < ROUNDS && left.older.length > 0 && left.newer.length > 0; round += 1) {
    const found = alignOnce(left.older, left.newer, index, round);
    if (found.length === 0 && round > 0) break;
    pairs.push(...found);
    left = without(left, found);
  }
  const kept = markMoved(pairs).filter(
    ({ moved, correction, similarity }) => !moved || correction || !tooFar(similarity),
  );
  return [
    ...kept,
    ...renamedPairs(kept, notAlone(older, 'older', corrections), notAlone(newer, 'newer', corrections), index),
  ].sort((a, b) => a.older.position - b.older.position);
}

function without(left: Readonly<Record<Side, IndexedEntry[]>>, pairs: readonly EntryPair[]) {
  if (pairs.length === 0) return left;
  const used = new Set(pairs.flatMap(({ older, newer }) => [older, newer]));
  return {
    older: left.older.filter((entry) => !used.has(entry)),
    newer: left.newer.filter((entry) => !used.has(entry)),
  };
}

const reprintedPair = ([older, newer]: Pairing): EntryPair => ({
  ...{ older, newer, moved: false, correction: null, isReprinted: true },
  similarity: { score: 1, label: 1, parents: 1, columns: 1 },
});

/** Without what a person said to have no counterpart. */
const notAlone = (entries: readonly IndexedEntry[], side: Side, { alone }: FoundCorrections) =>
  alone[side].size === 0 ? entries : entries.filter(({ position }) => !alone[side].has(position));

function renamedPairs(
  pairs: readonly EntryPair[],
  older: readonly IndexedEntry[],
  newer: readonly IndexedEntry[],
  index: EntryIndex,
): EntryPair[] {
  const paired = pairs.map((pair) => [pair.older, pair.newer] as const);
  return renamedRows(paired, older, newer, index).map(([a, b]) => {
    const pair = pairOf(a, b, index);
    return { ...pair, similarity: { ...pair.similarity, score: RENAMED } };
  });
}

/** A row under another name: a person has to look. */
const RENAMED = 0.8;

function correctedPairs(
  older: readonly IndexedEntry[],
  newer: readonly IndexedEntry[],
  index: EntryIndex,
  corrections: FoundCorrections,
): EntryPair[] {
  return corrections.pairs.map(({ correction, ...at }) => {
    const pair = pairOf(older[at.older]!, newer[at.newer]!, index);
    return { ...pair, similarity: { ...pair.similarity, score: 1 }, correction };
  });
}

/** The entries of one paper of which nobody has said anything. */
function freeOf(entries: readonly IndexedEntry[], side: Side, { pairs, alone }: FoundCorrections): IndexedEntry[] {
  const paired = new Set(pairs.map((pair) => pair[side]));
  return entries.filter(({ position }) => !paired.has(position) && !alone[side].has(position));
}

function alignOnce(
  older: readonly IndexedEntry[],
  newer: readonly IndexedEntry[],
  index: EntryIndex,
  round: number,
): EntryPair[] {
  const sure = [...pairUnique(older, newer, (entry) => entry.fullKey)];
  const taken = new Set(sure.flat());
  const near = pairUnique(
    older.filter((entry) => !taken.has(entry)),
    newer.filter((entry) => !taken.has(entry)),
    (entry) => entry.nearKey,
  ).filter(([a, b]) => isSame(entrySimilarity(a, b, index), round > 0));
  const anchors = [...sure, ...near].sort(([a], [b]) => a.position - b.position);
  for (const pair of anchors) for (const entry of pair) taken.add(entry);
  const inOrder = longestIncreasing(anchors.map(([, b]) => b.position)).map((i) => anchors[i]!);

  const pairs: EntryPair[] = anchors.map(([a, b]) => pairOf(a, b, index));
  const freeOlder = older.filter((entry) => !taken.has(entry));
  const freeNewer = newer.filter((entry) => !taken.has(entry));
  let i = 0;
  let j = 0;
  for (const [a, b] of [...inOrder, [null, null] as const]) {
    const gapOlder: IndexedEntry[] = [];
    const gapNewer: IndexedEntry[] = [];
    while (i < freeOlder.length && (a === null || freeOlder[i]!.position < a.position)) gapOlder.push(freeOlder[i++]!);
    while (j < freeNewer.length && (b === null || freeNewer[j]!.position < b.position)) gapNewer.push(freeNewer[j++]!);
    if (gapOlder.length > 0 && gapNewer.length > 0) pairs.push(...alignGap(gapOlder, gapNewer, index, round > 0));
  }
  return pairs;
}

type Pairing = readonly [IndexedEntry, IndexedEntry];

/** Pairs what stands once in each under the same key. */
function pairUnique(
  older: readonly IndexedEntry[],
  newer: readonly IndexedEntry[],
  keyOf: (entry: IndexedEntry) => string,
): Pairing[] {
  const count = (entries: readonly IndexedEntry[]) => {
    const once = new Map<string, IndexedEntry | null>();
    for (const entry of entries) once.set(keyOf(entry), once.has(keyOf(entry)) ? null : entry);
    return once;
  };
  const inNewer = count(newer);
  return [...count(older)].flatMap(([key, entry]) => {
    const other = inNewer.get(key);
    return entry && other ? [[entry, other] as const] : [];
  });
}

function alignGap(
  older: readonly IndexedEntry[],
  newer: readonly IndexedEntry[],
  index: EntryIndex,
  leftovers: boolean,
): EntryPair[] {
  if (older.length * newer.length <= FULL_COMPARISON) return alignInFull(older, newer, index, leftovers);
  const halves = cut(older, newer);
  return halves.flatMap(([a, b]) => (a.length > 0 && b.length > 0 ? alignGap(a, b, index, leftovers) : []));
}

/** Cuts a large gap at the pair of equal labels nearest its middle; by proportion where there is none. */
function cut(
  older: readonly IndexedEntry[],
  newer: readonly IndexedEntry[],
): [readonly IndexedEntry[], readonly IndexedEntry[]][] {
  const middle = older.length >> 1;
  const proportion = Math.round((middle * newer.length) / older.length);
  let best = { i: middle, j: proportion, cost: Number.POSITIVE_INFINITY };
  const places = new Map<number, number[]>();
  newer.forEach((entry, j) => {
    const known = places.get(entry.label);
    if (known) known.push(j);
    else places.set(entry.label, [j]);
  });
  for (let i = Math.max(1, middle - 60); i < Math.min(older.length, middle + 60); i += 1) {
    for (const j of places.get(older[i]!.label) ?? []) {
      const samePlace = older[i]!.parents === newer[j]!.parents ? 0 : 400;
      const cost = Math.abs(i - middle) + Math.abs(j - (i * newer.length) / older.length) + samePlace;
      if (j > 0 && cost < best.cost) best = { i, j, cost };
    }
  }
  return [
    [older.slice(0, best.i), newer.slice(0, best.j)],
    [older.slice(best.i), newer.slice(best.j)],
  ];
}

/** The pairing in order with the largest sum of what each pair's similarity exceeds the threshold by. */
function alignInFull(
  older: readonly IndexedEntry[],
  newer: readonly IndexedEntry[],
  index: EntryIndex,
  leftovers: boolean,
): EntryPair[] {
  const width = newer.length + 1;
  const best = new Float64Array((older.length + 1) * width);
  const gain = new Float64Array(older.length * newer.length);
  for (let i = older.length - 1; i >= 0; i -= 1) {
    for (let j = newer.length - 1; j >= 0; j -= 1) {
      const similarity = entrySimilarity(older[i]!, newer[j]!, index);
      const g = isSame(similarity, leftovers) ? similarity.score - SAME + 0.05 : 0;
      gain[i * newer.length + j] = g;
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
      best[i * width + j] = g > 0 ? Math.max(skip, best[(i + 1) * width + j + 1]! + g) : skip;
    }
  }
  const pairs: EntryPair[] = [];
  let i = 0;
  let j = 0;
  while (i < older.length && j < newer.length) {
    const here = best[i * width + j]!;
    const g = gain[i * newer.length + j]!;
    if (g > 0 && best[(i + 1) * width + j + 1]! + g === here) pairs.push(pairOf(older[i++]!, newer[j++]!, index));
    else if (best[(i + 1) * width + j] === here) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Out of its order an entry must be named the same, belong to the same and count the same. */
const tooFar = ({ label, parents, columns }: Similarity) => label < 0.9 || parents < 0.8 || columns < 0.7;

const isSame = (similarity: Similarity, outOfOrder: boolean) =>
  similarity.score >= SAME && !(outOfOrder && tooFar(similarity));

function pairOf(older: IndexedEntry, newer: IndexedEntry, index: EntryIndex): EntryPair {
  const similarity = entrySimilarity(older, newer, index);
  return { older, newer, similarity, moved: false, correction: null, isReprinted: false };
}

function markMoved(pairs: readonly EntryPair[]): EntryPair[] {
  const sorted = [...pairs].sort((a, b) => a.older.position - b.older.position);
  const inOrder = new Set(longestIncreasing(sorted.map((pair) => pair.newer.position)));
  return sorted.map((pair, i) => ({ ...pair, moved: !inOrder.has(i) }));
}
