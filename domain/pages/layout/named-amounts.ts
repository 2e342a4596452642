import type { Quantity } from '../../quantities/quantity.ts';
import { type Baseline, lineOf, type Run, runOf } from '../lines/line.ts';
import { type Reading, readingOf } from '../lines/reading.ts';
import { heightOf } from '../sheet/box.ts';

/** So many on a page are the labels of a chart; one without a share may be a title, one without a space the end of a sentence. */
const FEWEST = 3;
const LONGEST_NAME = 14;
/** In parts of the size of the type: a typed space. */
const SPACE = 0.15;
const NEAR = 1.2;
/** Points. */
const SAME_EDGE = 1;

interface NamedAmount {
  readonly runs: readonly Run[];
  /** The name and its numbers, apart. */
  readonly line: Baseline;
  readonly isSpaced: boolean;
}

/** The labels of charts that say all in one line, 民生費 5,560百万円（45.2％） or 民生費 5,560: each is a row, also where several stand on one line. */
export function namedAmountsOn(lines: readonly Baseline[]): NamedAmount[] {
  const named = lines.flatMap(namedAmountsIn).filter((own) => own.runs.length === 1 || !isInColumn(own, lines));
  const shares = named.filter(({ line }) => isShare(line.runs[1]!.reading.quantities));
  const grouped = named.filter(({ line }) => /[,，]/u.test(line.runs[1]!.text));
  if (shares.length >= FEWEST) return shares;
  if (grouped.length >= FEWEST && shares.length === 0) return named.filter(({ isSpaced }) => isSpaced);
  return shares.filter(({ isSpaced }) => isSpaced);
}

/** Amounts that end below one another are a column of a table. */
const isInColumn = ({ runs }: NamedAmount, lines: readonly Baseline[]) => {
  const [, numbers] = runs as readonly [Run, Run];
  const isBelow = ({ reading, box }: Run) =>
    reading.kind === 'amounts' && Math.abs(box[2] - numbers.box[2]) < SAME_EDGE;
  return lines.some((line) => line.runs.some((run) => run !== numbers && isBelow(run)));
};

function namedAmountsIn(line: Baseline): NamedAmount[] {
  const named: NamedAmount[] = [];
  for (const [index, run] of line.runs.entries()) {
    const next = line.runs[index + 1];
    const own = (next && apartFrom(run, next, line)) ?? inOnePiece(run, line);
    if (own) named.push(own);
  }
  const taken = new Set(named.flatMap(({ runs }) => runs));
  // a row of a table has further amounts
  return line.runs.every((run) => taken.has(run) || run.reading.kind === 'words') ? named : [];
}

const NAME = '[^0-9０-９。、，,：:（）()△▲]*[^0-9０-９。、，,：:（）()△▲ぁ-ん]';
const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u');
const NAME_BEFORE = new RegExp(`^(${NAME})[△▲]?[0-9０-９]`, 'u');

function apartFrom(name: Run, numbers: Run, line: Baseline): NamedAmount | null {
  if (!WHOLE_NAME.test(name.text) || name.text.length > LONGEST_NAME || !saysAmount(numbers.reading)) return null;
  const gap = numbers.box[0] - name.box[2];
  if (gap < 0 || gap > NEAR * line.size) return null;
  return { runs: [name, numbers], line: labelLine(name, numbers, line), isSpaced: true };
}

function inOnePiece(run: Run, line: Baseline): NamedAmount | null {
  const { text, characters } = run;
  const at = NAME_BEFORE.exec(text)?.[1]?.length ?? 0;
  if (at === 0 || at > LONGEST_NAME || text.length !== characters.length) return null;
  if (!saysAmount(readingOf(text.slice(at)))) return null;
  const [name, numbers] = [characters.slice(0, at), characters.slice(at)];
  const gap = numbers[0]!.box[0] - name.at(-1)!.box[2];
  const isSpaced = gap > SPACE * heightOf(numbers[0]!.box);
  return { runs: [run], line: labelLine(runOf(name), runOf(numbers), line), isSpaced };
}

const labelLine = (name: Run, numbers: Run, line: Baseline): Baseline => ({
  ...lineOf([name, numbers], line),
  isLabel: true,
});

/** 5,560百万円（45.2％）: an amount and what share of the whole it is. */
const isShare = ([, share, another]: readonly Quantity[]) =>
  share?.inner === true && share.unit?.measure === '%' && !another;

/** An amount with its share, or one that no unit marks as such; one with a unit may head what more is said of it. */
const saysAmount = ({ quantities }: Reading) =>
  isShare(quantities) || (quantities.length === 1 && quantities[0]!.unit === null && !quantities[0]!.inner);
