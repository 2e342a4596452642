import { type Baseline, lineOf, type Run } from '../lines/line.ts';
import { middleX, unionOf } from '../sheet/box.ts';
import { labelOf } from '../words/label.ts';

/** A page of so many is a chart; one by itself may be anything. */
const FEWEST = 3;
/** In parts of the size of the type: the amount right below its name, its middle below the name's, and a second one beside it. */
const BELOW = 0.9;
const OFF = 0.8;
const BESIDE = 2;
const LONGEST_NAME = 14;

interface Labelled {
  readonly name: Run;
  readonly amounts: Run[];
  readonly line: Baseline;
}

/**
 * Lines among which the labels of a chart are lines of their own: a name with its amount right below it in the middle, 市税 over
 * 18.1億円 and 4.3％, as often as the page has them.
 */
export function withAmountsBelowNames(lines: readonly Baseline[]): Baseline[] {
  const labelled: Labelled[] = [];
  for (const line of lines) {
    for (const amounts of groupsOf(line)) {
      const above = runAbove(amounts, line, lines);
      if (above && isName(above)) labelled.push({ name: above, amounts: [...amounts], line });
      else labelled.find((label) => above && label.amounts.includes(above))?.amounts.push(...amounts);
    }
  }
  const names = new Set(labelled.map(({ name }) => name));
  if (labelled.length < FEWEST || names.size < labelled.length) labelled.length = 0;
  labelled.push(...lines.flatMap((line) => amountsOverYears(line, lines)));
  const taken = new Set(labelled.flatMap(({ name, amounts }) => [name, ...amounts]));
  return lines.flatMap((line) => {
    const left = line.runs.filter((run) => !taken.has(run));
    const own = labelled.filter((label) => label.line === line);
    const charted = own.map(({ name, amounts }) => lineOf([name, ...amounts], line));
    const rest = left.length === line.runs.length ? [line] : left.length > 0 ? [lineOf(left, line)] : [];
    return [...rest, ...charted];
  });
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
  return isChart ? runs.map((name, index) => ({ name, amounts: [...over[index]!], line })) : [];
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

const isMeasured = ({ reading }: Run) =>
  reading.kind === 'amounts' && reading.quantities.every(({ unit }) => unit !== null);

/** The only run right above the middle of some; null where there is none or several. */
function runAbove(amounts: readonly Run[], { size }: Baseline, lines: readonly Baseline[]): Run | null {
  const box = unionOf(amounts.map((run) => run.box));
  const isAbove = (run: Run) => {
    const gap = box[1] - run.box[3];
    return gap > -0.3 * size && gap < BELOW * size && Math.abs(middleX(run.box) - middleX(box)) < OFF * size;
  };
  const above = lines.flatMap((line) => line.runs.filter(isAbove));
  return above.length === 1 ? above[0]! : null;
}

const isName = ({ reading, text }: Run) =>
  reading.kind === 'words' && text.length <= LONGEST_NAME && !/[。、：:]/u.test(text);
