import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Pdfium } from './pdfium.ts';

const fonts = [
  { name: 'BIZ UDGothic', file: '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf' },
  { name: 'BIZ UDMincho', file: '@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf' },
] as const;
const [gothic, mincho] = [1, 2];

const shiftJis = 128;
/** Korean, and Chinese in both scripts: a Japanese glyph is better than a blank. */
const otherHan = new Set([129, 134, 136]);
const romanPitch = 16;
/** Latin names, and 明朝 as Shift-JIS and UTF-8 bytes read one by one. */
const minchoNames = /mincho|ryumin|serif|song|batang|\x96\xbe\x92\xa9|\xe6\x98\x8e\xe6\x9c\x9d/i;

/**
 * Gives PDFium the fonts for Japanese that a file does not embed (without them it draws nothing):
 * FPDF_SYSFONTINFO of fpdf_sysfontinfo.h. The font files are read only when first asked for.
 */
export function supplySystemFonts(pdfium: Pdfium): void {
  const { addFunction } = pdfium;
  const files = new Map<number, Buffer>();

  const mapFont = (_: number, _weight: number, _italic: number, charset: number, pitch: number, face: number) => {
    if (charset !== shiftJis && !otherHan.has(charset)) return 0;
    return (pitch & romanPitch) !== 0 || minchoNames.test(readLatin1(pdfium, face)) ? mincho! : gothic!;
  };
  const getFontData = (_: number, handle: number, table: number, buffer: number, size: number) => {
    const file = fontFile(files, handle);
    const data = file && (table === 0 ? file : findTable(file, table));
    if (!data) return 0;
    if (buffer !== 0 && size >= data.length) pdfium.bytes().set(data, buffer);
    return data.length;
  };
  const getFaceName = (_: number, handle: number, buffer: number, size: number) => {
    const name = Buffer.from(`${fonts[handle - 1]?.name}\0`);
    if (buffer !== 0 && size >= name.length) pdfium.bytes().set(name, buffer);
    return name.length;
  };

  // Emscripten gives a function it has met before its earlier entry, whatever the signature: each needs its own.
  const members = [
    addFunction(() => undefined, 'vi'), // Release
    addFunction(() => undefined, 'vii'), // EnumFonts
    addFunction(mapFont, 'iiiiiiii'),
    addFunction(() => 0, 'iii'), // GetFont
    addFunction(getFontData, 'iiiiii'),
    addFunction(getFaceName, 'iiiii'),
    addFunction(() => shiftJis, 'iii'), // GetFontCharset
    addFunction(() => undefined, 'vii'), // DeleteFont
  ];
  // PDFium keeps the structure for as long as it lives.
  const structure = pdfium.call.malloc(4 * (members.length + 1));
  const view = pdfium.view();
  for (const [index, value] of [1, ...members].entries()) view.setUint32(structure + 4 * index, value, true);
  pdfium.call.FPDF_SetSystemFontInfo(structure);
}

function fontFile(files: Map<number, Buffer>, handle: number): Buffer | undefined {
  const font = fonts[handle - 1];
  if (!font) return undefined;
  const known = files.get(handle);
  if (known) return known;
  const file = readFileSync(fileURLToPath(import.meta.resolve(font.file)));
  files.set(handle, file);
  return file;
}

/** One table of a TrueType file by its tag. */
function findTable(file: Buffer, tag: number): Buffer | undefined {
  const count = file.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const entry = 12 + index * 16;
    if (file.readUInt32BE(entry) !== tag) continue;
    const start = file.readUInt32BE(entry + 8);
    return file.subarray(start, start + file.readUInt32BE(entry + 12));
  }
  return undefined;
}

function readLatin1(pdfium: Pdfium, pointer: number): string {
  const bytes = pdfium.bytes();
  return Buffer.from(bytes.subarray(pointer, bytes.indexOf(0, pointer))).toString('latin1');
}
