import { middleX, middleY } from '../sheet/box.ts';
import type { Box } from '../sheet/page-content.ts';

interface LoneNumber {
  readonly text: string;
  readonly box: Box;
}

/** Points between the middles of numbers of one column. */
const SAME_COLUMN = 6;
const SHORTEST_RUN = 3;

/** Of whole numbers that stand by themselves those that count rows: 1, 2, 3 below one another. */
export function runningNumbers<T extends LoneNumber>(alone: readonly T[]): Set<T> {
  const running = new Set<T>();
  let left = alone.filter(({ text }) => /^[0-9]{1,3}$/u.test(text)).toSorted((a, b) => middleY(a.box) - middleY(b.box));
  while (left.length > 0) {
    const x = middleX(left[0]!.box);
    const column = left.filter(({ box }) => Math.abs(middleX(box) - x) <= SAME_COLUMN);
    for (const run of runsIn(column)) if (counts(run)) for (const number of run) running.add(number);
    left = left.filter((number) => !column.includes(number));
  }
  return running;
}

function runsIn<T extends LoneNumber>(column: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const number of column) {
    const last = runs.at(-1)?.at(-1);
    if (last && Number(number.text) === Number(last.text) + 1) runs.at(-1)!.push(number);
    else runs.push([number]);
  }
  return runs;
}

const counts = (run: readonly LoneNumber[]) =>
  run.length >= SHORTEST_RUN || (run.length > 1 && Number(run[0]!.text) === 1);
