import { kinds } from '../../test/papers/kinds/index.ts';
import { makePair } from '../../test/papers/made-pair.ts';
import { measurePairs } from '../../test/papers/measure.ts';
import { accountOf, addScores, pageF1Of, precisionOf, recallOf, type Score } from '../../test/papers/score.ts';

const PAIRS_A_KIND = 3;
const percent = (share: number) => (100 * share).toFixed(1).padStart(6);

/** Made papers of every kind as a seed draws them, printed, read and compared: a line a kind, the worst first, and the calibration. */
export async function benchPapers(seed: string): Promise<string> {
  const pairs = Object.keys(kinds).flatMap((kind) =>
    Array.from({ length: PAIRS_A_KIND }, (_, index) =>
      makePair(kind, `${seed}-${index}`, ['typst', 'chromium', 'drawn']),
    ),
  );
  const measured = await measurePairs(pairs);
  const scores = Object.keys(kinds).map((kind) => ({
    kind,
    score: addScores(measured.filter(({ pair }) => pair.kind === kind).map(({ score }) => score)),
  }));
  const worst = ({ score }: (typeof scores)[number]) => precisionOf(score) + recallOf(score) + accountOf(score);
  const lines = scores.toSorted((a, b) => worst(a) - worst(b)).map(({ kind, score }) => lineOf(kind, score));
  const all = addScores(scores.map(({ score }) => score));
  return [
    `\nMade papers, seed ${seed} (%; account: numbers that are in one of the two lists)`,
    `${''.padEnd(14)} precision recall pages account  cells`,
    ...lines,
    lineOf('in all', all),
    '\nCalibration: of pairs that are so sure, so many are right',
    ...calibrationOf(all),
  ].join('\n');
}

function lineOf(name: string, score: Score): string {
  const shares = [precisionOf(score), recallOf(score), pageF1Of(score), accountOf(score)].map(percent);
  return `${name.padEnd(14)}    ${shares.join(' ')} ${String(score.wanted).padStart(6)}`;
}

const STEPS = [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99] as const;

function calibrationOf({ pairs }: Score): string[] {
  return STEPS.map((from, index) => {
    const to = STEPS[index + 1] ?? Number.POSITIVE_INFINITY;
    const own = pairs.filter(({ confidence }) => confidence >= from && confidence < to);
    const right = own.filter((pair) => pair.right).length;
    const share = own.length === 0 ? '     –' : percent(right / own.length);
    return `from ${from.toFixed(2)}  ${share}  of ${own.length}`;
  });
}
