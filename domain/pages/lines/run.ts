import { heightOf, middleY } from '../sheet/box.ts';
import type { Box, Character } from '../sheet/page-content.ts';

/** Characters that stand in one row without a wide gap or a ruling line between them, from left to right. */
export interface PlainRun<T extends Character = Character> {
  readonly characters: T[];
  /** Of the printed characters: spaces at either end are no part of a run. */
  box: Box;
}

/** In parts of the size of the type (the height of the em square). */
const sameRow = 0.4;

export function isSameRow(one: Box, other: Box): boolean {
  return Math.abs(middleY(one) - middleY(other)) <= sameRow * Math.min(heightOf(one), heightOf(other));
}

export function isDigit(text: string): boolean {
  return /^[0-9０-９]$/.test(text);
}

export function isSpace(text: string): boolean {
  return text.trim() === '';
}
