import type { Box, Character } from './page-content.ts';

/** Characters that stand in one row without a wide gap or a ruling line between them, from left to right. */
export interface Run {
  readonly characters: Character[];
  /** Of the printed characters: spaces at either end are no part of a run. */
  box: Box;
}

/** In parts of the size of the type (the height of the em square). */
const sameRow = 0.4;

export function isSameRow(one: Box, other: Box): boolean {
  const distance = Math.abs(one[1] + one[3] - other[1] - other[3]) / 2;
  return distance <= sameRow * Math.min(heightOf(one), heightOf(other));
}

export function isDigit(text: string): boolean {
  return /^[0-9０-９]$/.test(text);
}

export function isSpace(text: string): boolean {
  return text.trim() === '';
}

export function heightOf(box: Box): number {
  return box[3] - box[1];
}

export function unionBox(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}
