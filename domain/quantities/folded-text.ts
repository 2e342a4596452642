import { foldWidths } from '../japanese/normalise.ts';

/** A text with its widths folded, spaces dropped, and the way back to the original. */
export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, the offset in the original of the code point it came from; one more for the end. */
  readonly origin: readonly number[];
}

/** ASCII without spaces, kana and the common kanji: what foldWidths leaves as it is. */
const isPlain = (unit: number) =>
  (unit > 0x20 && unit <= 0x7e) ||
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3041 && unit <= 0x3096) ||
  (unit >= 0x30a1 && unit <= 0x30fe);

/** Papers print the same few hundred characters over and over. */
const folds = new Map<string, string>();

function foldCodePoint(codePoint: string): string {
  if (codePoint.length === 1 && isPlain(codePoint.charCodeAt(0))) return codePoint;
  let folded = folds.get(codePoint);
  if (folded === undefined) {
    folded = /\s/u.test(codePoint) ? '' : foldWidths(codePoint);
    folds.set(codePoint, folded);
  }
  return folded;
}

/** Folds code point by code point, so that a match in the folded text can be shown as it was printed. */
export function foldText(original: string): FoldedText {
  let text = '';
  const origin: number[] = [];
  let offset = 0;
  for (const codePoint of original) {
    const folded = foldCodePoint(codePoint);
    for (let i = 0; i < folded.length; i += 1) origin.push(offset);
    text += folded;
    offset += codePoint.length;
  }
  origin.push(offset);
  return { text, origin };
}
