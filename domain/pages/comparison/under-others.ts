import type { EntryPair } from '../alignment/align-entries.ts';
import { type Entry, pathOf } from '../entries/entry.ts';

/** Pairs of rows without those that cannot be, and those of the kept ones that are doubtful. */
export interface JudgedRows {
  readonly rows: readonly EntryPair[];
  readonly underOthers: ReadonlySet<EntryPair>;
}

/**
 * Judges pairs of rows, in the order of the older paper, by the rows that they stand under. Where these are not the same thing a pair
 * is doubtful: 報酬 of one 補助金 is not that of another of its name, which stands under another 目, however rare the name is.
 * Where the one ended and the other began, a part of the one that stands elsewhere is no part of the other.
 */
export function judgeByParents(
  pairs: readonly EntryPair[],
  older: readonly Entry[],
  newer: readonly Entry[],
): JudgedRows {
  const [before, after] = [rowsByPath(older), rowsByPath(newer)];
  const counterpart = new Map(pairs.map((pair) => [pair.older.entry, pair.newer.entry]));
  const paired = new Set(counterpart.values());
  const underOthers = new Set<EntryPair>();
  const rows = pairs.filter((pair) => {
    const [over, under] = [before.get(parentsKey(pair.older.entry)), after.get(parentsKey(pair.newer.entry))];
    if (!over || !under || counterpart.get(over) === under) return true;
    if (pair.moved && !pair.correction && !counterpart.has(over) && !paired.has(under)) {
      counterpart.delete(pair.older.entry);
      paired.delete(pair.newer.entry);
      return false;
    }
    underOthers.add(pair);
    return true;
  });
  return { rows, underOthers };
}

const parentsKey = ({ parents }: Entry) => parents.map(({ printed }) => printed).join('\n');

/** The rows of a paper by their path; null for a path of several. */
function rowsByPath(entries: readonly Entry[]): Map<string, Entry | null> {
  const rows = new Map<string, Entry | null>();
  for (const entry of entries) {
    if (entry.kind !== 'row') continue;
    const key = pathOf(entry).join('\n');
    rows.set(key, rows.has(key) ? null : entry);
  }
  return rows;
}
