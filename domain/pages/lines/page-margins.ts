import { foldText } from '../../quantities/folded-text.ts';
import { middleX, middleY } from '../sheet/box.ts';
import type { PageContent } from '../sheet/page-content.ts';
import { layBaselines } from './baselines.ts';
import type { PlacedCharacter, Run } from './line.ts';

/** Parts of the page's height where headers, footers and page numbers stand; of its width, where turned pages have them. */
const TOP = 0.07;
const BOTTOM = 0.91;
const SIDE = 0.1;
/** A text that stands in the margin of this many pages, and of this share of them, is a header or a footer. */
const REPEATED = 3;
const SHARE = 0.25;
const PAGE_NUMBER = /^[-(/P]*[0-9]{1,4}(?:[-/][0-9]{1,4})?[-)頁]*$/u;

/** Tells the runs that say where in the paper a page is, not what it is about. */
export function findMarginRuns(pages: readonly PageContent[]): (run: Run, page: PageContent) => boolean {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const candidates = page.characters
      .map((character) => ({ ...character, page: page.index }))
      .filter((character) => isInMargin(character, page));
    const lines = layBaselines(candidates, page.index);
    const seen = new Set(lines.flatMap((line) => line.runs.map((run) => masked(run.text))));
    for (const text of seen) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const enough = Math.max(REPEATED, SHARE * pages.length);
  return (run, page) => {
    if (!run.characters.every((character) => isInMargin(character, page))) return false;
    return PAGE_NUMBER.test(foldText(run.text).text) || (counts.get(masked(run.text)) ?? 0) >= enough;
  };
}

const masked = (text: string) => foldText(text).text.replace(/[0-9]+/gu, '#');

function isInMargin({ box, vertical }: PlacedCharacter, page: PageContent): boolean {
  const y = middleY(box) / page.height;
  if (y < TOP || y > BOTTOM) return true;
  const x = middleX(box) / page.width;
  return vertical && (x < SIDE || x > 1 - SIDE);
}
