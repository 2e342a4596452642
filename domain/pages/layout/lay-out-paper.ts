import type { Baseline } from '../lines/line.ts';
import { joinShiftedNumbers } from '../lines/loose-line.ts';
import { findMarginRuns } from '../lines/page-margins.ts';
import type { Box, PageContent } from '../sheet/page-content.ts';
import { type TurnedPage, turnPage } from '../sheet/turned-page.ts';
import type { Grid } from '../tables/grid.ts';
import { isRuledLike } from '../tables/unruled/continued-table.ts';
import { findImpliedTables, type ImpliedTables } from '../tables/unruled/implied-table.ts';
import { withWholeYears } from '../tables/year-rows.ts';
import { partChartLabels } from './amounts-below-names.ts';
import { joinFacing, type PagePieces } from './facing-tables.ts';
import { piecesOf, withAllRows } from './page-pieces.ts';
import { withOwnCaptions } from './tables-beside.ts';
import { type Block, inReadingOrder } from './text-columns.ts';

/** The tables and lines of a page in the order they are read, without what its margins hold. */
export interface LaidPage {
  readonly index: number;
  readonly blocks: readonly Block[];
}

/** A paper as its readers start from it. A page on its side lies turned, with its type running to the right. */
export interface LaidPaper {
  /** One after another, so that a long paper is never in memory as a whole; scanned pages are left out. */
  readonly pages: Iterable<LaidPage>;
  /** A place on a page, as it is laid out, where the page shows it. */
  readonly back: (page: number, box: Box) => Box;
}

/** Goes through the pages twice: what their margins hold shows only in all of them. */
export function layOutPaper(printed: Iterable<PageContent>): LaidPaper {
  const backs = new Map<number, TurnedPage['back']>();
  const isMargin = findMarginRuns(turnPages(printed, backs));
  return { pages: layOut(turnPages(printed, backs), isMargin), back: (page, box) => backs.get(page)?.(box) ?? box };
}

function* turnPages(printed: Iterable<PageContent>, backs: Map<number, TurnedPage['back']>): Generator<PageContent> {
  for (const page of printed) {
    const turned = turnPage(page);
    if (turned) backs.set(page.index, turned.back);
    yield turned?.page ?? page;
  }
}

type IsMargin = ReturnType<typeof findMarginRuns>;

/** A page waits for the next one: half of its tables may lie there. */
function* layOut(pages: Iterable<PageContent>, isMargin: IsMargin): Generator<LaidPage> {
  let open: { readonly page: PageContent; readonly pieces: PagePieces } | null = null;
  let earlier: LastTable | null = null;
  const laid = (page: PageContent, pieces: PagePieces): LaidPage[] => {
    const { blocks, last } = blocksOf(page, pieces, { isMargin, earlier });
    earlier = last;
    return page.scanned ? [] : [{ index: page.index, blocks }];
  };
  for (const page of pages) {
    let pieces = piecesOf(page, open?.pieces.grids.at(-1) ?? null);
    if (open) {
      const [left, right]: readonly [PagePieces, PagePieces] = joinFacing(open.pieces, pieces);
      yield* laid(open.page, left);
      pieces = right;
    }
    open = { page, pieces };
  }
  if (open) yield* laid(open.page, open.pieces);
}

/** The table at the end of a page, and whether ruling lines part its rows. */
interface LastTable {
  readonly grid: Grid;
  readonly isRuled: boolean;
}

interface Before {
  readonly isMargin: IsMargin;
  /** That of the page before. */
  readonly earlier: LastTable | null;
}

/** What stands on a page, and the table that ends it. */
function blocksOf(
  page: PageContent,
  pieces: PagePieces,
  { isMargin, earlier }: Before,
): { readonly blocks: readonly Block[]; readonly last: LastTable | null } {
  if (page.scanned) return { blocks: [], last: null };
  const ruled = pieces.grids.map(withAllRows);
  // A page number stands alone on its line; a number at the foot of the page beside words is not one.
  const kept = pieces.lines.filter((line) => !line.runs.every((run) => isMargin(run, page)));
  const mayGoOn = earlier && ruled.length === 0 && (!earlier.isRuled || isRuledLike(earlier.grid, page.rules));
  const { labels, rest } = partChartLabels(joinShiftedNumbers(kept));
  const implied = findImpliedTables(rest, page, mayGoOn ? earlier.grid : null);
  const grids = [...ruled, ...implied.grids.map(withWholeYears)];
  const asides = pieces.boxes.map(({ box, lines }) => ({ box, aside: blocksInBox(lines, page) }));
  const blocks = inReadingOrder(grids, [...implied.lines, ...labels], asides);
  return { blocks: withOwnCaptions(blocks), last: lastOf(ruled, implied, kept) };
}

function blocksInBox(lines: readonly Baseline[], page: PageContent): Block[] {
  const { labels, rest } = partChartLabels(joinShiftedNumbers(lines));
  const implied = findImpliedTables(rest, page);
  return inReadingOrder(implied.grids.map(withWholeYears), [...implied.lines, ...labels]);
}

/** Null where something stands below all tables. */
function lastOf(ruled: readonly Grid[], implied: ImpliedTables, lines: readonly Baseline[]): LastTable | null {
  const tables = [
    ...ruled.map((grid) => ({ grid, isRuled: true })),
    ...implied.grids.map((grid) => ({ grid, isRuled: false })),
  ].sort((a, b) => a.grid.box[3] - b.grid.box[3]);
  const last = tables.at(-1);
  return last && lines.every((line) => line.box[1] < last.grid.box[3]) ? last : null;
}
