import { differenceOf } from '../../quantities/difference.ts';
import { alignEntries, type EntryPair } from '../alignment/align-entries.ts';
import { type FoundCorrections, findCorrections, type LineCorrection } from '../alignment/corrections.ts';
import { EntryIndex } from '../alignment/entry-index.ts';
import { withoutGarbled } from '../alignment/garbled-characters.ts';
import type { Side } from '../alignment/numbered-labels.ts';
import { seriesOf, yearOf, yearShiftOf } from '../alignment/paper-years.ts';
import { renamedHeadings } from '../alignment/renamed-headings.ts';
import type { Entry, PlacedQuantity } from '../entries/entry.ts';
import { type PrintedDocument, type ReadDocument, readDocument } from '../entries/read-document.ts';
import { pairAcrossBands } from './bands.ts';
import { confidenceOf, repeatedCells } from './doubt.ts';
import { correctPages, type PagePair, pairPages } from './page-pairs.ts';
import { pairQuantities } from './quantity-pairs.ts';
import { findRestated, type RestatedPair } from './restated.ts';
import { columnsOf } from './table-columns.ts';

/** The same quantity in both papers. */
export interface ComparedQuantity {
  /** The row it stands in: in the older paper it may stand in another band of it. */
  readonly row: EntryPair;
  readonly older: PlacedQuantity;
  readonly newer: PlacedQuantity;
  /** Newer − older in the newer one's unit; null where the units cannot be reconciled. */
  readonly difference: number | null;
  /** The difference as a fraction of the older value; null also where that is zero. */
  readonly rate: number | null;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** A quantity without a counterpart. */
export interface LoneQuantity {
  readonly entry: Entry;
  readonly placed: PlacedQuantity;
}

export type BothPapers<T> = Readonly<Record<Side, T>>;

/** Two papers and what is the same in them. */
export interface Comparison {
  readonly papers: BothPapers<ReadDocument>;
  /** How many years the newer paper is ahead. */
  readonly yearShift: number;
  readonly rows: readonly EntryPair[];
  /** Lines of which a person said that they have no counterpart, by their position. */
  readonly alone: FoundCorrections['alone'];
  readonly quantities: readonly ComparedQuantity[];
  readonly unmatched: BothPapers<readonly LoneQuantity[]>;
  readonly restated: readonly RestatedPair[];
  readonly pages: readonly PagePair[];
  /** Pairs of pages without text, put beside each other by their place only. */
  readonly byPlace: readonly PagePair[];
}

export interface ComparisonOptions {
  /** Fiscal years between the papers where that is known; otherwise it is read from their headings. */
  readonly yearsApart?: number;
  /** What people said of lines; it holds against what the comparison finds, the later against the earlier. */
  readonly corrections?: readonly LineCorrection[];
  /** Pages that people put beside each other; they replace every computed pair of either. */
  readonly pageCorrections?: readonly PagePair[];
}

/** Compares two papers: which pages and which quantities are the same thing, and what stands in one only. */
export function compareDocuments(
  older: PrintedDocument,
  newer: PrintedDocument,
  options: ComparisonOptions = {},
): Comparison {
  return compareRead(readDocument(older), readDocument(newer), options);
}

/** The second half of compareDocuments, for papers that were read before. */
export function compareRead(older: ReadDocument, newer: ReadDocument, options: ComparisonOptions = {}): Comparison {
  const entries = {
    older: withoutGarbled(older.entries, newer.entries),
    newer: withoutGarbled(newer.entries, older.entries),
  };
  const papers = { older: { ...older, entries: entries.older }, newer: { ...newer, entries: entries.newer } };
  const yearShift = options.yearsApart ?? yearShiftOf(entries.older, entries.newer);
  const corrections = findCorrections(options.corrections ?? [], entries.older, entries.newer);
  const rows = alignPapers(entries, yearShift, corrections);
  const quantities = pairAllQuantities(papers, rows, yearShift);
  const computed = pairPages(rows, entries, { older: older.pages, newer: newer.pages });
  const pages = correctPages(computed, options.pageCorrections ?? []);
  const scanned = new Set(older.pages.filter((page) => page.scanned).map((page) => page.index));
  return {
    papers,
    yearShift,
    rows,
    alone: corrections.alone,
    quantities,
    unmatched: unmatchedIn(entries, quantities),
    restated: yearShift === 1 ? findRestated(rows, quantities, yearOf(entries.older)) : [],
    pages,
    byPlace: pages.filter((pair) => scanned.has(pair[0]) && computed.includes(pair)),
  };
}

function alignPapers(
  { older, newer }: BothPapers<readonly Entry[]>,
  yearShift: number,
  corrections: FoundCorrections,
): EntryPair[] {
  const index = new EntryIndex(yearShift, seriesOf(older, newer, yearShift), renamedHeadings(older, newer));
  return alignEntries(index.index(older, 'older'), index.index(newer, 'newer'), index, corrections);
}

function pairAllQuantities(
  { older, newer }: BothPapers<ReadDocument>,
  rows: readonly EntryPair[],
  yearShift: number,
): ComparedQuantity[] {
  const years = { older: yearOf(older.entries), newer: yearOf(newer.entries) };
  const widths = { older: widthsOf(older), newer: widthsOf(newer) };
  const columns = { older: columnsOf(older.entries), newer: columnsOf(newer.entries) };
  const frame = { yearShift, years, widths, columns };
  const inRows = rows.flatMap((row) => pairQuantities(row, frame).map((pair) => ({ row, ...pair })));
  const taken = new Set(inRows.flatMap((pair) => [pair.older, pair.newer]));
  const repeated = { older: repeatedCells(older.entries), newer: repeatedCells(newer.entries) };
  return [...inRows, ...pairAcrossBands(rows, taken, frame)].map((pair) => ({
    ...{ row: pair.row, older: pair.older, newer: pair.newer },
    ...differenceOf(measured(pair.older), measured(pair.newer)),
    confidence: confidenceOf(pair, repeated),
  }));
}

const widthsOf = ({ pages }: ReadDocument) => new Map(pages.map((page) => [page.index, page.width]));

const measured = ({ quantity, unit }: PlacedQuantity) => ({ value: quantity.value, unit });

function unmatchedIn(
  entries: BothPapers<readonly Entry[]>,
  quantities: readonly ComparedQuantity[],
): Comparison['unmatched'] {
  const taken = new Set(quantities.flatMap(({ older, newer }) => [older, newer]));
  const lone = (entry: Entry) => entry.quantities.flatMap((placed) => (taken.has(placed) ? [] : [{ entry, placed }]));
  return { older: entries.older.flatMap(lone), newer: entries.newer.flatMap(lone) };
}
