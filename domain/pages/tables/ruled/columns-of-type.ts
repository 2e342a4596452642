import type { Baseline, PlacedCharacter, Run } from '../../lines/line.ts';
import type { Box } from '../../sheet/page-content.ts';
import { BUDGET_LEVELS } from '../../words/vocabulary.ts';

/** In parts of the size of the type: a number this near before words numbers them. */
const NUMBERING_GAP = 2;
/** In parts of it: digits of one number stand nearer, or all of them are spread. */
const APART = 0.3;

/** In points: what reaches no further over something else touches it. */
const OVER = 0.5;

/** A stretch across the page, in points from its left edge. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

export const middleOf = ({ from, to }: Interval) => (from + to) / 2;

/** Where two columns part, and the header to the left; null within one. */
export interface Edge {
  readonly at: number;
  readonly header: number | null;
}

/**
 * Between any two neighbouring headers the middle of the room that the type nearest to them in the lines below leaves; null where
 * it leaves none. Words behind amounts begin the next column; names beside names under one header are two, 計 in the middle
 * below names is not.
 */
export function edgesBetween(headers: readonly Interval[], lines: readonly Baseline[]): Edge[] | null {
  const own = clustersUnder(headers, clustersOf(lines));
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
    if (right < left - OVER) return null;
    edges.push({ at: (left + right) / 2, header: index });
  }
  return edges;
}

/**
 * Where type stands below the headers, numbers before words with these; `edges` are those between columns that are known.
 */
export function clustersOf(lines: readonly Baseline[], edges: readonly number[] = []): Cluster[] {
  const size = Math.max(...lines.map((line) => line.size));
  const parts = lines.flatMap((line) => line.runs.flatMap((run) => partsOf(run, line)));
  const numbers = joined(parts.filter((part) => part.isNumber));
  const words = joined(parts.filter((part) => !part.isNumber));
  const widened = numbers.map((number) => {
    const next = wordsNumbered(number, parts, words, size);
    const areApart = next && edges.some((at) => at > number.to - 1 && at < next.from + 1);
    return next && !areApart ? { from: number.from, to: next.to } : number;
  });
  const columns = joined([...widened, ...words]);
  return columns.map((column) => ({
    ...column,
    isNumber: !words.some(({ from, to }) => from < column.to && to > column.from),
  }));
}

/** The words that a column of small numbers right before them, mostly in their lines, numbers; null where there are none. */
function wordsNumbered(
  number: Interval,
  parts: readonly Part[],
  words: readonly Interval[],
  size: number,
): Interval | null {
  const own = parts.filter((part) => part.isNumber && middleOf(part) > number.from && middleOf(part) < number.to);
  const isNext = (from: number, to: number) => from > to && from - to < NUMBERING_GAP * size;
  const beside = own.filter(({ line, to }) => parts.some((part) => part.line === line && isNext(part.from, to)));
  if (!own.every(({ text }) => NUMBERING.test(text)) || beside.length * 2 < own.length) return null;
  return words.find(({ from }) => isNext(from, number.to)) ?? null;
}

/** 3, 3． or 1目 before the name of a row. */
const NUMBERING = new RegExp(`^[0-9０-９]{1,3}[.．${BUDGET_LEVELS.join('')}]?$`, 'u');

interface Cluster extends Interval {
  readonly isNumber: boolean;
}

interface Part extends Cluster {
  readonly text: string;
  readonly line: Baseline;
}

const NUMERIC = /[0-9０-９,，.．△▲▽()（）−-]/u;
/** Beside one of these the digits of a number stand apart. */
const SIGN = /[,，.．△▲▽()（）−-]/u;
/** An amount with its unit, or a formula of amounts: 85,596×97.8％. */
const NUMBER = /^[0-9０-９△▲▽−-][^一-龠ぁ-んァ-ヶ]*[一-龠ァ-ヶ]{0,2}$/u;

const textOf = (characters: readonly PlacedCharacter[]) => characters.map(({ text }) => text).join('');

/** A gap among digits that touch, or between digits and words, may part the end of one column from the beginning of the next. */
function partsOf({ characters }: Run, line: Baseline): Part[] {
  const { size } = line;
  const gaps = characters.slice(1).map(({ box }, index) => box[0] - characters[index]!.box[2]);
  const usual = gaps.toSorted((a, b) => a - b)[(gaps.length - 1) >> 1] ?? 0;
  // 合　計 is one word, 2 | 1 are two numbers.
  const areSpread = usual > APART * size && (gaps.length > 1 || !characters.some(({ text }) => NUMERIC.test(text)));
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
    line,
    isNumber: NUMBER.test(textOf(group)),
  }));
}

const areBeside = (one: Interval, other: Interval, lines: readonly Baseline[]) =>
  lines.some((line) => [one, other].every((each) => line.runs.some(({ box }) => isOver(box, each))));
const isOver = ([x0, , x1]: Box, { from, to }: Interval) => x0 < to && x1 > from;

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
  return withNumbersApart(own);
}

/** Of two columns of numbers under one header the first stands under the one before, behind names, where that has none. */
function withNumbersApart(own: readonly Cluster[][]): Cluster[][] {
  const apart = own.map((clusters) => [...clusters]);
  const numbersOf = (clusters: readonly Cluster[]) => clusters.filter(({ isNumber }) => isNumber).length;
  for (let index = apart.length - 1; index > 0; index -= 1) {
    const [before, here] = [apart[index - 1]!, apart[index]!];
    const isFirst = here[0]?.isNumber && numbersOf(here) > 1 && before.length > 0 && numbersOf(before) === 0;
    if (isFirst) before.push(here.shift()!);
  }
  return apart;
}

/** Intervals with those joined that touch, from the left. */
const joined = (intervals: readonly Interval[]): Interval[] => joinedWhere(intervals, 1);

/** Those that stand over one another; headers that touch fill their columns. */
export const joinedHeaders = (headers: readonly Interval[]): Interval[] => joinedWhere(headers, -OVER);

/** Those are joined that are less than `apart` points apart. */
function joinedWhere(intervals: readonly Interval[], apart: number): Interval[] {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && from < last.to + apart) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}
