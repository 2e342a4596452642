import type { Baseline, Run } from '../../lines/line.ts';
import { middleX, middleY } from '../../sheet/box.ts';
import type { Ruling } from './ruling.ts';

interface Word {
  readonly run: Run;
  readonly size: number;
}

/**
 * The rulings that would part headers in levels where none is drawn: each below the words that stand over the middle of several
 * others. Null where it does not show which those are; none where the headers are in one level.
 */
export function spansIn(lines: readonly Baseline[]): Ruling[] | null {
  const words = lines.flatMap((line) => line.runs.map((run): Word => ({ run, size: line.size })));
  const lowest = Math.max(...words.map(({ run }) => middleY(run.box)));
  const highest = Math.min(...words.map(({ run }) => middleY(run.box)));
  const isBelow = (above: Word) => (other: Word) =>
    middleY(other.run.box) > middleY(above.run.box) + above.size / 2 &&
    Math.abs(middleX(other.run.box) - middleX(above.run.box)) < above.size;
  const goesOn = words.filter((word) => words.some(isBelow(word)));
  const isTop = ({ run, size }: Word) => middleY(run.box) <= (highest + lowest) / 2 - size / 4;
  const isMiddle = ({ run, size }: Word) => Math.abs(middleY(run.box) - (highest + lowest) / 2) < size / 4;
  const isLow = ({ run, size }: Word) => lowest - middleY(run.box) < size / 4;
  const over = words.filter((word) => isTop(word) && !goesOn.includes(word));
  // Where a header of one line stands in the middle, one that stands low is under another: 補正前 over 金額 | 方法 | 利率.
  const under = words.filter((word) => isLow(word) && !goesOn.some((above) => isBelow(above)(word)));
  const areLevels = over.length > 0 || (lowest > highest && words.some(isMiddle) && under.length > 0);
  if (!areLevels) return [];
  const areMiddle = words.some(isMiddle);
  // Over the headers of single columns in the middle everything low is under the only word above: 節 over 区分 | 金額.
  const spans = over.map((word) => spanUnder(word, under, areMiddle && over.length === 1));
  const isUnder = ({ run }: Word) => spans.filter((span) => span && span.from <= run.box[0] && span.to >= run.box[2]);
  const areApart = under.every((word) => isUnder(word).length < 2 && (isUnder(word).length === 1 || !areMiddle));
  return over.length > 0 && areApart && spans.every((span) => span !== null) ? spans : null;
}

/** Between a word and the most neighbours below it in whose middle it stands, or all of them where it stands alone above. */
function spanUnder({ run, size }: Word, under: readonly Word[], isAlone: boolean): Ruling | null {
  const boxes = under.map((word) => word.run.box).sort((a, b) => a[0] - b[0]);
  const ranges = boxes.flatMap((first, index) => boxes.slice(index + 1).map((last) => ({ first, last })));
  const x = middleX(run.box);
  const isOver = ({ first, last }: (typeof ranges)[number]) =>
    isAlone ? first[0] < x && last[2] > x : Math.abs((first[0] + last[2]) / 2 - x) < size;
  const [widest] = ranges.filter(isOver).toSorted((a, b) => b.last[2] - b.first[0] - (a.last[2] - a.first[0]));
  if (!widest) return null;
  return { at: (run.box[3] + widest.first[1]) / 2, from: widest.first[0], to: widest.last[2] };
}

/** The ruling over the whole of the columns that it stands over, which lie between `edges`. */
export function overColumns({ at, from, to }: Ruling, edges: readonly number[]): Ruling {
  const before = edges.filter((edge) => edge <= from + 1);
  const behind = edges.filter((edge) => edge >= to - 1);
  return { at, from: Math.max(...before), to: Math.min(...behind) };
}
