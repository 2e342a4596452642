import { foldText } from '../quantities/folded-text.ts';
import { type Baseline, layBaselines, middleX, middleY } from './cell-text.ts';
import type { PageContent } from './page-content.ts';

/** Parts of the page's height and width where headers, footers and page numbers stand. */
const TOP = 0.09;
const BOTTOM = 0.91;
const SIDE = 0.07;
/** A text that stands in the margin of this many pages is a header or a footer. */
const REPEATED = 3;
const PAGE_NUMBER = /^[-(/P]*[0-9]{1,4}(?:[-/][0-9]{1,4})?[-)頁]*$/u;

/** For each page the boxes, as keys, of the runs in its margins that say where it is and not what it is about. */
export function findMarginRuns(
  pages: readonly PageContent[],
): (text: string, page: PageContent, box: Baseline['box']) => boolean {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const seen = new Set<string>();
    const candidates = page.characters
      .filter(({ box }) => isInMargin(page, box))
      .map((c) => ({ ...c, page: page.index }));
    for (const line of layBaselines(candidates, page.index)) for (const run of line.runs) seen.add(masked(run.text));
    for (const text of seen) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return (text, page, box) => {
    if (!isInMargin(page, box)) return false;
    return PAGE_NUMBER.test(foldText(text).text) || (counts.get(masked(text)) ?? 0) >= REPEATED;
  };
}

const masked = (text: string) => foldText(text).text.replace(/[0-9]+/gu, '#');

function isInMargin(page: PageContent, box: Baseline['box']): boolean {
  const y = middleY(box) / page.height;
  const x = middleX(box) / page.width;
  return y < TOP || y > BOTTOM || x < SIDE || x > 1 - SIDE;
}
