import { foldText } from '../../quantities/folded-text.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import { parseUnit } from '../../quantities/unit.ts';
import { heightOf, unionOf } from '../sheet/box.ts';
import type { Box, Character } from '../sheet/page-content.ts';
import { BRACKET, type Reading, readingOf } from './reading.ts';

/** A character with the page it stands on, so that a sentence may run over a page break. */
export interface PlacedCharacter extends Character {
  readonly page: number;
}

/** Characters on one baseline between two wide gaps; `text` has no spaces. */
export interface Run {
  readonly text: string;
  readonly box: Box;
  readonly characters: readonly PlacedCharacter[];
  readonly reading: Reading;
}

export interface ReadNumber {
  readonly quantity: Quantity;
  readonly box: Box;
}

/** A line that ends in quantities: the words before them, and the quantities from left to right. */
export interface Item {
  readonly words: readonly Run[];
  readonly numbers: readonly ReadNumber[];
}

/** One baseline inside a cell, or outside all tables; its own reading is that of all its runs as one. */
export interface Baseline extends Run {
  readonly page: number;
  readonly runs: readonly Run[];
  /** Height of the tallest character, in points. */
  readonly size: number;
  /** Its words and the quantities behind them, parted by a gap; null where it does not end in a quantity. */
  readonly item: Item | null;
  /** The label of a chart: a row, however near its amount stands to its name. */
  readonly isLabel?: true;
}

/** Characters in the order they are read as one run; `text` where they say something else together. */
export function runOf(
  characters: readonly PlacedCharacter[],
  text: string = characters.map((character) => character.text).join(''),
): Run {
  return { text, box: unionOf(characters.map(({ box }) => box)), characters, reading: readingOf(text) };
}

/** Height of the tallest, in points. */
export const sizeOf = (characters: readonly PlacedCharacter[]): number =>
  characters.reduce((tallest, { box }) => Math.max(tallest, heightOf(box)), 0);

/** Runs from left to right as one line; `size` is the height of its type in points. */
export function lineOf(runs: readonly Run[], { page, size }: Pick<Baseline, 'page' | 'size'>): Baseline {
  const text = runs.map((run) => run.text).join('');
  const characters = runs.flatMap((run) => run.characters);
  const box = unionOf(runs.map((run) => run.box));
  const reading = runs.length === 1 ? runs[0]!.reading : (severalAmounts(runs, size) ?? readingOf(text));
  return { text, box, characters, reading, page, runs, size, item: itemIn(runs) };
}

/** In parts of the size of the type: single digits further apart are two numbers, not one that is spread. */
const SPREAD = 3;

/** Amounts beside one another stay what they are, however well their digits would make one number: 44 and 2 are not 442. */
function severalAmounts(runs: readonly Run[], size: number): Reading | null {
  if (!runs.every(({ reading }) => reading.kind === 'amounts')) return null;
  const isSpread = runs.every(
    ({ text, box }, index) => text.length === 1 && (index === 0 || box[0] - runs[index - 1]!.box[2] <= SPREAD * size),
  );
  return isSpread ? null : { kind: 'amounts', quantities: runs.flatMap(({ reading }) => reading.quantities) };
}

function itemIn(runs: readonly Run[]): Item | null {
  const numbers: ReadNumber[] = [];
  let end = runs.length;
  while (end > 0) {
    const run = runs[end - 1]!;
    const before = runs[end - 2];
    const joined = before && (isUnit(run.text) || isSign(before.text)) ? numbersAcross(before, run) : [];
    const read = joined.length > 0 ? joined : numbersOfRun(run);
    if (read.length === 0 && run.reading.kind !== 'dash') break;
    numbers.unshift(...read);
    end -= joined.length > 0 ? 2 : 1;
  }
  return numbers.length > 0 ? { words: runs.slice(0, end), numbers } : null;
}

const isUnit = (text: string) => parseUnit(foldText(text).text) !== null;
const isSign = (text: string) => /^[△▲]$/u.test(text);

/** An inner number behind another has the room from its bracket on. */
function numbersOfRun({ reading: { quantities }, characters, box }: Run): ReadNumber[] {
  const at = characters.findIndex(({ text }, index) => index > 0 && BRACKET.test(text));
  if (quantities.length !== 2 || !quantities[1]!.inner || at < 0)
    return quantities.map((quantity) => ({ quantity, box }));
  const parts = [characters.slice(0, at), characters.slice(at)];
  return quantities.map((quantity, index) => ({ quantity, box: unionOf(parts[index]!.map((each) => each.box)) }));
}

/** An amount and its unit or its sign, with a gap between. */
function numbersAcross(a: Run, b: Run): ReadNumber[] {
  const box = unionOf([a.box, b.box]);
  return readingOf(a.text + b.text).quantities.map((quantity) => ({ quantity, box }));
}
