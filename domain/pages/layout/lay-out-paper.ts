import { joinShiftedNumbers } from '../lines/loose-line.ts';
import { findMarginRuns } from '../lines/page-margins.ts';
import type { Box, PageContent } from '../sheet/page-content.ts';
import { type TurnedPage, turnPage } from '../sheet/turned-page.ts';
import { findImpliedTables } from '../tables/unruled/implied-table.ts';
import { withWholeYears } from '../tables/year-rows.ts';
import { joinFacing } from './facing-tables.ts';
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

export function layOutPaper(printed: readonly PageContent[]): LaidPaper {
  const turned = new Map<number, TurnedPage>();
  const pages = printed.map((page) => {
    const turnedPage = turnPage(page);
    if (turnedPage) turned.set(page.index, turnedPage);
    return turnedPage?.page ?? page;
  });
  return { pages: layOut(pages), back: (page, box) => turned.get(page)?.back(box) ?? box };
}

function* layOut(pages: readonly PageContent[]): Generator<LaidPage> {
  const isMargin = findMarginRuns(pages);
  let next = pages[0] && piecesOf(pages[0]);
  for (const [position, page] of pages.entries()) {
    const following = pages[position + 1];
    let pieces = next!;
    next = following && piecesOf(following);
    if (next) [pieces, next] = joinFacing(pieces, next);
    if (page.scanned) continue;
    const grids = pieces.grids.map(withAllRows);
    // A page number stands alone on its line; a number at the foot of the page beside words is not one.
    const kept = pieces.lines.filter((line) => !line.runs.every((run) => isMargin(run, page)));
    const implied = findImpliedTables(joinShiftedNumbers(kept), page.rules, page.index);
    const blocks = inReadingOrder([...grids, ...implied.grids.map(withWholeYears)], implied.lines);
    yield { index: page.index, blocks: withOwnCaptions(blocks) };
  }
}
