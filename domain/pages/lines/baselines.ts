import { heightOf, middleX, middleY } from '../sheet/box.ts';
import type { Character } from '../sheet/page-content.ts';
import { type Baseline, lineOf, type PlacedCharacter, runOf } from './line.ts';

/** A gap this many character heights wide parts two runs; between digits and words a narrower one does. */
const RUN_GAP = 1.1;
const NUMBER_GAP = 0.6;
const NUMERIC = /[0-9０-９,，.．△▲▽]/u;

/** Lays characters out as baselines, top to bottom, each with its runs from left to right. */
export function layBaselines(characters: readonly PlacedCharacter[], page: number): Baseline[] {
  const printed = characters.filter((character) => character.text.trim() !== '');
  const upright = printed.filter((character) => !character.vertical);
  const lines: PlacedCharacter[][] = [];
  let middle = Number.NEGATIVE_INFINITY;
  let tall = 0;
  for (const character of [...upright].sort((a, b) => middleY(a.box) - middleY(b.box))) {
    const line = lines.at(-1);
    const size = heightOf(character.box);
    if (line && middleY(character.box) - middle < 0.45 * Math.min(Math.max(tall, 1), Math.max(size, 1))) {
      middle += (middleY(character.box) - middle) / (line.length + 1);
      tall = Math.max(tall, size);
      line.push(character);
    } else {
      lines.push([character]);
      middle = middleY(character.box);
      tall = size;
    }
  }
  return [...verticalLines(printed), ...lines].map((line) => baselineOf(line, page));
}

function verticalLines(characters: readonly PlacedCharacter[]): PlacedCharacter[][] {
  const columns: PlacedCharacter[][] = [];
  const vertical = characters.filter((character) => character.vertical);
  for (const character of vertical.sort((a, b) => middleX(b.box) - middleX(a.box) || a.box[1] - b.box[1])) {
    const column = columns.at(-1);
    if (column && Math.abs(middleX(column[0]!.box) - middleX(character.box)) < heightOf(character.box) / 2)
      column.push(character);
    else columns.push([character]);
  }
  return columns.map((column) => column.sort((a, b) => a.box[1] - b.box[1]));
}

function baselineOf(line: PlacedCharacter[], page: number): Baseline {
  const vertical = line[0]!.vertical;
  const characters = vertical ? line : line.sort((a, b) => a.box[0] - b.box[0]);
  const runs: PlacedCharacter[][] = [];
  for (const character of characters) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run && previous && (vertical || !isGap(previous, character))) run.push(character);
    else runs.push([character]);
  }
  const size = characters.reduce((tallest, { box }) => Math.max(tallest, heightOf(box)), 0);
  return lineOf(
    (vertical ? runs : runs.flatMap(partNumbers)).map((own) => runOf(own)),
    { page, size },
  );
}

function isGap(before: Character, after: Character): boolean {
  const size = Math.min(heightOf(before.box), heightOf(after.box));
  const gap = after.box[0] - before.box[2];
  const numberBeside = NUMERIC.test(before.text) !== NUMERIC.test(after.text);
  return gap > size * (numberBeside ? NUMBER_GAP : RUN_GAP);
}

/** Amounts of two columns may stand nearer than the digits of one are spread: one wide gap among digits that touch parts them. */
function partNumbers(run: PlacedCharacter[]): PlacedCharacter[][] {
  if (run.length < 3 || !run.every(({ text }) => NUMERIC.test(text))) return [run];
  const gaps = run
    .slice(1)
    .map((character, index) => (character.box[0] - run[index]!.box[2]) / heightOf(character.box));
  if (gaps.toSorted((a, b) => a - b)[gaps.length >> 1]! > TOUCHING || Math.max(...gaps) < NUMBER_GAP) return [run];
  const parts: PlacedCharacter[][] = [[run[0]!]];
  gaps.forEach((gap, index) => {
    if (gap >= NUMBER_GAP) parts.push([run[index + 1]!]);
    else parts.at(-1)!.push(run[index + 1]!);
  });
  return parts;
}

/** In parts of the size of the type: digits of one number that is not spread stand nearer. */
const TOUCHING = 0.2;
