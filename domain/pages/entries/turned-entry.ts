import type { LaidPaper } from '../layout/lay-out-paper.ts';
import type { Entry } from './entry.ts';

/** The entry with its boxes where the page shows them. */
export function turnEntryBack(entry: Entry, back: LaidPaper['back']): Entry {
  const quantities = entry.quantities.map((placed) => ({ ...placed, box: back(placed.page, placed.box) }));
  return { ...entry, box: back(entry.page, entry.box), quantities };
}
