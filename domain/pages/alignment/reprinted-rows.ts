import type { IndexedEntry } from './entry-index.ts';

/** So many numbers at the same places are no chance. */
const FEWEST = 4;
/** Part of the rows of either page that both print alike. */
const SAME_PAGE = 0.8;

/**
 * The rows of pages that both papers print to the figure and at the same places: copies of one page, whatever stands before it.
 * What a page belongs to is often said on the page before, which one of the papers may lack or have elsewhere. Rows that a
 * paper prints so on several pages do not tell which page it is.
 */
export function reprintedRows(
  older: readonly IndexedEntry[],
  newer: readonly IndexedEntry[],
): [IndexedEntry, IndexedEntry][] {
  const [before, after] = [printedPages(older), printedPages(newer)];
  const [placesBefore, places] = [placesOf(before), placesOf(after)];
  return [...before].flatMap(([page, rows]) => {
    const telling = [...rows].filter(([print]) => placesBefore.get(print) === page && places.get(print));
    const copy = telling[0] && places.get(telling[0][0]);
    const there = copy ? after.get(copy)! : null;
    if (!there) return [];
    const alike = telling.filter(([print]) => places.get(print) === copy);
    const numbers = alike.reduce((sum, [, { entry }]) => sum + entry.quantities.length, 0);
    if (numbers < FEWEST || alike.length < SAME_PAGE * Math.max(rows.size, there.size)) return [];
    return [...rows].flatMap(([print, row]): [IndexedEntry, IndexedEntry][] => {
      const other = there.get(print);
      return other ? [[row, other]] : [];
    });
  });
}

/** The rows of a page by how they are printed. */
type PrintedPage = ReadonlyMap<string, IndexedEntry>;

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

/** A row's name, figures and their places, in points. */
const printOf = ({ entry: { label, isUnnamed, quantities } }: IndexedEntry) =>
  [
    isUnnamed ? '' : label.key,
    ...quantities.map(({ quantity, box }) => `${quantity.text}@${Math.round(box[0])},${Math.round(box[1])}`),
  ].join('\n');

/** The page on which a row stands so, null where there are several. */
function placesOf(pages: ReadonlyMap<number, PrintedPage>): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (const [page, rows] of pages) for (const print of rows.keys()) places.set(print, places.has(print) ? null : page);
  return places;
}
