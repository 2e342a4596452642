import { type Entry, labelText, SEPARATOR } from '../entries/entry.ts';
import { overlapOf } from '../sheet/box.ts';
import type { Box } from '../sheet/page-content.ts';

/** Where a person pointed at an entry, so that it is found again when its paper is read anew. */
export interface EntryPlace {
  readonly page: number;
  /** In points from the top left of the upright page. */
  readonly box: Box;
  /** As labelText gives it. */
  readonly label: string;
}

/** A person said that two lines are the same, or, where one side is null, that a line has no counterpart. */
export interface LineCorrection {
  readonly older: EntryPlace | null;
  readonly newer: EntryPlace | null;
}

/** What people said of the lines of two papers, found in their entries. */
export interface Corrections {
  readonly pairs: readonly (readonly [older: Entry, newer: Entry])[];
  /** Entries whose counterpart, or that there is none, is not for the alignment to say. */
  readonly settled: ReadonlySet<Entry>;
}

export const NO_CORRECTIONS: Corrections = { pairs: [], settled: new Set() };

/** Finds the lines of the corrections; what is not there any more is left out, and of two about one line the later holds. */
export function findCorrections(
  corrections: readonly LineCorrection[],
  older: readonly Entry[],
  newer: readonly Entry[],
): Corrections {
  const pairs: [Entry, Entry][] = [];
  const settled = new Set<Entry>();
  for (const correction of corrections.toReversed()) {
    const a = correction.older && entryAt(correction.older, older);
    const b = correction.newer && entryAt(correction.newer, newer);
    const isLost = (correction.older && !a) || (correction.newer && !b);
    if (isLost || (a && settled.has(a)) || (b && settled.has(b))) continue;
    if (a) settled.add(a);
    if (b) settled.add(b);
    if (a && b) pairs.push([a, b]);
  }
  return { pairs, settled };
}

/** The entry of the same path nearest the place; else one at the place whose innermost label is the same. */
function entryAt(place: EntryPlace, entries: readonly Entry[]): Entry | null {
  const named = entries.filter((entry) => hasLabel(entry, place));
  const samePath = named.filter((entry) => labelText(entry) === place.label);
  if (samePath.length > 0) return samePath.reduce((best, entry) => (isNearer(entry, best, place) ? entry : best));
  const here = named.filter((entry) => entry.page === place.page && overlapOf(entry.box, place.box) > MOSTLY);
  return here.toSorted((a, b) => overlapOf(b.box, place.box) - overlapOf(a.box, place.box))[0] ?? null;
}

/** Two boxes that share more than this part of what they cover together are the same place. */
const MOSTLY = 0.5;

const hasLabel = ({ label: { printed } }: Entry, { label }: EntryPlace) =>
  label === printed || label.endsWith(SEPARATOR + printed);

function isNearer(entry: Entry, best: Entry, place: EntryPlace): boolean {
  const pages = Math.abs(entry.page - place.page) - Math.abs(best.page - place.page);
  return pages < 0 || (pages === 0 && distance(entry.box, place.box) < distance(best.box, place.box));
}

const distance = (a: Box, b: Box) => a.reduce((sum, edge, i) => sum + Math.abs(edge - b[i]!), 0);
