import { isAmount } from '../../lines/amounts.ts';
import { type Baseline, lineOf, type PlacedCharacter, type Run } from '../../lines/line.ts';
import { middleX, middleY } from '../../sheet/box.ts';
import type { Box, Rule } from '../../sheet/page-content.ts';
import { SPREAD_HEADERS } from '../../words/header-vocabulary.ts';
import { BUDGET_LEVELS } from '../../words/vocabulary.ts';
import { type Frame, horizontalRulings, type Ruling } from './ruling.ts';

/** Rulings of one table begin and end this near one another, in points. */
const SAME_END = 3;
/** A line of headers has so many words. */
const FEWEST_HEADERS = 3;
/** In parts of the size of the type: a number this near before words numbers them. */
const NUMBERING_GAP = 2;
/** In parts of it: digits of one number stand nearer, or all of them are spread. */
const APART = 0.3;

interface Interval {
  readonly from: number;
  readonly to: number;
}

const middleOf = ({ from, to }: Interval) => (from + to) / 2;

/** What stands between two rulings that go across a table. */
interface Band {
  readonly top: Ruling;
  readonly bottom: Ruling;
  readonly lines: readonly Baseline[];
}

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
  const isFree = ({ at, from, to }: Ruling) =>
    !taken.some(({ horizontal, vertical }) => {
      const [xs, ys] = [vertical.map((each) => each.at), horizontal.map((each) => each.at)];
      const isBeside = to < Math.min(...xs) || from > Math.max(...xs);
      return !isBeside && at >= Math.min(...ys) - 1 && at <= Math.max(...ys) + 1;
    });
  const free = horizontalRulings(rules).filter(isFree);
  const stacks = stacksOf(free).filter((stack) => stack.length > 2);
  if (stacks.length === 0) return [];
  const laid = lines();
  return stacks.flatMap((stack) => tablesIn(stack, laid).flatMap((bands) => frameOf(bands, free) ?? []));
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
  const bands = stack.slice(1).map((bottom, index): Band => {
    const top = stack[index]!;
    // A line of the page may go on beside the table.
    const inside = lines.flatMap((line) => {
      const runs = line.runs.filter(({ box }) => middleX(box) > top.from && middleX(box) < top.to);
      const isInside = middleY(line.box) > top.at && middleY(line.box) < bottom.at && runs.length > 0;
      return isInside ? [lineOf(runs, line)] : [];
    });
    return { top, bottom, lines: inside };
  });
  const tables: Band[][] = [];
  let open: Band[] | null = null;
  for (const band of bands) {
    if (isOfHeaders(band)) {
      open = [band];
      tables.push(open);
    } else if (open && holdsAmounts(band)) open.push(band);
    else open = null;
  }
  return tables.filter((table) => table.length > 1);
}

const runsOf = ({ lines }: Band) => lines.flatMap(({ runs }) => runs);
const holdsAmounts = (band: Band) => runsOf(band).some(isAmount);
const isOfHeaders = (band: Band) => runsOf(band).length >= FEWEST_HEADERS && !holdsAmounts(band);

function frameOf(bands: readonly Band[], rulings: readonly Ruling[]): Frame | null {
  const [header, ...body] = bands;
  const { top, bottom } = header!;
  const end = body.at(-1)!.bottom.at;
  const within = (from: number, to: number) =>
    rulings.filter(
      (ruling) => ruling.at > from + 1 && ruling.at < to - 1 && ruling.from >= top.from - 1 && ruling.to <= top.to + 1,
    );
  const spans = within(top.at, bottom.at);
  if (spans.length === 0 && isInLevels(header!)) return null;
  const headers = headersOf(header!, spans);
  const lines = body.flatMap((band) => band.lines);
  const edges = edgesBetween(headers, clustersOf(lines), lines);
  if (edges === null || headers.length < FEWEST_HEADERS) return null;
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

/** True where words above others may span several of them, with no ruling below to say which. */
function isInLevels({ lines }: Band): boolean {
  const words = lines.flatMap((line) => line.runs.map((run) => ({ run, size: line.size })));
  const lowest = Math.max(...words.map(({ run }) => middleY(run.box)));
  const highest = Math.min(...words.map(({ run }) => middleY(run.box)));
  return words.some(({ run, size }) => {
    if (middleY(run.box) > (highest + lowest) / 2 - size / 4) return false;
    const goesOn = (other: Run) =>
      middleY(other.box) > middleY(run.box) + size / 2 && Math.abs(middleX(other.box) - middleX(run.box)) < size;
    return !words.some((other) => goesOn(other.run));
  });
}

/** The headers of single columns, from the left: no words over a ruling that spans others. */
function headersOf({ lines }: Band, spans: readonly Ruling[]): Interval[] {
  const isSpanning = ({ box }: Run) =>
    spans.some(({ at, from, to }) => middleY(box) < at && middleX(box) > from && middleX(box) < to);
  return joined(
    lines.flatMap(({ runs }) => {
      const own = runs.filter((run) => !isSpanning(run));
      // 説 and 明, each at an end of the column
      const isFirst = (index: number) => SPREAD_HEADERS.includes(`${own[index]?.text}${own[index + 1]?.text}`);
      return own.flatMap(({ box }, index) =>
        index > 0 && isFirst(index - 1) ? [] : [{ from: box[0], to: isFirst(index) ? own[index + 1]!.box[2] : box[2] }],
      );
    }),
  );
}

/** Where type stands below the headers, numbers before words with these. */
function clustersOf(lines: readonly Baseline[]): Cluster[] {
  const size = Math.max(...lines.map((line) => line.size));
  const parts = lines.flatMap((line) => line.runs.flatMap((run) => partsOf(run, line.size)));
  const numbers = joined(parts.filter((part) => part.isNumber));
  const words = joined(parts.filter((part) => !part.isNumber));
  const columns = joined([...numbers.map((number) => withWords(number, parts, words, size)), ...words]);
  return columns.map((column) => ({
    ...column,
    isNumber: !words.some(({ from, to }) => from < column.to && to > column.from),
  }));
}

/** A column of small numbers right before words numbers these, and ends with them. */
function withWords(number: Interval, parts: readonly Part[], words: readonly Interval[], size: number): Interval {
  const own = parts.filter((part) => part.isNumber && middleOf(part) > number.from && middleOf(part) < number.to);
  const next = words.find(({ from }) => from > number.to && from - number.to < NUMBERING_GAP * size);
  return next && own.every(({ text }) => NUMBERING.test(text)) ? { from: number.from, to: next.to } : number;
}

/** 3 or 1目 before the name of a row. */
const NUMBERING = new RegExp(`^[0-9０-９]{1,3}[${BUDGET_LEVELS.join('')}]?$`, 'u');

interface Cluster extends Interval {
  readonly isNumber: boolean;
}

interface Part extends Cluster {
  readonly text: string;
}

const NUMERIC = /[0-9０-９,，.．△▲▽−-]/u;
/** Beside one of these the digits of a number stand apart. */
const SIGN = /[,，.．△▲▽−-]/u;
/** An amount with its unit, or a formula of amounts: 85,596×97.8％. */
const NUMBER = /^[0-9０-９△▲▽−-][^一-龠ぁ-んァ-ヶ]*[一-龠ァ-ヶ]{0,2}$/u;

const textOf = (characters: readonly PlacedCharacter[]) => characters.map(({ text }) => text).join('');

/** A gap among digits that touch, or between digits and words, may part the end of one column from the beginning of the next. */
function partsOf({ characters }: Run, size: number): Part[] {
  const gaps = characters.slice(1).map(({ box }, index) => box[0] - characters[index]!.box[2]);
  const usual = gaps.toSorted((a, b) => a - b)[(gaps.length - 1) >> 1] ?? 0;
  const areSpread = usual > APART * size && gaps.length > 1;
  const groups: PlacedCharacter[][] = [];
  characters.forEach((character, index) => {
    const before = characters[index - 1]?.text ?? '';
    const isSameKind = NUMERIC.test(character.text) === NUMERIC.test(before);
    const isInside = isSameKind && (areSpread || SIGN.test(before + character.text));
    const isApart = index === 0 || (gaps[index - 1]! > APART * size && !isInside);
    if (isApart) groups.push([character]);
    else groups.at(-1)!.push(character);
  });
  return groups.map((group) => ({
    from: group[0]!.box[0],
    to: group.at(-1)!.box[2],
    text: textOf(group),
    isNumber: NUMBER.test(textOf(group)),
  }));
}

/**
 * Between any two neighbouring headers the middle of the room that the type nearest to them leaves; null where it leaves none.
 * Words behind amounts begin the next column; names beside names under one header are two, 計 in the middle below names is not.
 */
function edgesBetween(
  headers: readonly Interval[],
  clusters: readonly Cluster[],
  lines: readonly Baseline[],
): Edge[] | null {
  const own = clustersUnder(headers, clusters);
  const edges: Edge[] = [];
  for (let index = 0; index < headers.length; index += 1) {
    const [header, next] = [headers[index]!, headers[index + 1]];
    for (const [at, cluster] of own[index]!.entries()) {
      const before = own[index]![at - 1];
      if (before && !before.isNumber && !cluster.isNumber && areBeside(before, cluster, lines))
        edges.push({ at: (before.to + cluster.from) / 2, header: null });
    }
    if (!next) break;
    const left = Math.max(header.to, ...own[index]!.map(({ to }) => to));
    const right = Math.min(next.from, ...own[index + 1]!.map(({ from }) => from));
    if (right <= left) return null;
    edges.push({ at: (left + right) / 2, header: index });
  }
  return edges;
}

const areBeside = (one: Interval, other: Interval, lines: readonly Baseline[]) =>
  lines.some((line) => [one, other].every((each) => line.runs.some(({ box }) => isOver(box, each))));
const isOver = ([x0, , x1]: Box, { from, to }: Interval) => x0 < to && x1 > from;

/** Where two columns part, and the header to the left; null within one. */
interface Edge {
  readonly at: number;
  readonly header: number | null;
}

function clustersUnder(headers: readonly Interval[], clusters: readonly Cluster[]): Cluster[][] {
  const middles = headers.map(middleOf);
  const apart = ({ from, to }: Interval, at: number) => Math.max(0, from - at, at - to);
  const own = headers.map((): Cluster[] => []);
  let least = 0;
  for (const cluster of clusters) {
    let best = least;
    for (let index = least; index < middles.length; index += 1)
      if (apart(cluster, middles[index]!) < apart(cluster, middles[best]!)) best = index;
    const isBehindAmounts = !cluster.isNumber && own[best]!.some(({ isNumber }) => isNumber);
    if (isBehindAmounts && best + 1 < own.length) best += 1;
    own[best]!.push(cluster);
    least = best;
  }
  return own;
}

/** Intervals with those joined that touch, from the left. */
function joined(intervals: readonly Interval[]): Interval[] {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && from < last.to + 1) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}
