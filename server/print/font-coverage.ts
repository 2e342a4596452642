import { readFileSync } from 'node:fs';
import { FONT_FILES } from './fonts.ts';
import type { Unprintable } from './print-error.ts';
import { printableText } from './printable-text.ts';

/** Code points a font has a glyph for. */
type Coverage = (codePoint: number) => boolean;

/** Reads the `cmap` table of an OpenType font (formats 4 and 12). Source: OpenType specification, cmap. */
function readCoverage(font: Buffer): Coverage {
  const cmap = tableOffset(font, 'cmap');
  const ranges: [first: number, last: number, glyphOf: (codePoint: number) => number][] = [];
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const record = cmap + 4 + 8 * i;
    const isUnicode = font.readUInt16BE(record) === 0 || font.readUInt16BE(record) === 3;
    const table = cmap + font.readUInt32BE(record + 4);
    const format = font.readUInt16BE(table);
    if (isUnicode && format === 4) ranges.push(...segments(font, table));
    if (isUnicode && format === 12) ranges.push(...groups(font, table));
  }
  return (codePoint) =>
    ranges.some(([first, last, glyphOf]) => first <= codePoint && codePoint <= last && glyphOf(codePoint) !== 0);
}

function tableOffset(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const record = 12 + 16 * i;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new RangeError(`the font has no ${tag} table`);
}

function* segments(font: Buffer, table: number): Generator<[number, number, (codePoint: number) => number]> {
  const size = font.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + size];
  for (let i = 0; i < size; i += 2) {
    const first = font.readUInt16BE(starts + i);
    const delta = font.readUInt16BE(starts + size + i);
    const rangeOffsetAt = starts + 2 * size + i;
    const rangeOffset = font.readUInt16BE(rangeOffsetAt);
    yield [
      first,
      font.readUInt16BE(ends + i),
      (codePoint) => {
        if (rangeOffset === 0) return (codePoint + delta) & 0xffff;
        const glyph = font.readUInt16BE(rangeOffsetAt + rangeOffset + 2 * (codePoint - first));
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      },
    ];
  }
}

function* groups(font: Buffer, table: number): Generator<[number, number, (codePoint: number) => number]> {
  for (let i = 0; i < font.readUInt32BE(table + 12); i += 1) {
    const group = table + 16 + 12 * i;
    const first = font.readUInt32BE(group);
    const glyph = font.readUInt32BE(group + 8);
    yield [first, font.readUInt32BE(group + 4), (codePoint) => glyph + codePoint - first];
  }
}

const coverages = new Map<keyof typeof FONT_FILES, Coverage>();

function coverageOf(family: keyof typeof FONT_FILES): Coverage {
  const known = coverages.get(family);
  if (known) return known;
  const coverage = readCoverage(readFileSync(FONT_FILES[family]));
  coverages.set(family, coverage);
  return coverage;
}

// Variation selectors and joiners choose a form of the character before them and need no glyph of their own.
const NEEDS_NO_GLYPH = /^(?:\s|\p{Variation_Selector}|\p{Join_Control}|\u200B|\u2060)$/u;
const isDrawn = (character: string, family: keyof typeof FONT_FILES) =>
  NEEDS_NO_GLYPH.test(character) || coverageOf(family)(character.codePointAt(0)!);

/** True where BIZ UDMincho alone draws the whole text: a name is never set in two fonts. */
export function isInMincho(text: string): boolean {
  return [...text].every((character) => isDrawn(character, 'mincho'));
}

/** What letters are set in. */
const ofLetters = ['mincho', 'gothic', 'noto'] as const;

/** The texts that hold a character no font draws (private-use characters, rare kanji, in letters emoji), each with those characters. */
export function findUnprintable(
  texts: readonly string[],
  families: readonly (keyof typeof FONT_FILES)[] = ofLetters,
): Unprintable[] {
  return [...new Set(texts)].flatMap((text) => {
    const missing = [...printableText(text)].filter(
      (character) => !families.some((family) => isDrawn(character, family)),
    );
    return missing.length === 0 ? [] : [{ text, characters: [...new Set(missing)] }];
  });
}
