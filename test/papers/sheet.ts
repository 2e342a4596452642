import type { MadeNumber } from './content.ts';

/** Words at one place of a sheet. Points from its top left; `y` is the top of the type, which is `size` high. */
export interface SetText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly number?: MadeNumber;
}

export interface SetLine {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

/** One printed sheet as every producer draws it. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly SetText[];
  readonly lines: readonly SetLine[];
  /** Grey areas under header cells. */
  readonly shades: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[];
  readonly circles: readonly (readonly [x: number, y: number, radius: number])[];
}

/** Wide characters are as wide as the type is high, the others half of that; proportional fonts come near it. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += (/[\u0020-\u007e\uff61-\uff9f]/u.test(character) ? 0.5 : 1) * size;
  return width;
}

export interface OpenSheet {
  readonly width: number;
  readonly height: number;
  readonly texts: SetText[];
  readonly lines: SetLine[];
  readonly shades: (readonly [number, number, number, number])[];
  readonly circles: (readonly [number, number, number])[];
}

export function openSheet(width: number, height: number): OpenSheet {
  return { width, height, texts: [], lines: [], shades: [], circles: [] };
}
