import { combine, identity, type Matrix, readMatrix } from './matrix.ts';
import type { Pdfium } from './pdfium.ts';

/** FPDF_PAGEOBJ_* of fpdf_edit.h. */
export const objectTypes = { text: 1, path: 2, image: 3, form: 5 } as const;

const maximumObjects = 100_000;
const maximumDepth = 12;

/**
 * Calls `visit` for every object drawn on a loaded page, also inside forms, with the matrix from the object to the page, which is
 * read when asked for: a page is full of text, whose places are not read here.
 */
export function visitObjects(
  pdfium: Pdfium,
  page: number,
  visit: (object: number, type: number, matrixOf: () => Matrix) => void,
): void {
  const { call, scratch } = pdfium;
  let left = maximumObjects;
  const walk = (count: number, objectAt: (index: number) => number, outer: Matrix, depth: number) => {
    let object = 0;
    const matrixOf = () => {
      call.FPDFPageObj_GetMatrix(object, scratch);
      return combine(readMatrix(pdfium, scratch), outer);
    };
    for (let index = 0; index < count && left > 0; index++) {
      left -= 1;
      object = objectAt(index);
      const type = call.FPDFPageObj_GetType(object);
      if (type !== objectTypes.form) visit(object, type, matrixOf);
      else if (depth < maximumDepth) {
        const form = object;
        const inside = (position: number) => call.FPDFFormObj_GetObject(form, position);
        walk(call.FPDFFormObj_CountObjects(object), inside, matrixOf(), depth + 1);
      }
    }
  };
  walk(call.FPDFPage_CountObjects(page), (index) => call.FPDFPage_GetObject(page, index), identity, 0);
}
