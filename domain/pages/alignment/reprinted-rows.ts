import type { Box } from '../sheet/page-content.ts';
import type { IndexedEntry } from './entry-index.ts';

/** So many numbers at the same places are no chance. */
const FEWEST = 4;
/** Part of the rows of either page that both print alike. */
const SAME_PAGE = 0.8;

/**
 * The rows of pages that both papers print to the figure and at the same places: copies of one page, whatever stands before it.
 * What a page belongs to is often said on the page before, which one of the papers may lack or have elsewhere. Which page
 * it is, only lines tell that either paper prints so on one page alone.
 */
export function reprintedRows(
  older: readonly IndexedEntry[],
  newer: readonly IndexedEntry[],
): [IndexedEntry, IndexedEntry][] {
  const [before, after] = [printedPages(older), printedPages(newer)];
  const [linesBefore, linesAfter] = [pagesOfLines(older), pagesOfLines(newer)];
  const copies = new Map<number, number>();
  const taken = new Set<number>();
  for (const [line, page] of linesBefore) {
    const copy = linesAfter.get(line);
    if (page === null || !copy || copies.has(page) || taken.has(copy)) continue;
    copies.set(page, copy);
    taken.add(copy);
  }
  return [...copies].flatMap(([page, copy]) => {
    const [rows, there] = [before.get(page), after.get(copy)];
    return rows && there ? alikeRows(rows, there) : [];
  });
}

/** The rows of a page by how they are printed. */
type PrintedPage = ReadonlyMap<string, IndexedEntry>;

function alikeRows(rows: PrintedPage, there: PrintedPage): [IndexedEntry, IndexedEntry][] {
  const alike = [...rows].flatMap(([print, row]): [IndexedEntry, IndexedEntry][] => {
    const other = there.get(print);
    return other ? [[row, other]] : [];
  });
  const numbers = alike.reduce((sum, [{ entry }]) => sum + entry.quantities.length, 0);
  return numbers >= FEWEST && alike.length >= SAME_PAGE * Math.max(rows.size, there.size) ? alike : [];
}

function printedPages(entries: readonly IndexedEntry[]): Map<number, PrintedPage> {
  const pages = new Map<number, Map<string, IndexedEntry>>();
  for (const each of entries) {
    const { page, quantities } = each.entry;
    if (quantities.length === 0 || quantities.some((placed) => placed.page !== page)) continue;
    const rows = pages.get(page) ?? new Map<string, IndexedEntry>();
    pages.set(page, rows.set(printOf(each), each));
  }
  return pages;
}

/** A line's words, figures and their places, in points. */
const printOf = ({ entry: { label, box, isUnnamed, quantities } }: IndexedEntry) =>
  [
    isUnnamed ? '' : label.key,
    ...(quantities.length === 0 ? [placeOf(box)] : []),
    ...quantities.map((placed) => `${placed.quantity.text}@${placeOf(placed.box)}`),
  ].join('\n');

const placeOf = ([x, y]: Box) => `${Math.round(x)},${Math.round(y)}`;

/** The page on which a line stands so, null where there are several. */
function pagesOfLines(entries: readonly IndexedEntry[]): Map<string, number | null> {
  const pages = new Map<string, number | null>();
  for (const each of entries) {
    const print = printOf(each);
    const known = pages.get(print);
    pages.set(print, known === undefined || known === each.entry.page ? each.entry.page : null);
  }
  return pages;
}
