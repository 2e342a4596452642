import type { Pdfium } from './pdfium.ts';

/** x' = a x + c y + e, y' = b x + d y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const identity: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** Reads an FS_MATRIX: six floats. */
export function readMatrix(pdfium: Pdfium, pointer: number): Matrix {
  const view = pdfium.view();
  const at = (index: number) => view.getFloat32(pointer + 4 * index, true);
  return { a: at(0), b: at(1), c: at(2), d: at(3), e: at(4), f: at(5) };
}

/** First `inner`, then `outer`. */
export function combine(inner: Matrix, outer: Matrix): Matrix {
  return {
    a: inner.a * outer.a + inner.b * outer.c,
    b: inner.a * outer.b + inner.b * outer.d,
    c: inner.c * outer.a + inner.d * outer.c,
    d: inner.c * outer.b + inner.d * outer.d,
    e: inner.e * outer.a + inner.f * outer.c + outer.e,
    f: inner.e * outer.b + inner.f * outer.d + outer.f,
  };
}

export function apply({ a, b, c, d, e, f }: Matrix, x: number, y: number): [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
