import type { Sharp } from 'sharp';
import { packColours, packGreys } from './pack-picture.ts';
import { type PackedPicture, writePng } from './png.ts';
import type { Raster } from './raster.ts';

/** Bytes: a picture without loss that is longer shows something that is not print. */
const longLossless = 400_000;
/** Bytes: what a slow line brings in a fifth of a second. */
const longQuick = 40 * 1024;
/** Of zlib, for few bytes. */
const smallestLevel = 6;

export interface EncodedPicture {
  readonly width: number;
  readonly height: number;
  /** A PNG, or a WebP file. */
  readonly data: Buffer;
  /** Print, kept as it is. */
  readonly isExact: boolean;
}

/**
 * Print as PNG, of 16 greys or a palette of colours, which is smaller than with loss and ten times faster than WebP without;
 * photographs and scans with loss.
 */
export async function encodePicture(raster: Raster): Promise<EncodedPicture> {
  const { width, height } = raster;
  const packed = raster.channels === 1 ? packGreys(raster) : packColours(raster);
  const exact = packed && (await writePng(packed));
  if (exact && exact.length <= longLossless) return { width, height, data: exact, isExact: true };
  const near = await withLoss(raster, 80);
  const isExact = exact !== null && exact.length <= near.length;
  return { width, height, data: isExact ? exact : near, isExact };
}

/** A picture of few bytes, in which the words can be read; null where there is none, or the large one has as few. */
export async function encodeQuick(raster: Raster, large: EncodedPicture): Promise<EncodedPicture | null> {
  if (large.data.length <= longQuick) return null;
  const { width, height } = raster;
  // print that was made smaller has more greys at its edges: fewer of them still show every word
  for (const packed of large.isExact ? packSmaller(raster) : []) {
    const exact = packed && (await writePng(packed, smallestLevel));
    if (exact && exact.length <= longQuick) return { width, height, data: exact, isExact: true };
  }
  // with loss it would be longer still
  if (large.isExact && raster.channels === 1) return null;
  const near = await withLoss(raster, 30);
  return near.length <= longQuick ? { width, height, data: near, isExact: false } : null;
}

function* packSmaller(raster: Raster): Generator<PackedPicture | null, void> {
  if (raster.channels === 4) yield packColours(raster);
  else for (const greys of [16, 8, 4] as const) yield packGreys(raster, greys);
}

async function withLoss({ width, height, channels, pixels }: Raster, quality: number): Promise<Buffer> {
  const image = (await sharpOnce())(rgb(channels, pixels), {
    raw: { width, height, channels: channels === 1 ? 1 : 3 },
  });
  return (image as Sharp).webp({ quality, effort: 0 }).toBuffer();
}

function rgb(channels: 1 | 4, pixels: Uint8Array): Uint8Array {
  if (channels === 1) return pixels;
  const turned = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4) {
    turned[to++] = pixels[from + 2]!;
    turned[to++] = pixels[from + 1]!;
    turned[to++] = pixels[from]!;
  }
  return turned;
}

let loading: ReturnType<typeof loadSharp> | undefined;

/** Loaded only by the first picture with loss: most papers have none. */
function sharpOnce() {
  loading ??= loadSharp();
  return loading;
}

async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}
