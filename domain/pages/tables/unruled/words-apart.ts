import { isAmount } from '../../lines/amounts.ts';
import type { Baseline, Run } from '../../lines/line.ts';
import { lineOf, runOf } from '../../lines/line.ts';
import { middleX } from '../../sheet/box.ts';

/** In parts of the size of the type: a gap between words of two columns that nearly touch. */
const APART = 0.35;

/** The rows with words cut where they reach from under one header to under the next and leave a gap between both. */
export function withWordsApart(body: readonly Baseline[], headers: readonly Baseline[]): Baseline[] {
  const middles = headers.map(({ runs }) => runs.map(({ box }) => middleX(box)));
  return body.map((line) => {
    const runs = line.runs.flatMap((run) => (isAmount(run) ? [run] : partsUnder(run, middles, line.size)));
    return runs.length === line.runs.length ? line : lineOf(runs, line);
  });
}

function partsUnder(run: Run, headers: readonly (readonly number[])[], size: number): Run[] {
  const { characters, box } = run;
  const over = headers
    .map((middles) => middles.filter((x) => x > box[0] && x < box[2]))
    .filter(({ length }) => length > 1);
  if (over.length === 0) return [run];
  const gaps = characters.slice(1).map(({ box: [left] }, index) => left - characters[index]!.box[2]);
  // Characters that are spread have gaps all over.
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1]!;
  const isBetween = (x: number) =>
    over.some((middles) => middles.some((middle) => middle < x) && middles.some((middle) => middle > x));
  const cuts = gaps.flatMap((gap, index) => {
    const middle = (characters[index]!.box[2] + characters[index + 1]!.box[0]) / 2;
    return gap > APART * size && gap > usual + APART * size && isBetween(middle) ? [index + 1] : [];
  });
  const ends = [...cuts, characters.length];
  return ends.map((end, index) => runOf(characters.slice(ends[index - 1] ?? 0, end)));
}
