import type { Box } from '../../../domain/pages/sheet/page-content.ts';
import type { Pdfium } from './pdfium.ts';

/** How a page's own coordinates (origin anywhere, y upwards, before /Rotate) lie on the upright page. */
export interface Upright {
  readonly width: number;
  readonly height: number;
  /** A rectangle of the page's coordinates, corners in any order, as a box of the upright page. */
  readonly box: (x0: number, y0: number, x1: number, y1: number) => Box;
  /** True where the page's x axis runs up or down on the upright page. */
  readonly sideways: boolean;
}

/** Reads the visible rectangle and the rotation of a loaded page. */
export function readUpright(pdfium: Pdfium, page: number): Upright {
  pdfium.call.FPDF_GetPageBoundingBox(page, pdfium.scratch);
  const view = pdfium.view();
  const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => view.getFloat32(pdfium.scratch + offset, true));
  return makeUpright(
    { left: left!, top: top!, right: right!, bottom: bottom! },
    pdfium.call.FPDFPage_GetRotation(page),
  );
}

/** `quarters`: clockwise quarter turns. */
function makeUpright(visible: { left: number; top: number; right: number; bottom: number }, quarters: number): Upright {
  const { left, top, right, bottom } = visible;
  const point = (
    [
      (x: number, y: number) => [x - left, top - y],
      (x: number, y: number) => [y - bottom, x - left],
      (x: number, y: number) => [right - x, y - bottom],
      (x: number, y: number) => [top - y, right - x],
    ] as const
  )[quarters & 3]!;
  const sideways = (quarters & 1) === 1;
  const [across, down] = [right - left, top - bottom];
  return {
    width: hundredth(sideways ? down : across),
    height: hundredth(sideways ? across : down),
    sideways,
    box: (x0, y0, x1, y1) => {
      const [ax, ay] = point(x0, y0) as [number, number];
      const [bx, by] = point(x1, y1) as [number, number];
      return [
        hundredth(Math.min(ax, bx)),
        hundredth(Math.min(ay, by)),
        hundredth(Math.max(ax, bx)),
        hundredth(Math.max(ay, by)),
      ];
    },
  };
}

function hundredth(points: number): number {
  return Math.round(points * 100) / 100;
}
