import type { Baseline, Run } from '../../lines/line.ts';
import { middleX, middleY, unionOf } from '../../sheet/box.ts';
import type { Rule } from '../../sheet/page-content.ts';
import { SPREAD_HEADERS } from '../../words/header-vocabulary.ts';
import { BUDGET_LEVELS } from '../../words/vocabulary.ts';
import { withTouchingApart } from '../touching-headers.ts';
import { type Band, bandBelow, bandsOf, holdsAmounts, isWithAmounts, runsOf } from './bands.ts';
import { clustersOf, edgesBetween, type Interval, joinedHeaders, middleOf } from './columns-of-type.ts';
import { type Frame, horizontalRulings, type Ruling } from './ruling.ts';
import { overColumns, spansIn } from './spans.ts';

/** Rulings of one table begin and end this near one another, in points. */
export const SAME_END = 3;
/** A line of headers has so many words. */
const FEWEST_HEADERS = 3;

/**
 * Tables that are ruled across only, as frames: headers between two rulings and amounts between those below, with a vertical
 * ruling put between any two columns where the headers and the type below leave room. `lines` gives those of the page, which
 * few pages are asked for.
 */
export function framesAcross(
  rules: readonly Rule[],
  lines: () => readonly Baseline[],
  taken: readonly Frame[],
): Frame[] {
  const beside = stacksBeside(rules, taken);
  const { free } = beside;
  const stacks = beside.stacks.filter((stack) => stack.length > 1);
  if (stacks.length === 0) return [];
  const laid = lines();
  return stacks.flatMap((stack) =>
    tablesIn(stack, laid).flatMap((bands) => {
      const isLast = bands.at(-1)!.bottom === stack.at(-1);
      const below = isLast ? bandBelow(stack.at(-1)!, laid) : null;
      return (below && frameOf([...bands, below], free)) ?? (bands.length > 1 ? frameOf(bands, free) : null) ?? [];
    }),
  );
}

/** The horizontal rulings outside all frames, and those of them that stand below one another. */
export function stacksBeside(rules: readonly Rule[], taken: readonly Frame[]) {
  const isFree = ({ at, from, to }: Ruling) =>
    !taken.some(({ horizontal, vertical }) => {
      const [xs, ys] = [vertical.map((each) => each.at), horizontal.map((each) => each.at)];
      const isBeside = to < Math.min(...xs) || from > Math.max(...xs);
      return !isBeside && at >= Math.min(...ys) - 1 && at <= Math.max(...ys) + 1;
    });
  const free = horizontalRulings(rules).filter(isFree);
  return { free, stacks: stacksOf(free) };
}

/** Rulings of one width below one another. */
function stacksOf(rulings: readonly Ruling[]): Ruling[][] {
  const stacks: Ruling[][] = [];
  for (const ruling of rulings.toSorted((a, b) => a.at - b.at)) {
    const stack = stacks.find(
      ([first]) => Math.abs(first!.from - ruling.from) < SAME_END && Math.abs(first!.to - ruling.to) < SAME_END,
    );
    if (stack) stack.push(ruling);
    else stacks.push([ruling]);
  }
  return stacks;
}

/** The bands of each table: one of headers, then those with amounts. */
function tablesIn(stack: readonly Ruling[], lines: readonly Baseline[]): Band[][] {
  const bands = bandsOf(stack, lines);
  const tables: Band[][] = [];
  let open: Band[] | null = null;
  for (const band of bands) {
    if (isOfHeaders(band)) {
      if (open && open.length > 1) open.push(upToAmounts(open.pop()!));
      open = [band];
      tables.push(open);
    } else if (open && holdsAmounts(band)) open.push(band);
    else open = null;
  }
  return tables;
}

/** Between the rows of a table and the headers of the next stands what heads that one. */
function upToAmounts(band: Band): Band {
  const lines = band.lines.slice(0, band.lines.findLastIndex(isWithAmounts) + 1);
  const end = Math.max(...lines.map(({ box }) => box[3])) + 1;
  return lines.length === band.lines.length ? band : { ...band, bottom: { ...band.bottom, at: end }, lines };
}

const isOfHeaders = (band: Band) => runsOf(band).length >= FEWEST_HEADERS && !holdsAmounts(band);

function frameOf(bands: readonly Band[], rulings: readonly Ruling[]): Frame | null {
  const [given, ...body] = bands;
  const { top, bottom } = given!;
  const lines = body.flatMap((band) => band.lines);
  const header = { ...given!, lines: withOwnHeaders(given!.lines, lines) };
  const end = body.at(-1)!.bottom.at;
  const within = (from: number, to: number) =>
    rulings.filter(
      (ruling) => ruling.at > from + 1 && ruling.at < to - 1 && ruling.from >= top.from - 1 && ruling.to <= top.to + 1,
    );
  const drawn = within(top.at, bottom.at);
  const found = drawn.length > 0 ? drawn : spansIn(header.lines);
  if (found === null) return null;
  // 款 項 目, spread over one column of names
  const choices = [isSpreadHeader, isOfLevels].map((isOne) => headersOf(header, found, isOne));
  const headers = choices.find((choice) => choice.length >= FEWEST_HEADERS && edgesBetween(choice, lines) !== null);
  if (!headers) return null;
  const edges = edgesBetween(headers, lines)!;
  const ends = [top.from, ...edges.map(({ at }) => at), top.to];
  const spans = drawn.length > 0 ? drawn : found.map((span) => overColumns(span, ends));
  const inner = edges.map(({ at, header: index }): Ruling => {
    if (index === null) return { at, from: bottom.at, to: end };
    const beside = headers.slice(index, index + 2).map(middleOf);
    const over = spans.filter(({ from, to }) => beside.every((middle) => middle > from && middle < to));
    return { at, from: Math.max(top.at, ...over.map((span) => span.at)), to: end };
  });
  const outer = [top.from, top.to].map((at): Ruling => ({ at, from: top.at, to: end }));
  return {
    // A ruling over some columns only parts the rows of these: 個人 and 法人 beside one 市民税.
    horizontal: [top, ...spans, bottom, ...within(bottom.at, end), body.at(-1)!.bottom],
    vertical: [outer[0]!, ...inner, outer[1]!],
  };
}

/** The lines of headers with those apart that nearly touch over two columns, but for one that spans what stands below it. */
function withOwnHeaders(headers: readonly Baseline[], rows: readonly Baseline[]): Baseline[] {
  const columns = clustersOf(rows).map(({ from, to }) => [from, to] as const);
  return headers.map((line) => {
    const below = headers.flatMap((other) => (middleY(other.box) > line.box[3] ? other.runs : []));
    const isInMiddle = ({ box }: Run) => {
      const own = below.filter((other) => other.box[0] < box[2] && other.box[2] > box[0]);
      return own.length === 0 || Math.abs(middleX(unionOf(own.map((run) => run.box))) - middleX(box)) < line.size;
    };
    const apart = withTouchingApart(line, columns);
    return apart.runs.every((run) => line.runs.includes(run) || isInMiddle(run)) ? apart : line;
  });
}

type AreOne = (first: string, second: string) => boolean;
/** 説 and 明, each at an end of the column. */
const isSpreadHeader: AreOne = (first, second) => SPREAD_HEADERS.includes(first + second);
const LEVELS = new RegExp(`^[${BUDGET_LEVELS.join('')}]+$`, 'u');
const isOfLevels: AreOne = (first, second) => isSpreadHeader(first, second) || LEVELS.test(first + second);

/** The headers of single columns, from the left: no words over a ruling that spans others. */
function headersOf({ lines }: Band, spans: readonly Ruling[], areOne: AreOne): Interval[] {
  const isSpanning = ({ box }: Run) =>
    spans.some(({ at, from, to }) => middleY(box) < at && middleX(box) > from && middleX(box) < to);
  return joinedHeaders(
    lines.flatMap(({ runs }) => {
      const own = runs.filter((run) => !isSpanning(run));
      return own.reduce<Interval[]>((headers, { box, text }, index) => {
        const isPart = index > 0 && areOne(own[index - 1]!.text, text);
        const from = isPart ? headers.pop()!.from : box[0];
        return headers.concat({ from, to: box[2] });
      }, []);
    }),
  );
}
