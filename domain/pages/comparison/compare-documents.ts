import { differenceOf } from '../../quantities/difference.ts';
import { alignEntries, type EntryPair } from '../alignment/align-entries.ts';
import { type FoundCorrections, findCorrections, type LineCorrection } from '../alignment/corrections.ts';
import type { Entry, PlacedQuantity } from '../entries/entry.ts';
import { type PrintedDocument, type ReadDocument, readDocument } from '../entries/read-document.ts';
import { pairAcrossBands } from './bands.ts';
import { confidenceOf } from './doubt.ts';
import { correctPages, type PagePair, pairPages } from './page-pairs.ts';
import { type BothPapers, type PreparedPapers, preparePapers } from './prepared-papers.ts';
import { pairQuantities } from './quantity-pairs.ts';
import { findRestated, type RestatedPair } from './restated.ts';
import { type JudgedRows, judgeByParents } from './under-others.ts';

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

/** What people said of two papers. */
export interface Corrections {
  /** Of lines; it holds against what the comparison finds, the later against the earlier. */
  readonly corrections?: readonly LineCorrection[];
  /** Pages that people put beside each other; they replace every computed pair of either. */
  readonly pageCorrections?: readonly PagePair[];
}

export interface ComparisonOptions extends Corrections {
  /** Fiscal years between the papers where that is known; otherwise it is read from their headings. */
  readonly yearsApart?: number;
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
  return comparePrepared(preparePapers(older, newer, options.yearsApart), options);
}

/** The same for papers that are compared again and again while a person corrects their lines. */
export function comparePrepared(prepared: PreparedPapers, corrected: Corrections): Comparison {
  const { papers, entries, index, frame } = prepared;
  const corrections = findCorrections(corrected.corrections ?? [], papers.older.entries, papers.newer.entries);
  const aligned = alignEntries(entries.older, entries.newer, index, corrections);
  const judged = judgeByParents(aligned, papers.older.entries, papers.newer.entries);
  const { rows } = judged;
  const quantities = pairAllQuantities(judged, prepared);
  const computed = pairPages(
    rows,
    quantities,
    { older: papers.older.entries, newer: papers.newer.entries },
    { older: papers.older.pages, newer: papers.newer.pages },
  );
  const pages = correctPages(computed, corrected.pageCorrections ?? []);
  const scanned = new Set(papers.older.pages.filter((page) => page.scanned).map((page) => page.index));
  return {
    papers,
    yearShift: frame.yearShift,
    rows,
    alone: corrections.alone,
    quantities,
    unmatched: unmatchedIn(papers, quantities),
    restated: frame.yearShift === 1 ? findRestated(rows, quantities, frame.years.older) : [],
    pages,
    byPlace: pages.filter((pair) => scanned.has(pair[0]) && computed.includes(pair)),
  };
}

function pairAllQuantities({ rows, underOthers }: JudgedRows, { frame, repeated }: PreparedPapers): ComparedQuantity[] {
  const inRows = rows.flatMap((row) => pairQuantities(row, frame).map((pair) => ({ row, ...pair })));
  const taken = new Set(inRows.flatMap((pair) => [pair.older, pair.newer]));
  return [...inRows, ...pairAcrossBands(rows, taken, frame)].map((pair) => ({
    ...{ row: pair.row, older: pair.older, newer: pair.newer },
    ...differenceOf(measured(pair.older), measured(pair.newer)),
    confidence: confidenceOf(pair, repeated, underOthers),
  }));
}

const measured = ({ quantity, unit }: PlacedQuantity) => ({ value: quantity.value, unit });

function unmatchedIn(
  { older, newer }: BothPapers<ReadDocument>,
  quantities: readonly ComparedQuantity[],
): Comparison['unmatched'] {
  const taken = new Set(quantities.flatMap((pair) => [pair.older, pair.newer]));
  const lone = (entry: Entry) => entry.quantities.flatMap((placed) => (taken.has(placed) ? [] : [{ entry, placed }]));
  return { older: older.entries.flatMap(lone), newer: newer.entries.flatMap(lone) };
}
