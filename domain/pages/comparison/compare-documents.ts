import { differenceOf } from '../../quantities/difference.ts';
import { alignEntries, type EntryPair } from '../alignment/align-entries.ts';
import { findCorrections, type LineCorrection } from '../alignment/corrections.ts';
import { LabelIndex } from '../alignment/entry-index.ts';
import { labelsInSeries, yearOf, yearShiftOf } from '../alignment/paper-years.ts';
import type { Entry, PlacedQuantity } from '../entries/entry.ts';
import { labelText } from '../entries/entry.ts';
import { readEntries } from '../entries/read-entries.ts';
import type { PageContent } from '../sheet/page-content.ts';
import { type BandPair, pairAcrossBands } from './bands.ts';
import { columnYearsOf } from './column-years.ts';
import type { ComparedQuantity, Comparison, RestatedQuantity, ShownQuantity, UnmatchedQuantity } from './comparison.ts';
import { correctPages, type PagePair, pairPages } from './page-pairs.ts';
import { type PageWidths, pairQuantities, type QuantityPair } from './quantity-pairs.ts';
import { findRestated } from './restated.ts';

/** One paper as the comparison takes it. */
export interface ComparedDocument {
  readonly pages: readonly PageContent[];
  /** The page number printed on each page, null where there is none. */
  readonly pageLabels: readonly (string | null)[];
}

/** A comparison with the pairs of rows it rests on, for whoever wants the reasons. */
export interface ExplainedComparison extends Comparison {
  readonly entries: { readonly older: readonly Entry[]; readonly newer: readonly Entry[] };
  readonly rows: readonly EntryPair[];
  /** How many years the new paper is ahead. */
  readonly yearShift: number;
}

/** What the comparison keeps of a page. */
export type PageOutline = Pick<PageContent, 'index' | 'width' | 'scanned'>;

/** A paper that has been read: what the comparison needs of it, without the characters of its pages. */
export interface ReadDocument {
  readonly pages: readonly PageOutline[];
  readonly pageLabels: readonly (string | null)[];
  readonly entries: readonly Entry[];
}

export function readDocument({ pages, pageLabels }: ComparedDocument): ReadDocument {
  const outlines = pages.map(({ index, width, scanned }) => ({ index, width, scanned }));
  return { pages: outlines, pageLabels, entries: readEntries(pages) };
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
  older: ComparedDocument,
  newer: ComparedDocument,
  options: ComparisonOptions = {},
): ExplainedComparison {
  return compareRead(readDocument(older), readDocument(newer), options);
}

/** The second half of compareDocuments, for papers that were read before: of a large paper little is then in memory. */
export function compareRead(
  older: ReadDocument,
  newer: ReadDocument,
  options: ComparisonOptions = {},
): ExplainedComparison {
  const entries = { older: older.entries, newer: newer.entries };
  const yearShift = options.yearsApart ?? yearShiftOf(entries.older, entries.newer);
  const index = new LabelIndex(yearShift, labelsInSeries(entries.older, entries.newer, yearShift));
  const indexed = { older: index.index(entries.older, 'old'), newer: index.index(entries.newer, 'new') };
  const corrections = findCorrections(options.corrections ?? [], entries.older, entries.newer);
  const rows = alignEntries(indexed.older, indexed.newer, index, corrections);
  const years = { older: yearOf(entries.older), newer: yearOf(entries.newer) };
  const widths: PageWidths = { older: widthsOf(older.pages), newer: widthsOf(newer.pages) };
  const columnYears = { older: columnYearsOf(entries.older), newer: columnYearsOf(entries.newer) };
  const show = { older: shower(older), newer: shower(newer) };
  const inRows = rows.flatMap((row) =>
    pairQuantities(row, yearShift, years, widths, columnYears).map((pair) => ({ row, pair })),
  );
  const across = pairAcrossBands(rows, takenBy(inRows));
  const found = [...inRows, ...across].map((each) => ({ ...each, label: labelText(each.row.newer.entry) }));
  const restatable = found.map(({ row, pair }) => ({ entry: row.newer.entry, older: pair.older, newer: pair.newer }));
  const taken = takenBy(found);
  const computed = pairPages(rows, entries, { older: older.pages, newer: newer.pages });
  const pages = correctPages(computed, options.pageCorrections ?? []);
  const scanned = new Set(older.pages.filter((page) => page.scanned).map((page) => page.index));
  return {
    pages,
    byPlace: pages.filter((pair) => scanned.has(pair[0]) && computed.includes(pair)),
    quantities: found.map((each) => compared(each, show)),
    unmatched: {
      old: entries.older.flatMap((entry) => unmatched(entry, taken, show.older)),
      new: entries.newer.flatMap((entry) => unmatched(entry, taken, show.newer)),
    },
    restated: yearShift === 1 ? findRestated(rows, restatable, years.older).map((pair) => restated(pair, show)) : [],
    entries,
    rows,
    yearShift,
  };
}

const takenBy = (found: readonly BandPair[]) => new Set(found.flatMap(({ pair }) => [pair.older, pair.newer]));

type Show = (placed: PlacedQuantity) => ShownQuantity;
interface Shows {
  readonly older: Show;
  readonly newer: Show;
}

const widthsOf = (pages: readonly PageOutline[]) => new Map(pages.map((page) => [page.index, page.width]));

function shower({ pages, pageLabels }: ReadDocument): Show {
  const labels = new Map(pages.map((page, i) => [page.index, pageLabels[i] ?? null]));
  return ({ page, box, quantity, unit }) => ({
    page,
    pageLabel: labels.get(page) ?? null,
    text: quantity.text,
    value: quantity.value,
    unit: unit?.text ?? null,
    box,
  });
}

/** One string for all quantities of a column. */
const columnTexts = new WeakMap<PlacedQuantity['column'], string>();
function columnText({ column }: PlacedQuantity): string {
  const known = columnTexts.get(column);
  if (known !== undefined) return known;
  const text = column.map((label) => label.printed).join(' > ');
  columnTexts.set(column, text);
  return text;
}

/** Two quantities of a row that are the same, with the row's name in the new paper. */
interface FoundPair {
  readonly row: EntryPair;
  readonly pair: QuantityPair;
  readonly label: string;
}

function compared({ row, pair, label }: FoundPair, show: Shows): ComparedQuantity {
  const { older, newer, columns } = pair;
  return {
    label,
    column: columnText(newer),
    unit: newer.unit?.text ?? null,
    old: show.older(older),
    new: show.newer(newer),
    ...differenceOf(
      { value: older.quantity.value, unit: older.unit },
      { value: newer.quantity.value, unit: newer.unit },
    ),
    confidence: Math.round(row.similarity.score * columns * 1000) / 1000,
    moved: row.moved,
    corrected: row.corrected,
  };
}

function unmatched(entry: Entry, taken: ReadonlySet<PlacedQuantity>, show: Show): UnmatchedQuantity[] {
  const own = entry.quantities.filter((placed) => !taken.has(placed));
  if (own.length === 0) return [];
  const label = labelText(entry);
  return own.map((placed) => ({ label, column: columnText(placed), ...show(placed) }));
}

function restated({ entry, older, newer }: ReturnType<typeof findRestated>[number], show: Shows): RestatedQuantity {
  return {
    label: labelText(entry),
    column: columnText(newer),
    unit: newer.unit?.text ?? null,
    old: show.older(older),
    new: show.newer(newer),
    difference: differenceOf(
      { value: older.quantity.value, unit: older.unit },
      { value: newer.quantity.value, unit: newer.unit },
    ).difference,
  };
}
