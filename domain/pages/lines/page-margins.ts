import { foldText } from '../../quantities/folded-text.ts';
import { heightOf, middleX, middleY } from '../sheet/box.ts';
import { groupBy } from '../sheet/group-by.ts';
import type { Character, PageContent } from '../sheet/page-content.ts';
import { layBaselines } from './baselines.ts';
import type { Baseline, Run } from './line.ts';

/** Parts of the page's height where headers, footers and page numbers stand; of its width, where turned pages have them. */
const TOP = 0.07;
const BOTTOM = 0.91;
const SIDE = 0.1;
/** A text that stands in the margin of this many pages, or of both of two, and of this share of them, is a header or a footer. */
const REPEATED = 3;
const SHARE = 0.25;
const PAGE_NUMBER = /^[-(/]*(?:P\.?)?([0-9]{1,4})(?:[-/][0-9]{1,4})?[-)頁]*$/iu;
/** Part of the height within which a number that counts along with the pages is still theirs; what repeats beside it is a running head. */
const COUNTED = 0.12;
/** Part of the height by which the numbers of a count may stand apart. */
const SAME_PLACE = 0.03;

/** Tells the runs that say where in the paper a page is, not what it is about. */
export function findMarginRuns(pages: Iterable<PageContent>): (run: Run, page: PageContent) => boolean {
  const counts = new Map<string, number>();
  const numbers: NumberedLine[] = [];
  let length = 0;
  for (const page of pages) {
    length += 1;
    numbers.push(...numberedLines(page));
    const candidates = page.characters
      .filter((character) => isInMargin(character, page))
      .map((character) => ({ ...character, page: page.index }));
    const lines = layBaselines(candidates, page.index);
    const seen = new Set(lines.flatMap((line) => line.runs.map((run) => masked(run.text))));
    for (const text of seen) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const few = Math.min(REPEATED, Math.max(2, length));
  const enough = Math.max(few, SHARE * length);
  const counted = findCountedLines(numbers, few);
  const heads = countTexts([...counted.values()].flat());
  return (run, page) => {
    if (isBudgetCaption(run) || isSideOfBudget(run) || isTitle(run, page)) return false;
    if (isOuter(run, page)) return true;
    const line = counted.get(page.index)?.find((one) => isBeside(one, run));
    return line !== undefined && (line.number === run.text || (heads.get(masked(run.text)) ?? 0) >= enough);
  };

  function isOuter(run: Run, page: PageContent): boolean {
    if (!run.characters.every((character) => isInMargin(character, page))) return false;
    return PAGE_NUMBER.test(foldText(run.text).text) || (counts.get(masked(run.text)) ?? 0) >= enough;
  }
}

/** A line in which a number counts along with the pages. */
interface CountedLine extends Baseline {
  readonly number: string;
}

/** A line with a number: how far that is ahead of the page's index, and its height as part of the page's. */
interface NumberedLine {
  readonly line: CountedLine;
  readonly step: number;
  readonly place: number;
}

function numberedLines(page: PageContent): NumberedLine[] {
  const isNear = ({ box }: Character) => Math.abs(middleY(box) / page.height - 0.5) > 0.5 - COUNTED;
  const near = page.characters.filter(isNear).map((character) => ({ ...character, page: page.index }));
  return layBaselines(near, page.index).flatMap((line) =>
    line.runs.flatMap((run) => {
      const digits = PAGE_NUMBER.exec(foldText(run.text).text)?.[1];
      if (digits === undefined) return [];
      const place = middleY(run.box) / page.height;
      return [{ line: { ...line, number: run.text }, step: Number(digits) - page.index, place }];
    }),
  );
}

/** By page, where the numbers of `enough` pages go on from one another at the same height, further in than the margins reach. */
function findCountedLines(candidates: readonly NumberedLine[], enough: number): Map<number, CountedLine[]> {
  const counts = groupBy(candidates, ({ step }) => step);
  const goOn = candidates.filter(({ step, place }) => {
    const near = counts.get(step)!.filter((one) => Math.abs(one.place - place) <= SAME_PLACE);
    return new Set(near.map(({ line }) => line.page)).size >= enough;
  });
  return groupBy(
    goOn.map(({ line }) => line),
    ({ page }) => page,
  );
}

function countTexts(lines: readonly CountedLine[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of lines.flatMap((line) => [...new Set(line.runs.map((run) => masked(run.text)))]))
    counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** （款）２総務費　（項）１総務管理費 heads the rows of every page that it stands on. */
const isBudgetCaption = ({ text }: Run) =>
  /^(?:[（(]?[款項][）)]?(?![一-龠])|[0-9]{1,2}[款項](?!目))/u.test(foldText(text).text);

/** 歳入 and 歳出 head the tables of every account, at the same place on every other page. */
const isSideOfBudget = ({ text }: Run) =>
  /^[（(【]?[0-9]{0,2}[.．]?(?:歳入|歳出|収入|支出)[）)】]?$/u.test(foldText(text).text);

/** In parts of the size of most of a page's type: what is larger is a title, also where every page bears it. */
const LARGER = 1.25;
const isTitle = (run: Run, page: PageContent) =>
  run.characters.length > 2 &&
  !PAGE_NUMBER.test(foldText(run.text).text) &&
  heightOf(run.box) > LARGER * usualSize(page);

const sizes = new WeakMap<PageContent, number>();
/** Points; the middle of all its characters. */
function usualSize(page: PageContent): number {
  const known = sizes.get(page);
  if (known !== undefined) return known;
  const heights = page.characters.map(({ box }) => heightOf(box)).sort((a, b) => a - b);
  const size = heights[heights.length >> 1] ?? 0;
  sizes.set(page, size);
  return size;
}

const isBeside = (line: CountedLine, { box }: Run) => line.box[1] <= middleY(box) && middleY(box) <= line.box[3];

const masked = (text: string) => foldText(text).text.replace(/[0-9]+/gu, '#');

function isInMargin({ box, vertical }: Character, page: PageContent): boolean {
  const y = middleY(box) / page.height;
  if (y < TOP || y > BOTTOM) return true;
  const x = middleX(box) / page.width;
  return vertical && (x < SIDE || x > 1 - SIDE);
}
