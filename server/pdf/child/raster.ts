/** Drawn pixels, row by row without gaps: one byte of grey each, or four of blue, green, red and nothing. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 4;
  readonly pixels: Uint8Array;
}

/** How far apart the three colours of a pixel may be that counts as grey. */
const faintest = 6;

export function isGrey({ channels, pixels }: Raster): boolean {
  if (channels === 1) return true;
  for (let at = 0; at < pixels.length; at += 4) {
    const blue = pixels[at]!;
    const green = pixels[at + 1]!;
    const red = pixels[at + 2]!;
    if (blue === green && green === red) continue;
    if (Math.max(blue, green, red) - Math.min(blue, green, red) > faintest) return false;
  }
  return true;
}

/** The same in one byte a pixel where each is exactly grey, as in most scans; null where one is not. */
export function asGreys({ width, height, channels, pixels }: Raster): Raster | null {
  if (channels === 1) return { width, height, channels, pixels };
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const greys = new Uint8Array(width * height);
  for (let at = 0; at < greys.length; at++) {
    const word = words[at]!;
    if (((word ^ (word >>> 8)) & 0xffff) !== 0) return null;
    greys[at] = word;
  }
  return { width, height, channels: 1, pixels: greys };
}

/** The same in one byte a pixel. */
export function toGrey({ width, height, channels, pixels }: Raster): Raster {
  if (channels === 1) return { width, height, channels, pixels };
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    grey[at] = (pixels[4 * at]! * 29 + pixels[4 * at + 1]! * 150 + pixels[4 * at + 2]! * 77 + 128) >> 8;
  }
  return { width, height, channels: 1, pixels: grey };
}

/** Shrinks by a whole factor, up to 16: each pixel is the mean of a square of pixels; what is left over at the edges is cut off. */
export function shrink(raster: Raster, factor: number): Raster {
  const [across, down] = [Math.min(factor, raster.width), Math.min(factor, raster.height)];
  const width = Math.max(1, Math.floor(raster.width / factor));
  const height = Math.max(1, Math.floor(raster.height / factor));
  const size = { width, height, across, down };
  const pixels = raster.channels === 1 ? shrinkGreys(raster, size) : shrinkColours(raster, size);
  return { width, height, channels: raster.channels, pixels };
}

interface ShrunkSize {
  readonly width: number;
  readonly height: number;
  /** Pixels that become one. */
  readonly across: number;
  readonly down: number;
}

function shrinkGreys({ width: stride, pixels }: Raster, { width, height, across, down }: ShrunkSize): Uint8Array {
  const shrunk = new Uint8Array(width * height);
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let inside = 0; inside < down; inside++) {
        const start = (row * down + inside) * stride + column * across;
        for (let at = start; at < start + across; at++) sum += pixels[at]!;
      }
      shrunk[to++] = sum / (across * down) + 0.5;
    }
  }
  return shrunk;
}

/** Two channels are summed at once in the halves of a word, which hold up to 257 of them. */
function shrinkColours({ width: stride, pixels }: Raster, { width, height, across, down }: ShrunkSize): Uint8Array {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const shrunk = new Uint8Array(width * height * 4);
  const count = across * down;
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let [even, odd] = [0, 0];
      for (let inside = 0; inside < down; inside++) {
        const start = (row * down + inside) * stride + column * across;
        for (let at = start; at < start + across; at++) {
          const word = words[at]!;
          even += word & 0xff00ff;
          odd += (word >>> 8) & 0xff00ff;
        }
      }
      shrunk[to++] = (even & 0xffff) / count + 0.5;
      shrunk[to++] = (odd & 0xffff) / count + 0.5;
      shrunk[to++] = (even >>> 16) / count + 0.5;
      shrunk[to++] = (odd >>> 16) / count + 0.5;
    }
  }
  return shrunk;
}
