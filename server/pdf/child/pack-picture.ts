import type { PackedPicture } from './png.ts';
import type { Raster } from './raster.ts';

/**
 * A photograph has steps of a few greys from pixel to pixel all over: more than half of its steps. Of print's, which are at its
 * edges, a tenth are so small, also in a scan in black and white, and an eighth of its own made smaller.
 */
const softStep = 10;
const [softPart, softShare] = [0.006, 0.25];
/** Mean squared error of what is not white: past it an area of slowly changing colour would show as bands. */
const worstError = 12;
const white = 0xffffff;

type Greys = 4 | 8 | 16;

/** So many greys, four bits a pixel; null where they would show, as in photographs. */
export function packGreys({ width, height, pixels }: Raster, greys: Greys = 16): PackedPicture | null {
  const shown = nearest[greys];
  const stride = ((width + 1) >> 1) + 1;
  const rows = Buffer.alloc(stride * height, 255);
  // most of a page is paper, which is passed over four pixels at a time
  const words = width % 4 === 0 ? new Uint32Array(pixels.buffer, pixels.byteOffset, (width * height) / 4) : null;
  let [soft, steps] = [0, 0];
  for (let row = 0; row < height; row++) {
    const start = row * width;
    const out = row * stride + 1;
    rows[out - 1] = 0;
    let before = 255;
    for (let column = 0; column < width; column += 2) {
      if (words && before === 255 && (column & 3) === 0) {
        column = endOfPaper(words, start + column, start + width) - start;
        if (column >= width) break;
      }
      const one = pixels[start + column]!;
      const other = column + 1 < width ? pixels[start + column + 1]! : 255;
      soft += softSteps[one - before + 255]! + softSteps[other - one + 255]!;
      steps += Number(one !== before) + Number(other !== one);
      before = other;
      rows[out + (column >> 1)] = shown[one]! * 16 + shown[other]!;
    }
  }
  const isPhotograph = soft > width * height * softPart && soft > steps * softShare;
  return isPhotograph ? null : { width, height, bits: 4, palette: null, rows };
}

/** Where the white pixels from `at` on end, before `end`, by fours. */
function endOfPaper(words: Uint32Array, at: number, end: number): number {
  let next = at / 4;
  while (next < end / 4 && words[next] === 0xffff_ffff) next += 1;
  return 4 * next;
}

/** 1 for a step of a few greys, counted from -255. */
const softSteps = Uint8Array.from({ length: 511 }, (_, at) => Number(at !== 255 && Math.abs(at - 255) <= softStep));
/** The nearest of so many greys, in fifteenths. */
const nearest = { 4: nearestOf(4), 8: nearestOf(8), 16: nearestOf(16) };

function nearestOf(greys: Greys): Uint8Array {
  const last = greys - 1;
  return Uint8Array.from({ length: 256 }, (_, grey) => Math.round((((grey + 128 / greys) * last) >> 8) * (15 / last)));
}

/** A palette of at most 256 colours; null where a page has more. */
export function packColours(raster: Raster): PackedPicture | null {
  return packAt(raster, 5) ?? packAt(raster, 4);
}

/** Colours that agree in their first bits become one, the mean of what is there. */
function packAt({ width, height, pixels }: Raster, bits: 4 | 5): PackedPicture | null {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const palette = new Palette(bits);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0, at = 0; row < height; row++) {
    const end = at + width;
    const toRows = row + 1;
    while (at < end) {
      const start = at;
      at = endOfRun(words, start, end);
      const index = palette.add(words[start]! & white, at - start);
      if (index > 255) return null;
      if (index !== 0) for (let one = start; one < at; one++) rows[toRows + one] = index;
    }
  }
  return palette.error() > worstError ? null : { width, height, bits: 8, palette: palette.means(), rows };
}

/** Where the colour at `at` ends, before `end`: most of a page is long runs of its paper. */
function endOfRun(words: Uint32Array, at: number, end: number): number {
  const word = words[at]! & white;
  let next = at + 1;
  while (next < end && (words[next]! & white) === word) next += 1;
  return next;
}

/** Colours that agree in their first bits, and the sums of how they differ in their last. */
class Palette {
  readonly #bits: number;
  readonly #indexes: Int16Array;
  /** The first bits of each index, as a colour. */
  readonly #firsts = new Uint32Array(257);
  /** Of each index: pixels, and the sums of the last bits of red, green and blue. */
  readonly #sums = new Float64Array(257 * 4);
  #squares = 0;
  #length = 0;

  constructor(bits: 4 | 5) {
    this.#bits = bits;
    this.#indexes = new Int16Array(1 << (3 * bits)).fill(-1);
  }

  /** The index of a colour of so many pixels; `word` is red, green and blue from the high bits to the low. */
  add(word: number, count: number): number {
    const [bits, shift] = [this.#bits, 8 - this.#bits];
    const [red, green, blue] = [(word >> 16) & 255, (word >> 8) & 255, word & 255];
    const bin = ((red >> shift) << (2 * bits)) | ((green >> shift) << bits) | (blue >> shift);
    let index = this.#indexes[bin]!;
    if (index < 0) {
      index = this.#length++;
      this.#indexes[bin] = index;
      this.#firsts[index] = word;
    }
    const last = (1 << shift) - 1;
    const sums = this.#sums;
    sums[4 * index]! += count;
    sums[4 * index + 1]! += count * (red & last);
    sums[4 * index + 2]! += count * (green & last);
    sums[4 * index + 3]! += count * (blue & last);
    this.#squares += count * ((red & last) ** 2 + (green & last) ** 2 + (blue & last) ** 2);
    return index;
  }

  means(): Uint8Array {
    const first = -1 << (8 - this.#bits);
    return Uint8Array.from({ length: 3 * this.#length }, (_, at) => {
      const [index, channel] = [Math.floor(at / 3), at % 3];
      const value = (this.#firsts[index]! >> (16 - 8 * channel)) & 255 & first;
      return value + Math.round(this.#sums[4 * index + 1 + channel]! / this.#sums[4 * index]!);
    });
  }

  /** The mean squared error a channel that the means make of the pixels that are not of the most frequent colour. */
  error(): number {
    let squares = this.#squares;
    let most = 0;
    let all = 0;
    for (let at = 0; at < 4 * this.#length; at += 4) {
      const count = this.#sums[at]!;
      for (let channel = 1; channel <= 3; channel++) squares -= this.#sums[at + channel]! ** 2 / count;
      all += count;
      most = Math.max(most, count);
    }
    return squares / 3 / Math.max(1, all - most);
  }
}
