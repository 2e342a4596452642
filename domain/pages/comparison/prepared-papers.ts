import { EntryIndex, type IndexedEntry } from '../alignment/entry-index.ts';
import { withoutGarbled } from '../alignment/garbled-characters.ts';
import type { Side } from '../alignment/numbered-labels.ts';
import { seriesOf, yearOf, yearShiftOf } from '../alignment/paper-years.ts';
import { renamedHeadings } from '../alignment/renamed-headings.ts';
import type { PlacedQuantity } from '../entries/entry.ts';
import type { ReadDocument } from '../entries/read-document.ts';
import { repeatedCells } from './doubt.ts';
import type { ColumnFrame } from './quantity-pairs.ts';
import { columnsOf } from './table-columns.ts';

export type BothPapers<T> = Readonly<Record<Side, T>>;

/** Two papers and all that their comparison asks of them whatever a person says of their lines. */
export interface PreparedPapers {
  readonly papers: BothPapers<ReadDocument>;
  readonly index: EntryIndex;
  readonly entries: BothPapers<readonly IndexedEntry[]>;
  readonly frame: ColumnFrame;
  readonly repeated: BothPapers<ReadonlySet<PlacedQuantity>>;
}

/** `yearsApart`: fiscal years between the papers where that is known; otherwise it is read from their headings. */
export function preparePapers(older: ReadDocument, newer: ReadDocument, yearsApart?: number): PreparedPapers {
  const papers = {
    older: { ...older, entries: withoutGarbled(older.entries, newer.entries) },
    newer: { ...newer, entries: withoutGarbled(newer.entries, older.entries) },
  };
  const [before, after] = [papers.older.entries, papers.newer.entries];
  const yearShift = yearsApart ?? yearShiftOf(before, after);
  const frame = {
    yearShift,
    years: { older: yearOf(before), newer: yearOf(after) },
    widths: { older: widthsOf(older), newer: widthsOf(newer) },
    columns: { older: columnsOf(before), newer: columnsOf(after) },
  };
  const repeated = { older: repeatedCells(before), newer: repeatedCells(after) };
  // the index comes last: it is large, and what the others need besides is gone by then
  const index = new EntryIndex(yearShift, seriesOf(before, after, yearShift), renamedHeadings(before, after));
  const entries = { older: index.index(before, 'older'), newer: index.index(after, 'newer') };
  return { papers, index, entries, frame, repeated };
}

const widthsOf = ({ pages }: ReadDocument) => new Map(pages.map((page) => [page.index, page.width]));
