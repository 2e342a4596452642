import { isAmount } from '../../lines/amounts.ts';
import type { Baseline, Run } from '../../lines/line.ts';
import { middleX } from '../../sheet/box.ts';

/** From and to in points. */
export type Interval = readonly [from: number, to: number];

/** Where the columns stand: amounts never reach over the edge of theirs, words may. */
export function columnsOf(body: readonly Baseline[]): Interval[] {
  // The first run of a line is its name, also where that is a number: the 4 below 令和３年.
  const isOfColumn = (run: Run, index: number) => index > 0 && isAmount(run);
  const intervals = (holds: (run: Run, index: number) => boolean) =>
    body.flatMap((line) => line.runs.filter(holds).map(({ box }): Interval => [box[0], box[2]]));
  const numbers = joined(intervals(isOfColumn));
  // Words that reach over amounts of other rows stand across columns, and say nothing of where those are.
  const { size } = body[0]!;
  const isAcross = ([from, to]: Interval) =>
    numbers.some((number) => from < number[0] - 2 * size && to > number[0] + 1);
  const words = intervals((run, index) => !isOfColumn(run, index));
  const columns = joined([...numbers, ...words.filter((word) => !isAcross(word))]);
  const starts = words.filter(isAcross).map(([from]): Interval => [from, from + 1]);
  return joined([...columns, ...starts]);
}

/** Columns of words that are never both filled and have not both a header are one: 計 in the middle of names. */
export function withoutSplitWords(
  columns: readonly Interval[],
  body: readonly Baseline[],
  headers: readonly Baseline[],
): Interval[] {
  const holds = (line: Baseline, column: Interval) => line.runs.some((run) => isIn(run, column));
  const isHeaded = (line: Baseline, from: number, to: number) =>
    line.runs.some((run) => middleX(run.box) > from && middleX(run.box) < to);
  const isWords = (column: Interval) =>
    !body.some((line) => line.runs.some((run) => isIn(run, column) && isAmount(run)));
  const whole: Interval[] = [];
  columns.forEach((column, index) => {
    const last = whole.at(-1);
    const [start, end] = [whole.at(-2)?.[1] ?? 0, columns[index + 1]?.[0] ?? Number.POSITIVE_INFINITY];
    const middle = last ? (last[1] + column[0]) / 2 : 0;
    const isOne =
      last &&
      isWords(last) &&
      isWords(column) &&
      !body.some((line) => holds(line, last) && holds(line, column)) &&
      !headers.some((line) => isHeaded(line, start, middle) && isHeaded(line, middle, end));
    if (isOne) whole[whole.length - 1] = [last[0], column[1]];
    else whole.push(column);
  });
  return whole;
}

/** Intervals with those joined that touch, from the left. */
function joined(intervals: readonly Interval[]): Interval[] {
  const whole: [number, number][] = [];
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && from < last[1] + 1) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

/** True where the middle of a run stands in a column. */
export const isIn = (run: Run, [from, to]: Interval) => middleX(run.box) >= from && middleX(run.box) <= to;
