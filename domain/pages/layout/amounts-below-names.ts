import { findQuantities } from '../../quantities/read-quantity.ts';
import { type Baseline, lineOf, type Run } from '../lines/line.ts';
import { middleX, unionOf } from '../sheet/box.ts';
import { labelOf } from '../words/label.ts';
import { barChartsIn } from './bar-charts.ts';
import { namedAmountsOn } from './named-amounts.ts';

/** A page of so many is a chart; one by itself may be anything. */
const FEWEST = 3;
/** In parts of the size of the type: the amount right below its name, its middle below the name's, and a second one beside it. */
const BELOW = 0.9;
const OFF = 0.8;
const BESIDE = 2;
const LONGEST_NAME = 14;
/** Points: beside a chart names and amounts begin or end alike. */
const SAME_EDGE = 1.5;

interface Labelled {
  readonly name: Run;
  readonly amounts: Run[];
  /** What stands before an amount and says how it was counted: 前年度比 8.4％増. */
  readonly captions: Run[];
  readonly line: Baseline;
}

/** The labels of a page's charts as lines of their own, and the lines without them. */
export interface ChartLabels {
  readonly labels: readonly Baseline[];
  readonly rest: readonly Baseline[];
}

/**
 * Parts the labels of charts from the lines of a page: a name with its amounts right below it in the middle, 市税 over 18.1億円
 * and 4.3％, as often as the page has them. Below the headers of a table stand rows, which have names before their amounts.
 */
export function partChartLabels(printed: readonly Baseline[]): ChartLabels {
  const { bars, aside } = barChartsIn(printed);
  const inOneLine = namedAmountsOn(printed);
  const told = [
    ...aside,
    ...bars.flatMap(({ name, amounts }) => [name, ...amounts]),
    ...inOneLine.flatMap(({ runs }) => runs),
  ];
  const lines = without(printed, new Set(told));
  const labelled = [...amountsBelowNames(lines), ...lines.flatMap((line) => amountsOverYears(line, lines))];
  const taken = new Set(labelled.flatMap(({ name, amounts, captions }) => [name, ...amounts, ...captions]));
  return {
    labels: [
      ...[...bars, ...labelled].map(({ name, amounts, line }) => lineOf([name, ...amounts], line)),
      ...inOneLine.map(({ line }) => line),
    ],
    rest: without(lines, taken),
  };
}

function without(lines: readonly Baseline[], taken: ReadonlySet<Run>): Baseline[] {
  return lines.flatMap((line) => {
    const left = line.runs.filter((run) => !taken.has(run));
    return left.length === line.runs.length ? [line] : left.length > 0 ? [lineOf(left, line)] : [];
  });
}

function amountsBelowNames(lines: readonly Baseline[]): Labelled[] {
  const labelled: Labelled[] = [];
  for (const line of lines) {
    for (const amounts of groupsOf(line)) {
      const above = runAbove(amounts, line, lines);
      if (above && isName(above)) labelled.push({ name: above, amounts: [...amounts], captions: [], line });
      else labelled.find((label) => above && label.amounts.includes(above))?.amounts.push(...amounts);
      const caption = above ? null : captionOf(amounts[0]!, line);
      const over = caption && runAbove([caption, ...amounts], line, lines);
      const own = over && labelled.find((label) => label.amounts.includes(over));
      own?.amounts.push(...amounts);
      if (caption) own?.captions.push(caption);
    }
  }
  if (new Set(labelled.map(({ name }) => name)).size < labelled.length) return [];
  const words = new Set(labelled.flatMap(({ name, captions }) => [name, ...captions]));
  const own = labelled.filter(({ amounts }) => !lines.some((line) => isRowWith(line, amounts, words)));
  return own.length < FEWEST ? [] : own;
}

/** A row of a table: words that are no name of the chart, and then amounts. */
function isRowWith({ runs }: Baseline, amounts: readonly Run[], names: ReadonlySet<Run>): boolean {
  const first = runs[0]!;
  return first.reading.kind === 'words' && !names.has(first) && runs.some((run) => amounts.includes(run));
}

/** The bars of a chart: years in a line, and over each the amount at the head of its bar. None where one has none or several. */
function amountsOverYears(line: Baseline, lines: readonly Baseline[]): Labelled[] {
  const { runs, size } = line;
  if (runs.length < FEWEST || !runs.every(({ text }) => labelOf(text).years.length === 1)) return [];
  const over = runs.map((year) =>
    lines.flatMap((other) =>
      other.runs.filter(
        (run) => run.box[3] < year.box[1] + 1 && Math.abs(middleX(run.box) - middleX(year.box)) < OFF * size,
      ),
    ),
  );
  const isOneAmount = (own: readonly Run[]) => own.length === 1 && own[0]!.reading.quantities.length === 1;
  const isChart = over.every(isOneAmount) && new Set(over.map(([run]) => run!.box[1])).size > 1;
  return isChart ? runs.map((name, index) => ({ name, amounts: [...over[index]!], captions: [], line })) : [];
}

/** Amounts with units that stand beside one another. */
function groupsOf({ runs, size }: Baseline): Run[][] {
  const groups: Run[][] = [];
  let last: Run | undefined;
  for (const run of runs) {
    if (isMeasured(run)) {
      if (last && run.box[0] - last.box[2] < BESIDE * size) groups.at(-1)!.push(run);
      else groups.push([run]);
      last = run;
    } else last = undefined;
  }
  return groups;
}

/** The words right before an amount. */
function captionOf(amount: Run, { runs, size }: Baseline): Run | null {
  const before = runs[runs.indexOf(amount) - 1];
  return before && isName(before) && amount.box[0] - before.box[2] < BESIDE * size ? before : null;
}

const isMeasured = ({ reading }: Run) =>
  reading.kind === 'amounts' && reading.quantities.every(({ unit }) => unit !== null);

/** The only run right above the middle of some; null where there is none or several. */
function runAbove(amounts: readonly Run[], { size }: Baseline, lines: readonly Baseline[]): Run | null {
  const box = unionOf(amounts.map((run) => run.box));
  const isAbove = (run: Run) => {
    const gap = box[1] - run.box[3];
    const isAligned =
      Math.abs(middleX(run.box) - middleX(box)) < OFF * size ||
      [0, 2].some((edge) => Math.abs(run.box[edge]! - box[edge]!) < SAME_EDGE);
    return gap > -0.3 * size && gap < BELOW * size && isAligned;
  };
  const above = lines.flatMap((line) => line.runs.filter(isAbove));
  return above.length === 1 ? above[0]! : null;
}

/** 民生費 5,560百万円 over （45.2％） says its amount itself. */
const isName = ({ reading, text }: Run) =>
  reading.kind === 'words' && text.length <= LONGEST_NAME && !/[。、：:]/u.test(text) && !findsAmount(text);

const findsAmount = (text: string) => findQuantities(text).some(({ unit }) => unit !== null);
