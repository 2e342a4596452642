import { foldText } from '../../quantities/folded-text.ts';
import { UNIT_PATTERN } from '../../quantities/unit.ts';
import { groupLines } from '../lines/lines.ts';
import { heightOf, middleX, middleY, unionOf } from '../sheet/box.ts';
import type { Box, Character, PageContent } from '../sheet/page-content.ts';

export interface PrintedPlace {
  readonly text: string;
  /** Points from the top left of the upright page. */
  readonly box: Box;
}

export interface PrintedNumber extends PrintedPlace {
  /** The line it stands in, widths folded, and where in that it begins and ends. */
  readonly line: string;
  readonly from: number;
  readonly to: number;
  /** An amount of money or in thousands that no words go on from: it says how much, not what. */
  readonly isAmount: boolean;
  /** Near an edge of the page, where page numbers stand. */
  readonly isOuter: boolean;
}

/** Part of the page from its middle to where page numbers stand. */
const OUTER = 0.38;

const NUMBER = /[0-9]+(?:[,.][0-9]+)*/gu;

/** The numbers of a page, line by line; ① and Ⅳ are none. */
export function numbersOn(page: PageContent): PrintedNumber[] {
  return groupLines(page).flatMap(({ characters }) => {
    const printed = characters.filter(({ text }) => text.trim() !== '');
    const { text: line, owners } = foldedWithOwners(printed);
    return [...line.matchAll(NUMBER)].map((match) => {
      const [from, to] = [match.index, match.index + match[0].length];
      const own = printed.slice(owners[from]!, owners[to - 1]! + 1);
      const box = unionOf(own.map((character) => character.box));
      const off = Math.max(Math.abs(middleX(box) / page.width - 0.5), Math.abs(middleY(box) / page.height - 0.5));
      const [before, behind] = touching(printed, owners[from]!, owners[to - 1]!);
      const isAmount = saysHowMuch(before, match[0], behind);
      return { text: match[0], box, line, from, to, isAmount, isOuter: off > OUTER };
    });
  });
}

/** The characters as one folded text, and for each of its UTF-16 units which of them it came from. */
function foldedWithOwners(characters: readonly Character[]): { text: string; owners: number[] } {
  const owners: number[] = [];
  let text = '';
  characters.forEach((character, index) => {
    // ① and Ⅳ number things: they are no digits of an amount.
    const own = /^[0-9０-９]/u.test(character.text) || !/[0-9]/u.test(folded(character.text)) ? character.text : '・';
    const piece = folded(own);
    for (let i = 0; i < piece.length; i += 1) owners.push(index);
    text += piece;
  });
  return { text, owners };
}

/** In parts of the size of the type: the words of a name stand nearer to a number in it. */
const NEAR = 0.3;

/** What stands before and behind some characters of a line without a gap. */
function touching(line: readonly Character[], first: number, last: number): [before: string, behind: string] {
  const touches = (at: number) => line[at]!.box[0] - line[at - 1]!.box[2] < NEAR * heightOf(line[at]!.box);
  let from = first;
  let to = last + 1;
  while (from > 0 && touches(from)) from -= 1;
  while (to < line.length && touches(to)) to += 1;
  const textOf = (characters: readonly Character[]) => folded(characters.map(({ text }) => text).join(''));
  return [textOf(line.slice(from, first)), textOf(line.slice(last + 1, to))];
}

const THOUSANDS = /[0-9],[0-9]{3}/u;
const ONE_AMOUNT = /^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/u;
const MONEY = /^(?:千|万|百万|億)?円[)）]?$/u;
const UNIT = new RegExp(`^(?:${UNIT_PATTERN})?[)）]?$`, 'u');
/** １,０００人以上, 1,000～2,000, 講師の謝礼1,000円. */
const GOES_ON = /^[～〜~\p{L}%]/u;
const WORD_ENDS = /[～〜~\p{L}×]$/u;

function saysHowMuch(before: string, number: string, behind: string): boolean {
  if (!THOUSANDS.test(number)) return MONEY.test(behind) && !WORD_ENDS.test(before);
  // Several that touch, and perhaps the number of the words behind them.
  if (!ONE_AMOUNT.test(number)) return true;
  return !GOES_ON.test(behind) || (UNIT.test(behind) && !WORD_ENDS.test(before));
}

const folded = (text: string) => foldText(text).text;
