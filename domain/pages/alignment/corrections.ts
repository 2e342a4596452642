import { type Entry, pathOf } from '../entries/entry.ts';
import { overlapOf } from '../sheet/box.ts';
import type { Box } from '../sheet/page-content.ts';

/** Where a person pointed at an entry, so that it is found again when its paper is read anew. */
export interface EntryPlace {
  readonly page: number;
  /** In points from the top left of the upright page. */
  readonly box: Box;
  /** As pathOf gives it. */
  readonly path: readonly string[];
}

/** A person said that two lines are the same, or, where one side is null, that a line has no counterpart. */
export interface LineCorrection {
  readonly id: number;
  readonly older: EntryPlace | null;
  readonly newer: EntryPlace | null;
}

/** What people said of the lines of two papers, found in their entries: whose counterpart is not for the alignment to say. */
export interface FoundCorrections {
  /** Entries, by their position in their paper. */
  readonly pairs: readonly { readonly older: number; readonly newer: number; readonly correction: LineCorrection }[];
  readonly alone: Readonly<Record<'older' | 'newer', ReadonlyMap<number, LineCorrection>>>;
}

export const NO_CORRECTIONS: FoundCorrections = { pairs: [], alone: { older: new Map(), newer: new Map() } };

/** Finds the lines of the corrections; what is not there any more is left out, and of two about one line the later holds. */
export function findCorrections(
  corrections: readonly LineCorrection[],
  older: readonly Entry[],
  newer: readonly Entry[],
): FoundCorrections {
  const pairs: FoundCorrections['pairs'][number][] = [];
  const alone = { older: new Map<number, LineCorrection>(), newer: new Map<number, LineCorrection>() };
  const settled = { older: new Set<number>(), newer: new Set<number>() };
  for (const correction of corrections.toReversed()) {
    const a = correction.older && positionOf(correction.older, older);
    const b = correction.newer && positionOf(correction.newer, newer);
    const isLost = a === -1 || b === -1;
    if (isLost || (a !== null && settled.older.has(a)) || (b !== null && settled.newer.has(b))) continue;
    if (a !== null) settled.older.add(a);
    if (b !== null) settled.newer.add(b);
    if (a !== null && b !== null) pairs.push({ older: a, newer: b, correction });
    else if (a !== null) alone.older.set(a, correction);
    else if (b !== null) alone.newer.set(b, correction);
  }
  return { pairs, alone };
}

/** The entry of the same path nearest the place; else one at the place whose own label is the same; −1 where there is none. */
function positionOf(place: EntryPlace, entries: readonly Entry[]): number {
  const label = place.path.at(-1);
  const named = [...entries.entries()].filter(([, entry]) => entry.label.printed === label);
  const samePath = named.filter(([, entry]) => isPath(pathOf(entry), place.path));
  if (samePath.length > 0) return samePath.reduce((best, one) => (isNearer(one[1], best[1], place) ? one : best))[0];
  const here = named.filter(([, { page, box }]) => page === place.page && overlapOf(box, place.box) > MOSTLY);
  return here.toSorted(([, a], [, b]) => overlapOf(b.box, place.box) - overlapOf(a.box, place.box))[0]?.[0] ?? -1;
}

const isPath = (path: readonly string[], other: readonly string[]) =>
  path.length === other.length && path.every((label, depth) => label === other[depth]);

/** Two boxes that share more than this part of what they cover together are the same place. */
const MOSTLY = 0.5;

function isNearer(entry: Entry, best: Entry, place: EntryPlace): boolean {
  const pages = Math.abs(entry.page - place.page) - Math.abs(best.page - place.page);
  return pages < 0 || (pages === 0 && distance(entry.box, place.box) < distance(best.box, place.box));
}

const distance = (a: Box, b: Box) => a.reduce((sum, edge, i) => sum + Math.abs(edge - b[i]!), 0);
