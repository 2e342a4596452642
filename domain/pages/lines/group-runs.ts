import { heightOf, middleX, unionBox } from '../sheet/box.ts';
import type { Box, Character, Rule } from '../sheet/page-content.ts';
import { isDigit, isSameRow, isSpace, type PlainRun } from './run.ts';
import { joinSpacedRuns } from './spaced-runs.ts';

/** The widest gap that a run holds between two characters, in parts of the size of the type (the height of the em square). */
export type WidestGap = (left: string, right: string) => number;

/** In words that are read on. */
const gapInWords: WidestGap = (left, right) => (isDigit(left) && isDigit(right) ? 0.8 : 1.2);
/** Spaces that are typed hold a row together further than an empty gap does. */
const widestTypedGap = 3;
const overlap = 0.6;
/** Narrower than any character: what is drawn this close together has nothing of another piece in between. */
const tightGap = 0.15;

/** What parts two runs of one row: too wide a gap, or a ruling line. */
interface Partings {
  readonly widestGap: WidestGap;
  readonly isWalled: WallFinder;
}

/** Groups the characters of horizontal writing, given in any order, into runs; `walls` are the vertical ruling lines. */
export function groupRuns<T extends Character>(
  characters: readonly T[],
  walls: readonly Rule[],
  widestGap: WidestGap = gapInWords,
): PlainRun<T>[] {
  const partings = { widestGap, isWalled: wallFinder(walls) };
  const drawnOn = { ...partings, widestGap: () => tightGap };
  const pieces: PlainRun<T>[] = [];
  let current: PlainRun<T> | undefined;
  for (const character of characters) {
    if (current && follows(current, character, drawnOn)) extend(current, character);
    else {
      current = { characters: [character], box: character.box };
      pieces.push(current);
    }
  }
  const joined = joinPieces(pieces.flatMap(trimSpaces), partings).flatMap(trimSpaces);
  return joinSpacedRuns(joined, partings.isWalled);
}

type WallFinder = (left: Box, right: Box) => boolean;

/** Tells whether a ruling line stands between two boxes of one row. */
function wallFinder(walls: readonly Rule[]): WallFinder {
  const sorted = walls.toSorted((one, other) => one[0] - other[0]);
  return (left, right) => {
    const from = middleX(left);
    const to = middleX(right);
    const middle = (Math.max(left[1], right[1]) + Math.min(left[3], right[3])) / 2;
    const em = Math.min(heightOf(left), heightOf(right));
    for (let index = firstFrom(sorted, from); index < sorted.length; index++) {
      const [x, top, , bottom] = sorted[index]!;
      if (x >= to) return false;
      // A stroke of a character that is drawn as an outline is lower than the type.
      if (top <= middle && middle <= bottom && bottom - top >= em) return true;
    }
    return false;
  };
}

function firstFrom(sorted: readonly Rule[], x: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]![0] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function follows(run: PlainRun, { text, box }: Character, { widestGap, isWalled }: Partings): boolean {
  const last = run.characters.at(-1)!;
  if (!isSameRow(last.box, box)) return false;
  const em = Math.min(heightOf(last.box), heightOf(box));
  const gap = box[0] - last.box[2];
  if (gap < -overlap * em || box[0] < last.box[0]) return false;
  return gap <= widestGap(last.text, text) * em && !isWalled(last.box, box);
}

function extend<T extends Character>(run: PlainRun<T>, character: T): void {
  run.characters.push(character);
  run.box = unionBox(run.box, character.box);
}

/** Ends a run at each stretch of typed spaces that is too wide to be one between words, and drops spaces at the ends. */
function trimSpaces<T extends Character>(run: PlainRun<T>): PlainRun<T>[] {
  const runs: PlainRun<T>[] = [];
  let open: PlainRun<T> | undefined;
  let spaces: T[] = [];
  for (const character of run.characters) {
    if (isSpace(character.text)) {
      spaces.push(character);
      continue;
    }
    const last = open?.characters.at(-1);
    const em = heightOf(character.box);
    if (open && last && character.box[0] - last.box[2] <= widestTypedGap * em) {
      open.characters.push(...spaces);
      extend(open, character);
    } else {
      open = { characters: [character], box: character.box };
      runs.push(open);
    }
    spaces = [];
  }
  return runs;
}

/** Joins runs that the file draws apart or in another order, and drops what is drawn twice for the look of bold type. */
function joinPieces<T extends Character>(pieces: readonly PlainRun<T>[], partings: Partings): PlainRun<T>[] {
  const joined: PlainRun<T>[] = [];
  let open: PlainRun<T>[] = [];
  for (const piece of pieces.toSorted((one, other) => one.box[0] - other.box[0] || one.box[1] - other.box[1])) {
    // Runs that ended far to the left can no longer be continued.
    const first = piece.characters[0]!;
    open = open.filter(
      ({ box, characters }) =>
        piece.box[0] - box[2] <= 2 * partings.widestGap(characters.at(-1)!.text, first.text) * heightOf(box),
    );
    const continued = open.find((run) => follows(run, first, partings));
    if (continued) {
      for (const character of piece.characters) extend(continued, character);
    } else if (!open.some((run) => repeats(run, piece))) {
      joined.push(piece);
      open.push(piece);
    }
  }
  return joined;
}

/** True where every character of the piece is drawn over the same character of the run. */
function repeats(run: PlainRun, piece: PlainRun): boolean {
  if (!isSameRow(run.box, piece.box)) return false;
  return piece.characters.every(({ text, box }) =>
    run.characters.some((other) => other.text === text && Math.abs(other.box[0] - box[0]) <= 0.25 * heightOf(box)),
  );
}
