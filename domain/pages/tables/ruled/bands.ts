import { isAmount } from '../../lines/amounts.ts';
import { type Baseline, lineOf, type Run } from '../../lines/line.ts';
import { withoutUnitCaption } from '../../lines/loose-line.ts';
import { middleX, middleY } from '../../sheet/box.ts';
import type { Ruling } from './ruling.ts';

/** What stands between two rulings that go across a table. */
export interface Band {
  readonly top: Ruling;
  readonly bottom: Ruling;
  readonly lines: readonly Baseline[];
}

/** In parts of the size of the type: rows of one table are no further apart, nor from the ruling that parts them. */
const WIDEST_GAP = 1.5;

/** In parts of the size of the type: what numbers a name stands no further from it. */
const NUMBERING_GAP = 2.2;

export const runsOf = ({ lines }: Band): Run[] => lines.flatMap(({ runs }) => runs);
/** A row with amounts, where 4　衛生費 is none. */
export const isWithAmounts = ({ runs, size }: Baseline): boolean =>
  runs.some((run, index) => {
    const next = runs[index + 1];
    const isNumbering = next && !isAmount(next) && next.box[0] - run.box[2] < NUMBERING_GAP * size;
    return isAmount(run) && !(isNumbering && /^[0-9０-９]{1,3}[.．]?$/u.test(run.text));
  });

export const holdsAmounts = ({ lines }: Band): boolean => lines.some(isWithAmounts);

/** What stands between each two neighbours of rulings below one another. */
export const bandsOf = (stack: readonly Ruling[], lines: readonly Baseline[]): Band[] =>
  stack.slice(1).map((bottom, index) => {
    const top = stack[index]!;
    const own = inside(lines, top).filter(({ box }) => middleY(box) > top.at && middleY(box) < bottom.at);
    return { top, bottom, lines: own };
  });

/** The rows with amounts right below the last ruling of a table that the foot of the page cuts off; null where there are none. */
export function bandBelow(last: Ruling, lines: readonly Baseline[]): Band | null {
  const below = inside(lines, last)
    .filter(({ box }) => middleY(box) > last.at)
    .sort((a, b) => middleY(a.box) - middleY(b.box));
  const own = nextTo(
    below,
    last.at,
    ({ box }, at) => box[1] - at,
    ({ box }) => box[3],
  );
  return own.length === 0 ? null : { top: last, bottom: { ...last, at: own.at(-1)!.box[3] + 1 }, lines: own };
}

/** The rows with amounts right above the first ruling of a page, which go on from the page before. */
export function bandAbove(first: Ruling, lines: readonly Baseline[]): Band | null {
  const above = inside(lines, first)
    .filter(({ box }) => middleY(box) < first.at)
    .sort((a, b) => middleY(b.box) - middleY(a.box));
  const own = nextTo(
    above,
    first.at,
    ({ box }, at) => at - box[3],
    ({ box }) => box[1],
  );
  return own.length === 0 ? null : { top: { ...first, at: own.at(-1)!.box[1] - 1 }, bottom: first, lines: own };
}

/** What of the lines stands between the ends of a ruling: a line of the page may go on beside the table. */
const inside = (lines: readonly Baseline[], { from, to }: Ruling) =>
  lines.flatMap((line) => {
    const runs = line.runs.filter(({ box }) => middleX(box) > from && middleX(box) < to);
    return runs.length > 0 ? [lineOf(runs, line)] : [];
  });

/** The lines that follow one another from a height on, up to the last with amounts. */
function nextTo(
  lines: readonly Baseline[],
  start: number,
  gapFrom: (line: Baseline, at: number) => number,
  endOf: (line: Baseline) => number,
): Baseline[] {
  const own: Baseline[] = [];
  let at = start;
  for (const line of lines) {
    const isText = /。/u.test(line.text) || withoutUnitCaption(line).unit !== null;
    if (isText || gapFrom(line, at) > WIDEST_GAP * line.size) break;
    own.push(line);
    at = endOf(line);
  }
  return own.slice(0, own.findLastIndex(isWithAmounts) + 1);
}
