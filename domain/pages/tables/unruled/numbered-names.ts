import { foldText } from '../../../quantities/folded-text.ts';
import { parseUnit } from '../../../quantities/unit.ts';
import { isAmount } from '../../lines/amounts.ts';
import { type Baseline, lineOf, type Run, runOf } from '../../lines/line.ts';
import { middleX } from '../../sheet/box.ts';
import { groupBy } from '../../sheet/group-by.ts';

/** In parts of the size of the type: what numbers a name stands no further from it. */
const WIDEST = 2.2;
/** Names behind amounts begin so nearly at one place, in points. */
const SAME_START = 2;
/** So many numbered names below one another show that the numbers between columns are no amounts. */
const FEWEST = 2;

interface Pair {
  readonly line: Baseline;
  /** Index of the run of the number; the name's is the next. */
  readonly at: number;
}

/**
 * The rows with the numbers that stand apart from the names behind them joined to these: 13 使用料及び賃借料. Numbers that have
 * a header of their own are amounts, and so are those of a place where other rows have larger ones.
 */
export function withNumberedNames(body: readonly Baseline[], headers: readonly Baseline[]): Baseline[] {
  const pairs = body.flatMap((line) => line.runs.flatMap((_, at) => (isBeforeWords(line, at) ? [{ line, at }] : [])));
  const byStart = groupBy(pairs, ({ line, at }) => Math.round(line.runs[at + 1]!.box[0] / SAME_START));
  const joined = new Set([...byStart.values()].filter((own) => areNumberings(own, headers)).flat());
  return body.map((line) => {
    const own = pairs.filter((pair) => pair.line === line && joined.has(pair)).map(({ at }) => at);
    return own.length === 0 ? line : lineOf(joinAt(line.runs, own), line);
  });
}

function isBeforeWords({ runs, size }: Baseline, at: number): boolean {
  const [number, words] = [runs[at]!, runs[at + 1]];
  if (!words || !isAmount(number) || isAmount(words)) return false;
  return words.box[0] - number.box[2] <= WIDEST * size && parseUnit(foldText(words.text).text) === null;
}

function areNumberings(own: readonly Pair[], headers: readonly Baseline[]): boolean {
  if (own.some(({ at }) => at > 0) && own.length < FEWEST) return false;
  const numbers = own.map(({ line, at }) => line.runs[at]!);
  if (!numbers.every(({ text }) => /^[0-9]{1,3}$/u.test(foldText(text).text))) return false;
  const from = Math.min(...numbers.map(({ box }) => box[0]));
  const to = Math.max(...numbers.map(({ box }) => box[2]));
  return !headers.some(({ runs }) => runs.some(({ box }) => middleX(box) >= from && middleX(box) <= to));
}

function joinAt(runs: readonly Run[], at: readonly number[]): Run[] {
  return runs.flatMap((run, index) => {
    if (at.includes(index - 1)) return [];
    return at.includes(index) ? [runOf([...run.characters, ...runs[index + 1]!.characters])] : [run];
  });
}
