import { ERA_LETTERS, ERA_NAMES } from '../../japanese/era.ts';
import { foldWidths } from '../../japanese/normalise.ts';
import { parseUnit } from '../../quantities/unit.ts';
import { heightOf, middleY } from '../sheet/box.ts';
import { groupRuns, type WidestGap } from './group-runs.ts';
import { type Baseline, lineOf, type PlacedCharacter, runOf, sizeOf } from './line.ts';
import { readingOf } from './reading.ts';
import { groupRows, type Standing } from './reading-order.ts';
import type { PlainRun } from './run.ts';
import { groupColumns } from './vertical-runs.ts';

const NUMERIC = /[0-9０-９,，.．△▲▽]/u;
/** 871,084　△118,716 are two. */
const BEGINS_NUMBER = /[△▲▽]/u;
const NUMBER_GAP = 0.6;
/** What parts words from an amount, and columns from one another, is narrower than a gap in words that are read on. */
const gapInRows: WidestGap = (left, right) => {
  if (BEGINS_NUMBER.test(right) && NUMERIC.test(left)) return TOUCHING;
  return NUMERIC.test(left) === NUMERIC.test(right) ? 1.1 : NUMBER_GAP;
};

/** The words of an upright column of a table are spread over its height. */
const gapInColumns = 20;

/** Lays characters out as baselines, top to bottom, each with its runs from left to right. */
export function layBaselines(characters: readonly PlacedCharacter[], page: number): Baseline[] {
  const printed = characters.filter((character) => character.text.trim() !== '');
  const runs = groupRuns(
    printed.filter((character) => !character.vertical),
    [],
    gapInRows,
  );
  const rows = groupRows(runs, standingOf).map((row) =>
    row.sort((a, b) => a.box[0] - b.box[0]).flatMap((run) => partNumbers(run.characters).flatMap(partYears)),
  );
  const columns = groupColumns(
    printed.filter((character) => character.vertical),
    [],
    () => gapInColumns,
  ).toSorted((a, b) => b.box[2] - a.box[2] || a.box[1] - b.box[1]);
  return [...columns.map((column) => [column.characters]), ...rows].map((own) =>
    lineOf(
      own.map((run) => runOf(run)),
      { page, size: sizeOf(own.flat()) },
    ),
  );
}

/** The same from the top of the page down. */
export const layDownward = (characters: readonly PlacedCharacter[], page: number): Baseline[] =>
  layBaselines(characters, page).sort((a, b) => middleY(a.box) - middleY(b.box));

/** Each character says alike where the row is. */
const standingOf = ({ characters, box }: PlainRun<PlacedCharacter>): Standing => ({
  middle: middleY(box),
  size: sizeOf(characters),
  weight: characters.length,
});

/** Amounts of two columns may stand nearer than the digits of one are spread: one wide gap among digits that touch parts them. */
function partNumbers(run: PlacedCharacter[]): PlacedCharacter[][] {
  if (run.length < 3) return [run];
  if (!run.every(({ text }) => NUMERIC.test(text))) return partAmount(run);
  const isSpread = gapsIn(run).toSorted((a, b) => a - b)[(run.length - 1) >> 1]! > TOUCHING;
  const parts = isSpread ? [run] : cutAt(run, endsAtGaps(gapsIn(run)));
  return parts.flatMap((part) => cutAt(part, endsOfGrouped(part)));
}

/** From each character to the next, in parts of the size of the type. */
const gapsIn = (run: readonly PlacedCharacter[]) =>
  run.slice(1).map(({ box }, index) => (box[0] - run[index]!.box[2]) / heightOf(box));

const cutAt = (run: PlacedCharacter[], ends: readonly number[]) =>
  [...ends, run.length].map((end, index) => run.slice(ends[index - 1] ?? 0, end));

/** An amount of thousands that words of the next column, or of the one before, stand near: 151,750 翌年度まで. A unit is its own. */
function partAmount(run: PlacedCharacter[]): PlacedCharacter[][] {
  const text = foldWidths(run.map((character) => character.text).join(''));
  // 1,234 (56.7) says two things of one place
  if (text.length !== run.length || readingOf(text).quantities.length > 1) return [run];
  const [from, to] = [AMOUNT_BEHIND.exec(text)?.index ?? 0, AMOUNT_BEFORE.exec(text)?.[0].length ?? 0];
  const isGap = (at: number) => at > 0 && run[at]!.box[0] - run[at - 1]!.box[2] > APART * heightOf(run[at]!.box);
  if (isGap(from)) return [run.slice(0, from), run.slice(from)];
  return isGap(to) && parseUnit(text.slice(to)) === null ? [run.slice(0, to), run.slice(to)] : [run];
}

const endsAtGaps = (gaps: readonly number[]) => gaps.flatMap((gap, index) => (gap >= NUMBER_GAP ? [index + 1] : []));

/** Digits that are parted in threes end where the fourth would stand: 1,187,1391,126,888 are two amounts of narrow columns. */
function endsOfGrouped(run: readonly PlacedCharacter[]): number[] {
  const gaps = gapsIn(run);
  const text = foldWidths(run.map((character) => character.text).join(''));
  if (text.length !== run.length || !GROUPED.test(text)) return [];
  const ends = [...text.matchAll(ONE_GROUPED)].slice(1).map(({ index }) => index);
  const isWidest = ends.every((end) => gaps.every((gap, index) => ends.includes(index + 1) || gap <= gaps[end - 1]!));
  return isWidest ? ends : [];
}

const ONE_GROUPED = /[△▲▽]?[0-9]{1,3}(?:,[0-9]{3})+/gu;
const GROUPED = new RegExp(`^(?:${ONE_GROUPED.source}){2,}$`, 'u');

/** The headers of narrow columns may nearly touch: one that names a year begins where the next year does. */
function partYears(run: PlacedCharacter[]): PlacedCharacter[][] {
  const text = run.map((character) => character.text).join('');
  const starts = text.length === run.length ? [...text.matchAll(YEAR_BEGINS)].map(({ index }) => index) : [];
  const areApart = starts.slice(1).every((at) => {
    const gap = run[at]!.box[0] - run[at - 1]!.box[2];
    return gap > TOUCHING * heightOf(run[at]!.box);
  });
  if (starts.length < 2 || starts[0] !== 0 || !areApart) return [run];
  return starts.map((start, index) => run.slice(start, starts[index + 1]));
}

const YEAR_BEGINS = new RegExp(`(?:${ERA_NAMES}|[${ERA_LETTERS}])[.．]?(?:元|[0-9０-９]{1,2})年`, 'gu');

const AMOUNT_BEFORE = new RegExp(`^${ONE_GROUPED.source}(?=[^0-9,.])`, 'u');
const AMOUNT_BEHIND = new RegExp(`(?<=[^0-9,.△▲▽])${ONE_GROUPED.source}$`, 'u');

/** In parts of the size of the type: an amount and its unit stand nearer. */
const APART = 0.35;
/** In parts of the size of the type: digits of one number that is not spread stand nearer. */
const TOUCHING = 0.2;
