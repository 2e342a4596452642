import { heightOf, widthOf } from '../sheet/box.ts';
import type { Box, Character, PageContent } from '../sheet/page-content.ts';
import { groupRuns } from './group-runs.ts';
import { orderByRows } from './reading-order.ts';
import { isSpace } from './run.ts';
import { findStacks } from './stacks.ts';
import type { TextLine } from './text-line.ts';
import { groupColumns } from './vertical-runs.ts';

/** In parts of the size of the type: from here on a gap is read as a space. */
const spaceInLatin = 0.15;
/** Typesetting leaves a quarter of an em between Japanese and Latin type by itself. */
const spaceBesideLatin = 0.3;
const spaceInJapanese = 0.8;
const latinLetter = /[!-~]/;

/**
 * The lines of a page in reading order: the rows of horizontal writing from the top, each from the left, and the columns
 * of vertical writing from the right, placed where they begin.
 */
export function readLines(page: PageContent): TextLine[] {
  return groupLines(page).map(({ characters, box, vertical }) => ({
    text: readText(characters, vertical),
    box,
    vertical,
  }));
}

/** The characters of a line, along it, spaces included; what readLines makes its text of. */
export interface CharacterLine {
  readonly characters: readonly Character[];
  readonly box: Box;
  readonly vertical: boolean;
}

/** Like readLines, but with each character and its box. */
export function groupLines(page: PageContent): CharacterLine[] {
  const walls = page.rules.filter((rule) => heightOf(rule) > widthOf(rule));
  const floors = page.rules.filter((rule) => widthOf(rule) >= heightOf(rule));
  const horizontal = groupRuns(
    page.characters.filter(({ vertical }) => !vertical),
    walls,
  );
  const { stacks, rest } = findStacks(horizontal, floors);
  const columns = groupColumns(
    page.characters.filter(({ vertical }) => vertical),
    floors,
  );
  return orderByRows([
    ...rest.map((run) => ({ ...run, vertical: false })),
    ...stacks.map((run) => ({ ...run, vertical: true })),
    ...columns.map((run) => ({ ...run, vertical: true })),
  ]);
}

function readText(characters: readonly Character[], vertical: boolean): string {
  let text = '';
  let previous: Character | undefined;
  for (const character of characters) {
    if (previous && isSpaced(previous, character, vertical)) text += ' ';
    text += character.text;
    previous = character;
  }
  return text;
}

function isSpaced(previous: Character, next: Character, vertical: boolean): boolean {
  if (isSpace(previous.text) || isSpace(next.text)) return false;
  const [from, to] = vertical ? [previous.box[3], next.box[1]] : [previous.box[2], next.box[0]];
  const em = vertical ? widthOf(next.box) : heightOf(next.box);
  const latin = Number(latinLetter.test(previous.text)) + Number(latinLetter.test(next.text));
  return to - from > [spaceInJapanese, spaceBesideLatin, spaceInLatin][latin]! * em;
}
