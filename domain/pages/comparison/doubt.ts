import type { EntryPair } from '../alignment/align-entries.ts';
import { type Entry, type PlacedQuantity, pathOf } from '../entries/entry.ts';
import type { RowQuantities } from './quantity-pairs.ts';
import { headerKey } from './table-columns.ts';

/** From here on a pair counts as sure; below it is shown as 要確認 and a person has to look. */
const SURE = 0.9;
/** What is structurally doubtful is never surer than this. */
const DOUBTFUL = 0.85;
/** What is out of its order under headings that agree less is doubtful. */
const SAME_HEADINGS = 0.81;

export const isSure = (confidence: number): boolean => confidence >= SURE;

/** The cells of a paper of which it has more than one by name: which of them is meant, only their order can say. */
export function repeatedCells(entries: readonly Entry[]): ReadonlySet<PlacedQuantity> {
  const named = new Map<string, { times: number; readonly cells: PlacedQuantity[] }>();
  for (const entry of entries) {
    const row = [...pathOf(entry), entry.remark.key].join('\n');
    const headless = new Set<string>();
    for (const placed of entry.quantities) {
      const key = `${row}\n${columnKey(placed)}`;
      const same = named.get(key) ?? { times: 0, cells: [] };
      named.set(key, same);
      same.cells.push(placed);
      // Without a header the cells of a row are told apart by their places.
      const isCounted = placed.column.length > 0 || !headless.has(key);
      if (placed.column.length === 0) headless.add(key);
      if (isCounted) same.times += 1;
    }
  }
  return new Set([...named.values()].flatMap(({ times, cells }) => (times > 1 ? cells : [])));
}

const columnKey = ({ column, unit, quantity }: PlacedQuantity) =>
  [headerKey(column), unit?.measure, quantity.inner].join('\n');

/** Some cells of both papers. */
interface BothCells {
  readonly older: ReadonlySet<PlacedQuantity>;
  readonly newer: ReadonlySet<PlacedQuantity>;
}

/**
 * How sure a pair is, from 0 to 1: how alike rows and columns are, less where the papers' structure leaves another choice:
 * rows that come more often in one paper than in the other, a cell of which there are several.
 */
export function confidenceOf(
  { row, older, newer, columns }: RowQuantities,
  repeated: BothCells,
  underOthers: ReadonlySet<EntryPair>,
): number {
  const alike = Math.round(row.similarity.score * columns * 1000) / 1000;
  if (row.correction) return alike;
  const isElsewhere = row.moved && row.similarity.parents < SAME_HEADINGS;
  if (isElsewhere || row.older.isUnderNewName || underOthers.has(row)) return Math.min(alike, DOUBTFUL);
  if (row.newer.entry.kind === 'phrase' && row.newer.entry.isUnnamed) return Math.min(alike, DOUBTFUL);
  const isCrowded = repeated.older.has(older) || repeated.newer.has(newer);
  return row.older.twins !== row.newer.twins || isCrowded ? Math.min(alike, DOUBTFUL) : alike;
}
