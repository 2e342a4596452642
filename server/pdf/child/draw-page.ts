import type { Sharp, default as SharpModule } from 'sharp';
import { Refusal } from './open-document.ts';
import type { Pdfium } from './pdfium.ts';

type SharpLibrary = typeof SharpModule;

/** Pixels. A page much longer than wide gets a narrower picture, so that its height stays bounded. */
const largeWidth = 1500;
const smallWidth = 300;
const maximumHeight = 4500;
/** Bytes: a lossless picture past this is of something that is not print. */
const longLossless = 400_000;

/** FPDFBitmap_BGR; FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER, which makes it RGB. */
const bitmapFormat = 2;
const renderFlags = 0x01 | 0x10;
const white = 0xffff_ffff;

export interface RawPicture {
  readonly width: number;
  readonly height: number;
  /** RGB, three bytes a pixel. */
  readonly pixels: Buffer;
}

export interface EncodedPicture {
  readonly width: number;
  readonly height: number;
  /** A WebP file. */
  readonly data: Buffer;
}

/** Draws a loaded page at the large width. */
export function drawPage(pdfium: Pdfium, page: number): RawPicture {
  const { call } = pdfium;
  const { width, height } = fitPicture(call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page));
  const bitmap = call.FPDFBitmap_CreateEx(width, height, bitmapFormat, 0, 0);
  if (bitmap === 0) throw new Refusal('too_complex');
  call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
  call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, renderFlags);
  const start = call.FPDFBitmap_GetBuffer(bitmap);
  const stride = call.FPDFBitmap_GetStride(bitmap);
  const pixels = copyRows(pdfium.bytes(), start, stride, width * 3, height);
  call.FPDFBitmap_Destroy(bitmap);
  return { width, height, pixels };
}

/** The pixels of the large picture of a page of the given points. */
export function fitPicture(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(largeWidth / width, maximumHeight / height);
  if (!(scale > 0) || !Number.isFinite(scale)) throw new Refusal('damaged');
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function copyRows(bytes: Uint8Array, start: number, stride: number, rowLength: number, height: number): Buffer {
  if (stride === rowLength) return Buffer.from(bytes.subarray(start, start + stride * height));
  const pixels = Buffer.allocUnsafe(rowLength * height);
  for (let row = 0; row < height; row++) {
    pixels.set(bytes.subarray(start + row * stride, start + row * stride + rowLength), row * rowLength);
  }
  return pixels;
}

/** Encodes both sizes: print without loss, which is smaller than with it, and photographs and scans with. */
export async function encodePictures(
  sharp: SharpLibrary,
  raw: RawPicture,
  photographic: boolean,
): Promise<{ large: EncodedPicture; small: EncodedPicture }> {
  const open = () => sharp(raw.pixels, { raw: { width: raw.width, height: raw.height, channels: 3 } });
  const smallScale = smallWidth / largeWidth;
  const small = {
    width: Math.max(1, Math.round(raw.width * smallScale)),
    height: Math.max(1, Math.round(raw.height * smallScale)),
  };
  const [largeData, smallData] = await Promise.all([
    photographic ? withLoss(open()) : withoutLoss(open),
    withLoss(open().resize({ ...small, fit: 'fill' })),
  ]);
  return {
    large: { width: raw.width, height: raw.height, data: largeData },
    small: { ...small, data: smallData },
  };
}

function withLoss(image: Sharp): Promise<Buffer> {
  return image.webp({ quality: 80, effort: 2 }).toBuffer();
}

async function withoutLoss(open: () => Sharp): Promise<Buffer> {
  const exact = await open().webp({ lossless: true, effort: 1 }).toBuffer();
  if (exact.length <= longLossless) return exact;
  const near = await withLoss(open());
  return near.length < exact.length ? near : exact;
}
