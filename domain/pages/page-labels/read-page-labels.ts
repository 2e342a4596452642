import { readLines } from '../lines/lines.ts';
import { middleX, middleY } from '../sheet/box.ts';
import { groupBy } from '../sheet/group-by.ts';
import type { PageContent } from '../sheet/page-content.ts';
import { type PrintedNumber, parsePageNumber } from './printed-number.ts';

/** Parts of the page, from the top and the bottom, where page numbers stand; at the sides where a page is bound sideways. */
const margin = 0.12;
/** Pages that must go on counting together before a bare number is believed. */
const bareRun = 3;
/** Parts of the page: how far a number that goes on counting may move from its edge. */
const samePlace = 0.03;

interface Candidate extends PrintedNumber {
  readonly page: number;
  readonly isSideways: boolean;
  /** Parts of the page, from the top or, sideways, from the left: the middle of the number. */
  readonly place: number;
  /** Parts of the page, across its reading: the middle of the number. */
  readonly across: number;
}

/**
 * The page number printed on each page, one for each of the given pages of one document: `149` of ― 149 ―, `9` of
 * 資料１－９ (`1-9` where the first number changes within the document), `iv`; null where there is none. A number counts as one
 * only when it goes on with the pages; a page that is a picture takes its number from the page beside it. A sheet with two
 * printed pages beside each other has both: `19・20`.
 */
export function readPageLabels(pages: readonly PageContent[]): (string | null)[] {
  const candidates = pages.map(findCandidates);
  const sheets = findSheets(candidates);
  const runs = collectRuns(candidates.flat());
  const chosen = candidates.map((ofPage) => chooseCandidate(ofPage, runs, pages.length));
  const prefixes = new Set(chosen.flatMap((candidate) => (candidate?.prefix ? [candidate.prefix] : [])));
  const numbered = fillPictures(pages, chosen);
  return numbered.map((candidate, position) => {
    const sheet = sheets[position];
    if (sheet) return sheet.map(({ format, value }) => format(value)).join('・');
    if (!candidate) return null;
    const number = candidate.format(candidate.value);
    return candidate.prefix && prefixes.size > 1 ? `${candidate.prefix}-${number}` : number;
  });
}

/** All that `readPageLabels` looks at of a page: enough to keep of a long document. */
export function keepMargins(page: PageContent): PageContent {
  const characters = page.characters.filter(({ box, vertical }) =>
    vertical
      ? box[2] <= page.width * margin || box[0] >= page.width * (1 - margin)
      : box[3] <= page.height * margin || box[1] >= page.height * (1 - margin),
  );
  return { ...page, characters, rules: [] };
}

function findCandidates(page: PageContent, position: number): Candidate[] {
  return readLines(keepMargins(page)).flatMap(({ text, box, vertical }) => {
    const number = parsePageNumber(text);
    if (!number) return [];
    const place = vertical ? middleX(box) / page.width : middleY(box) / page.height;
    const across = vertical ? middleY(box) / page.height : middleX(box) / page.width;
    return [{ ...number, page: position, isSideways: vertical, place, across }];
  });
}

type Sheet = readonly [lower: Candidate, higher: Candidate];

/** For each page the numbers of two printed pages on it, one in each half, where these go on from sheet to sheet. */
function findSheets(candidates: readonly (readonly Candidate[])[]): (Sheet | undefined)[] {
  const pairs = candidates.map((ofPage) => ofPage.flatMap((lower) => pairOf(lower, ofPage)));
  const sequence = ([{ style, prefix, value, page }]: Sheet) => `${style} ${prefix} ${value - 2 * page}`;
  const counts = new Map<string, number>();
  for (const pair of pairs.flat()) counts.set(sequence(pair), (counts.get(sequence(pair)) ?? 0) + 1);
  const needed = Math.min(bareRun, Math.max(2, candidates.length));
  return pairs.map((ofPage) =>
    ofPage.find((pair) => counts.get(sequence(pair))! >= (pair[0].isDecorated ? 1 : needed)),
  );
}

/** The number that follows on the same line in the other half. */
function pairOf(lower: Candidate, ofPage: readonly Candidate[]): Sheet[] {
  const isNext = (other: Candidate) =>
    other.value === lower.value + 1 && other.style === lower.style && other.prefix === lower.prefix;
  const higher = ofPage.find(
    (other) => isNext(other) && isSamePlace(other, lower) && (other.across - 0.5) * (lower.across - 0.5) < 0,
  );
  return higher ? [[lower, higher]] : [];
}

/** Candidates by what stays the same while they count: style, prefix and the distance to the page's index. */
const collectRuns = (candidates: readonly Candidate[]) => groupBy(candidates, sequenceOf);

function sequenceOf({ style, prefix, value, page }: Candidate): string {
  return `${style} ${prefix} ${value - page}`;
}

function chooseCandidate(
  ofPage: readonly Candidate[],
  runs: ReadonlyMap<string, readonly Candidate[]>,
  pageCount: number,
): Candidate | undefined {
  const believed = ofPage.flatMap((candidate) => {
    const run = (runs.get(sequenceOf(candidate)) ?? []).filter((other) => isSamePlace(other, candidate));
    const support = countPages(run, candidate.page);
    const needed = candidate.isDecorated ? 1 : Math.min(bareRun, Math.max(2, pageCount));
    return support >= needed ? [{ candidate, support }] : [];
  });
  const weight = ({ candidate, support }: (typeof believed)[number]) => support + (candidate.isDecorated ? 1_000 : 0);
  return believed.toSorted((one, other) => weight(other) - weight(one))[0]?.candidate;
}

function isSamePlace(one: Candidate, other: Candidate): boolean {
  return one.isSideways === other.isSideways && Math.abs(one.place - other.place) <= samePlace;
}

/** The pages of the run around the given page, over at most as many unnumbered ones as it has numbered. */
function countPages(run: readonly Candidate[], page: number): number {
  const near = run.filter((candidate) => Math.abs(candidate.page - page) <= 2 * run.length + 2);
  return new Set(near.map((candidate) => candidate.page)).size;
}

/** A page that is a picture has its number in the picture: it goes on from its neighbour. */
function fillPictures(
  pages: readonly PageContent[],
  chosen: readonly (Candidate | undefined)[],
): (Candidate | undefined)[] {
  const filled = [...chosen];
  const fill = (position: number, from: number) => {
    const neighbour = filled[from];
    if (filled[position] || !pages[position]?.scanned || !neighbour) return;
    const value = neighbour.value + position - from;
    if (value >= 1) filled[position] = { ...neighbour, value, page: position };
  };
  for (let position = 1; position < pages.length; position++) fill(position, position - 1);
  for (let position = pages.length - 2; position >= 0; position--) fill(position, position + 1);
  return filled;
}
