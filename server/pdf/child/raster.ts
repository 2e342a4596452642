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

/** The same in one byte a pixel. */
export function toGrey({ width, height, channels, pixels }: Raster): Raster {
  if (channels === 1) return { width, height, channels, pixels };
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    grey[at] = (pixels[4 * at]! * 29 + pixels[4 * at + 1]! * 150 + pixels[4 * at + 2]! * 77 + 128) >> 8;
  }
  return { width, height, channels: 1, pixels: grey };
}

/** Shrinks by a whole factor: each pixel is the mean of a square of pixels; what is left over at the edges is cut off. */
export function shrink(raster: Raster, factor: number): Raster {
  const { channels, pixels } = raster;
  const width = Math.max(1, Math.floor(raster.width / factor));
  const height = Math.max(1, Math.floor(raster.height / factor));
  const [across, down] = [Math.min(factor, raster.width), Math.min(factor, raster.height)];
  const stride = raster.width * channels;
  const shrunk = new Uint8Array(width * height * channels);
  const sums = new Uint32Array(width * channels);
  for (let row = 0; row < height; row++) {
    sums.fill(0);
    for (let inside = 0; inside < down; inside++) {
      let at = (row * factor + inside) * stride;
      for (let column = 0; column < sums.length; column += channels) {
        for (let step = 0; step < across; step++) {
          for (let channel = 0; channel < channels; channel++) sums[column + channel]! += pixels[at++]!;
        }
        at += (factor - across) * channels;
      }
    }
    const start = row * sums.length;
    for (let column = 0; column < sums.length; column++) shrunk[start + column] = sums[column]! / (across * down) + 0.5;
  }
  return { width, height, channels, pixels: shrunk };
}
