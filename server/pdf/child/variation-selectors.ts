import type { Character } from '../../../domain/pages/sheet/page-content.ts';
import { readMatrix } from './matrix.ts';
import { type Pdfium, withMemory } from './pdfium.ts';
import type { Upright } from './upright.ts';
import { objectTypes } from './visit-objects.ts';

const variationSelector = /^[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]$/u;
const maximumObjects = 20_000;
/** Bytes: a selector with the mark of its encoding takes six. */
const longestReplacement = 16;
/** Points. */
const nearby = 0.5;

export function isVariationSelector(text: string): boolean {
  return variationSelector.test(text);
}

/**
 * Adds the variation selectors that the file gives as the replacement text of an empty piece of text after the character
 * (as LibreOffice writes 葛󠄀), which PDFium's text does not show.
 */
export function addVariationSelectors(
  pdfium: Pdfium,
  page: number,
  upright: Upright,
  characters: readonly Character[],
): readonly Character[] {
  const selectors = findSelectors(pdfium, page, upright);
  if (selectors.length === 0) return characters;
  return characters.map((character) => {
    const [x0, y0, x1, y1] = character.box;
    const selector = selectors.find(({ x, y }) =>
      character.vertical
        ? Math.abs(y - y1) <= nearby && x0 <= x && x <= x1
        : Math.abs(x - x1) <= nearby && y0 <= y && y <= y1,
    );
    return selector ? { ...character, text: character.text + selector.text } : character;
  });
}

function findSelectors(pdfium: Pdfium, page: number, upright: Upright): { text: string; x: number; y: number }[] {
  const { call, scratch } = pdfium;
  return withMemory(pdfium, Buffer.from('ActualText\0'), (key) => {
    const found: { text: string; x: number; y: number }[] = [];
    const count = Math.min(call.FPDFPage_CountObjects(page), maximumObjects);
    for (let index = 0; index < count; index++) {
      const object = call.FPDFPage_GetObject(page, index);
      if (call.FPDFPageObj_GetType(object) !== objectTypes.text) continue;
      const text = readReplacement(pdfium, object, key);
      if (!isVariationSelector(text)) continue;
      call.FPDFPageObj_GetMatrix(object, scratch);
      const { e, f } = readMatrix(pdfium, scratch);
      const [x, y] = upright.box(e, f, e, f);
      found.push({ text, x, y });
    }
    return found;
  });
}

/**
 * The replacement text of a text object; empty where it has none. Read from the bytes: PDFium's own reading of it as text
 * loses what is beyond the BMP.
 */
function readReplacement(pdfium: Pdfium, object: number, key: number): string {
  const { call, scratch } = pdfium;
  const count = call.FPDFPageObj_CountMarks(object);
  for (let index = 0; index < count; index++) {
    const mark = call.FPDFPageObj_GetMark(object, index);
    const bytes = withMemory(pdfium, longestReplacement, (buffer) => {
      if (call.FPDFPageObjMark_GetParamBlobValue(mark, key, buffer, longestReplacement, scratch) === 0) return null;
      const length = pdfium.view().getUint32(scratch, true);
      return length > longestReplacement ? null : Buffer.from(pdfium.bytes().subarray(buffer, buffer + length));
    });
    if (bytes && bytes.length > 2 && bytes.length % 2 === 0 && bytes.readUInt16BE(0) === 0xfeff) {
      return bytes.swap16().toString('utf16le', 2);
    }
  }
  return '';
}
