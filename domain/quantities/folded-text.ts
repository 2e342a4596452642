import { foldWidths } from '../japanese/normalise.ts';

/** A text with its widths folded, spaces dropped, and the way back to the original. */
export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, the offset in the original of the code point it came from; one more for the end. */
  readonly origin: readonly number[];
}

const foldCodePoint = (codePoint: string) => {
  if (codePoint > ' ' && codePoint <= '~') return codePoint;
  return /\s/u.test(codePoint) ? '' : foldWidths(codePoint);
};

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
