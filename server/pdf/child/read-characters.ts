import type { Box, Character } from '../../../domain/pages/sheet/page-content.ts';
import { type Matrix, readMatrix } from './matrix.ts';
import type { Pdfium } from './pdfium.ts';
import type { Upright } from './upright.ts';
import { addVariationSelectors, isVariationSelector } from './variation-selectors.ts';

/** Where Japanese fonts have the bottom of the em square, below the baseline. */
const descent = 0.12;
const maximumCharacters = 200_000;

/** The characters of a loaded page that lie on it, in the order of the file. */
export function readCharacters(pdfium: Pdfium, page: number, upright: Upright): readonly Character[] {
  const { call } = pdfium;
  const textPage = call.FPDFText_LoadPage(page);
  if (textPage === 0) return [];
  try {
    const characters: Character[] = [];
    const count = Math.min(call.FPDFText_CountChars(textPage), maximumCharacters);
    for (let index = 0; index < count; index++) {
      const unicode = call.FPDFText_GetUnicode(textPage, index) >>> 0;
      const text = printed(unicode);
      // PDFium invents spaces and line ends: where the gaps are is read from the boxes instead.
      if (text === undefined || call.FPDFText_IsGenerated(textPage, index) !== 0) continue;
      const previous = characters.at(-1);
      if (previous && isLowSurrogate(unicode)) {
        characters.pop();
        append(characters, { ...previous, text: previous.text + text });
      } else {
        append(characters, { text, ...readPlace(pdfium, textPage, index, upright) });
      }
    }
    const shown = characters.filter(({ text, box }) => text.isWellFormed() && isOnPage(box, upright));
    return addVariationSelectors(pdfium, page, upright, shown);
  } finally {
    call.FPDFText_ClosePage(textPage);
  }
}

/** The text of one code unit or code point; undefined for what is not printed. */
function printed(unicode: number): string | undefined {
  // PDFium's mark for a hyphen at the end of a line.
  if (unicode === 0x02) return '-';
  if (unicode < 0x20 || (unicode >= 0x7f && unicode < 0xa0) || unicode > 0x10_ffff) return undefined;
  if (unicode === 0xfffe || unicode === 0xffff || unicode === 0xfeff) return undefined;
  return String.fromCodePoint(unicode);
}

/** A variation selector belongs to the character before it. */
function append(characters: Character[], character: Character): void {
  const previous = characters.at(-1);
  if (previous && isVariationSelector(character.text)) {
    characters[characters.length - 1] = { ...previous, text: previous.text + character.text };
  } else {
    characters.push(character);
  }
}

/** Code points beyond the BMP arrive as two surrogates. */
function isLowSurrogate(unicode: number): boolean {
  return unicode >= 0xdc00 && unicode <= 0xdfff;
}

/**
 * Across the line the box is the em square on the baseline, not the font's own ascent and descent: those differ between
 * fonts that stand on one line, up to three times the size of the type.
 */
function readPlace(pdfium: Pdfium, textPage: number, index: number, upright: Upright): { box: Box; vertical: boolean } {
  const { call, scratch } = pdfium;
  call.FPDFText_GetMatrix(textPage, index, scratch);
  const matrix = readMatrix(pdfium, scratch);
  const size = call.FPDFText_GetFontSize(textPage, index);
  call.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8);
  call.FPDFText_GetLooseCharBox(textPage, index, scratch + 16);
  const view = pdfium.view();
  const x = view.getFloat64(scratch, true);
  const y = view.getFloat64(scratch + 8, true);
  const loose = [16, 20, 24, 28].map((offset) => view.getFloat32(scratch + offset, true)) as [
    number,
    number,
    number,
    number,
  ];

  const along = Math.hypot(matrix.a, matrix.b);
  const em = Math.hypot(matrix.c, matrix.d) * size;
  const isVerticalWriting = hangsBelow(matrix, x, y, size);
  const slanted = Math.min(Math.abs(matrix.a), Math.abs(matrix.b)) > 0.05 * along;
  const vertical = (isVerticalWriting !== Math.abs(matrix.b) > Math.abs(matrix.a)) !== upright.sideways;
  if (isVerticalWriting || slanted || em === 0) return { box: upright.box(...loose), vertical };

  // The unit vector up from the baseline.
  const upX = (matrix.c * size) / em;
  const upY = (matrix.d * size) / em;
  const [left, top, right, bottom] = loose;
  const box =
    Math.abs(upY) > Math.abs(upX)
      ? upright.box(left, y - Math.sign(upY) * descent * em, right, y + Math.sign(upY) * (1 - descent) * em)
      : upright.box(x - Math.sign(upX) * descent * em, top, x + Math.sign(upX) * (1 - descent) * em, bottom);
  return { box, vertical };
}

/** In vertical writing PDFium's origin is below and left of the text position, by the font's position vector. */
function hangsBelow(matrix: Matrix, x: number, y: number, size: number): boolean {
  const determinant = matrix.a * matrix.d - matrix.b * matrix.c;
  if (determinant === 0) return false;
  const [dx, dy] = [x - matrix.e, y - matrix.f];
  const down = (matrix.b * dx - matrix.a * dy) / determinant;
  return Math.abs(down) > 0.3 * Math.abs(size);
}

function isOnPage([x0, y0, x1, y1]: Box, { width, height }: Upright): boolean {
  return x1 >= 0 && y1 >= 0 && x0 <= width && y0 <= height;
}
