import { type Baseline, lineOf, type Run } from '../lines/line.ts';
import { middleX, unionOf } from '../sheet/box.ts';

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
  if (labelled.length < FEWEST || names.size < labelled.length) return [...lines];
  const taken = new Set(labelled.flatMap(({ name, amounts }) => [name, ...amounts]));
  return lines.flatMap((line) => {
    const left = line.runs.filter((run) => !taken.has(run));
    const own = labelled.filter((label) => label.line === line);
    const charted = own.map(({ name, amounts }) => lineOf([name, ...amounts], line));
    const rest = left.length === line.runs.length ? [line] : left.length > 0 ? [lineOf(left, line)] : [];
    return [...rest, ...charted];
  });
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
