import type { Box, Rule } from '../../../domain/pages/sheet/page-content.ts';
import { apply, type Matrix } from './matrix.ts';
import type { Pdfium } from './pdfium.ts';
import type { Upright } from './upright.ts';

/** FPDF_SEGMENT_* of fpdf_edit.h. */
const [lineTo, bezierTo, moveTo] = [0, 1, 2];
const maximumSegments = 50_000;
/** Points: a line that leans more is not a rule, a filled rectangle that is thicker is an area. */
const straight = 0.6;
const thickest = 2.5;

/** The straight pieces of one path that are ruling lines, in upright points, each as the middle line of what is drawn. */
export function readPathRules(pdfium: Pdfium, path: number, matrix: Matrix, upright: Upright): Rule[] {
  const { call, scratch } = pdfium;
  call.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const isFilled = pdfium.view().getInt32(scratch, true) !== 0;
  const isStroked = pdfium.view().getInt32(scratch + 4, true) !== 0;
  const strokes = isStroked && isVisible(pdfium, path, 'FPDFPageObj_GetStrokeColor');
  const fills = isFilled && !strokes && isVisible(pdfium, path, 'FPDFPageObj_GetFillColor');
  if (!strokes && !fills) return [];

  const pieces: Box[] = readSubpaths(pdfium, path, matrix).flatMap((points) => {
    if (fills) return [boundsOf(points)];
    return points.slice(1).map(([x, y], index): Box => [...points[index]!, x, y]);
  });
  return pieces.flatMap((piece) => {
    const rule = middleLine(upright.box(...piece), strokes ? straight : thickest);
    return rule ? [rule] : [];
  });
}

/** How many pieces of a path are curves, counted up to the number given: type that is drawn as outlines is full of them. */
export function countCurves({ call }: Pdfium, path: number, most: number): number {
  const count = Math.min(call.FPDFPath_CountSegments(path), maximumSegments);
  let curves = 0;
  for (let index = 0; index < count && curves < most; index++)
    if (call.FPDFPathSegment_GetType(call.FPDFPath_GetPathSegment(path, index)) === bezierTo) curves += 1;
  return curves;
}

type Point = readonly [x: number, y: number];

/** The corners of each subpath, in the page's own coordinates; a curve ends one and begins the next. */
function readSubpaths(pdfium: Pdfium, path: number, matrix: Matrix): Point[][] {
  const { call, scratch } = pdfium;
  const subpaths: Point[][] = [];
  const count = Math.min(call.FPDFPath_CountSegments(path), maximumSegments);
  for (let index = 0; index < count; index++) {
    const segment = call.FPDFPath_GetPathSegment(path, index);
    call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const view = pdfium.view();
    const point = apply(matrix, view.getFloat32(scratch, true), view.getFloat32(scratch + 4, true));
    const type = call.FPDFPathSegment_GetType(segment);
    const current = subpaths.at(-1);
    if (type !== lineTo || !current) subpaths.push([point]);
    else current.push(point);
    const first = subpaths.at(-1)?.[0];
    if (type !== moveTo && first && call.FPDFPathSegment_GetClose(segment) !== 0) subpaths.at(-1)?.push(first);
  }
  return subpaths.filter((points) => points.length > 1);
}

function boundsOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The line along the middle of a box that is thin one way; undefined for any other. */
function middleLine([x0, y0, x1, y1]: Box, thickness: number): Rule | undefined {
  const [width, height] = [x1 - x0, y1 - y0];
  if (Math.min(width, height) > thickness) return undefined;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return width >= height ? [x0, y, x1, y] : [x, y0, x, y1];
}

/** False for white, which hides lines on paper, and for what is wholly transparent. */
function isVisible(
  pdfium: Pdfium,
  path: number,
  colour: 'FPDFPageObj_GetStrokeColor' | 'FPDFPageObj_GetFillColor',
): boolean {
  const { call, scratch } = pdfium;
  if (call[colour](path, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return true;
  const view = pdfium.view();
  const [red, green, blue, alpha] = [0, 4, 8, 12].map((offset) => view.getUint32(scratch + offset, true));
  return alpha !== 0 && Math.min(red!, green!, blue!) < 250;
}
