import { type Entry, type PlacedQuantity, pathOf } from '../entries/entry.ts';
import type { RowQuantities } from './quantity-pairs.ts';
import { headerKey } from './table-columns.ts';

/** From here on a pair counts as sure; below it is shown as 要確認 and a person has to look. */
const SURE = 0.9;
/** What is structurally doubtful is never surer than this. */
const DOUBTFUL = 0.85;

export const isSure = (confidence: number): boolean => confidence >= SURE;

/** The cells of a paper of which it has more than one by name: which of them is meant, only their order can say. */
export function repeatedCells(entries: readonly Entry[]): (entry: Entry, placed: PlacedQuantity) => boolean {
  const times = new Map<string, number>();
  for (const entry of entries) {
    const keys = entry.quantities.map((placed) => cellKey(entry, placed));
    // Without a header the cells of a row are told apart by their places.
    const counted = keys.filter((key, i) => !isHeadless(entry.quantities[i]!) || keys.indexOf(key) === i);
    for (const key of counted) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return (entry, placed) => times.get(cellKey(entry, placed))! > 1;
}

const isHeadless = ({ column }: PlacedQuantity) => column.length === 0;
const cellKey = (entry: Entry, { column, unit, quantity }: PlacedQuantity) =>
  [...pathOf(entry), entry.remark.key, headerKey(column), unit?.measure, quantity.inner].join('\n');

type IsRepeated = ReturnType<typeof repeatedCells>;

/**
 * How sure a pair is, from 0 to 1: how alike rows and columns are, less where the papers' structure leaves another choice:
 * rows that come more often in one paper than in the other, a cell of which there are several.
 */
export function confidenceOf(
  { row, older, newer, columns }: RowQuantities,
  repeated: { readonly older: IsRepeated; readonly newer: IsRepeated },
): number {
  const alike = Math.round(row.similarity.score * columns * 1000) / 1000;
  if (row.correction) return alike;
  const isCrowded = repeated.older(row.older.entry, older) || repeated.newer(row.newer.entry, newer);
  return row.older.twins !== row.newer.twins || isCrowded ? Math.min(alike, DOUBTFUL) : alike;
}
