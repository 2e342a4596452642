import { Refusal } from './open-document.ts';
import type { Pdfium } from './pdfium.ts';
import { asGreys, isGrey, type Raster, shrink, toGrey } from './raster.ts';

/** Pixels. A page much longer than wide gets a narrower picture, so that its height stays bounded. */
const largeWidth = 1500;
const maximumHeight = 4500;
/** The small picture is a fifth of the large, the quick one half: whole factors, so that shrinking is taking means. */
const smallFactor = 5;
const quickFactor = 2;

/** FPDFBitmap_Gray and FPDFBitmap_BGRx of fpdfview.h. */
const formats = { 1: 1, 4: 3 } as const;
/** FPDF_ANNOT. */
const renderFlags = 0x01;
const white = 0xffff_ffff;

export interface DrawnPage {
  readonly large: Raster;
  readonly small: Raster;
  /** Asked for with the first page: half the width. */
  readonly quick: Raster | null;
}

export interface DrawOptions {
  /** A large part of the page is an image, which takes long to draw: it is drawn once only. */
  readonly hasLargeImages: boolean;
  /** It is a scan in black and white: no colours need be looked for. */
  readonly isBitonal: boolean;
  readonly quick: boolean;
  /** The form environment of a page that has fields; 0 for others. */
  readonly form: number;
}

/**
 * Draws a loaded page. In grey where it has no other colours, which the small picture tells: PDFium draws print four times
 * faster in grey.
 */
export function drawPage(pdfium: Pdfium, page: number, options: DrawOptions): DrawnPage {
  const { hasLargeImages, isBitonal, quick, form } = options;
  const sheet = { page, form };
  const size = fitPicture(pdfium.call.FPDF_GetPageWidthF(page), pdfium.call.FPDF_GetPageHeightF(page));
  const draw = isBitonal ? drawScan : hasLargeImages ? drawOnce : drawTwice;
  const { large, small } = draw(pdfium, sheet, size);
  return { large, small, quick: quick ? shrink(large, quickFactor) : null };
}

/** The pictures of a page that is not drawn: white. */
export function blankPage(width: number, height: number): DrawnPage {
  const size = fitPicture(width, height);
  const large: Raster = { ...size, channels: 1, pixels: new Uint8Array(size.width * size.height).fill(255) };
  return { large, small: shrink(large, smallFactor), quick: null };
}

function drawScan(pdfium: Pdfium, page: Sheet, size: PictureSize) {
  const large = render(pdfium, page, size, 1);
  return { large, small: shrink(large, smallFactor) };
}

function drawOnce(pdfium: Pdfium, page: Sheet, size: PictureSize) {
  const drawn = render(pdfium, page, size, 4);
  const greys = asGreys(drawn);
  if (greys) return { large: greys, small: shrink(greys, smallFactor) };
  const small = shrink(drawn, smallFactor);
  return isGrey(small) ? { large: toGrey(drawn), small: toGrey(small) } : { large: drawn, small };
}

function drawTwice(pdfium: Pdfium, page: Sheet, size: PictureSize) {
  const [width, height] = [size.width, size.height].map((pixels) => Math.max(1, Math.round(pixels / smallFactor)));
  const small = render(pdfium, page, { width: width!, height: height! }, 4);
  return isGrey(small)
    ? { large: render(pdfium, page, size, 1), small: toGrey(small) }
    : { large: render(pdfium, page, size, 4), small };
}

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

interface Sheet {
  readonly page: number;
  readonly form: number;
}

function render(pdfium: Pdfium, { page, form }: Sheet, { width, height }: PictureSize, channels: 1 | 4): Raster {
  const { call } = pdfium;
  const bitmap = call.FPDFBitmap_CreateEx(width, height, formats[channels], 0, 0);
  if (bitmap === 0) throw new Refusal('too_complex');
  call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
  call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, renderFlags);
  if (form !== 0) call.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, renderFlags);
  const start = call.FPDFBitmap_GetBuffer(bitmap);
  const stride = call.FPDFBitmap_GetStride(bitmap);
  const pixels = copyRows(pdfium.bytes(), start, stride, width * channels, height);
  call.FPDFBitmap_Destroy(bitmap);
  return { width, height, channels, pixels };
}

/** The pixels of the large picture of a page of the given points. */
function fitPicture(width: number, height: number): PictureSize {
  const scale = Math.min(largeWidth / width, maximumHeight / height);
  if (!(scale > 0) || !Number.isFinite(scale)) throw new Refusal('damaged');
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Two pages are held at once, one being drawn and one being encoded (main.ts): memory that is used again by turns, since to
 * make and to free megabytes for every page takes longer than to fill them.
 */
const held = [new Uint8Array(0), new Uint8Array(0)];
const smallest = 1_000_000;
let turn = 0;

function makeRoom(length: number): Uint8Array {
  if (length < smallest) return new Uint8Array(length);
  turn = 1 - turn;
  if (held[turn]!.length < length) held[turn] = new Uint8Array(length);
  return held[turn]!.subarray(0, length);
}

function copyRows(bytes: Uint8Array, start: number, stride: number, rowLength: number, height: number): Uint8Array {
  const pixels = makeRoom(rowLength * height);
  if (stride === rowLength) {
    pixels.set(bytes.subarray(start, start + pixels.length));
    return pixels;
  }
  for (let row = 0; row < height; row++) {
    pixels.set(bytes.subarray(start + row * stride, start + row * stride + rowLength), row * rowLength);
  }
  return pixels;
}
