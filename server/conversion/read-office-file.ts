import { type FileHandle, open } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';
import type { OfficeFormat } from '../../domain/meetings/office-format.ts';
import type { OfficeFile } from './office-file.ts';
import { oleMagic, readOleFile } from './read-ole-file.ts';

const zipMagic = 'PK\u0003\u0004';
/** Bytes of a part that says what a file is; a real one has a few thousand. */
const longestPart = 4_000_000;
/** The main parts of Office Open XML (ECMA-376), as [Content_Types].xml names them. */
const mainParts: readonly [string, OfficeFormat][] = [
  ['wordprocessingml.document.main+xml', 'docx'],
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
  ['presentationml.presentation.main+xml', 'pptx'],
  ['presentationml.slideshow.main+xml', 'pptx'],
];
/** The same with macros: .docm, .xlsm, .pptm. */
const macroParts: readonly [string, OfficeFormat][] = [
  ['ms-word.document.macroEnabled.main+xml', 'docx'],
  ['ms-excel.sheet.macroEnabled.main+xml', 'xlsx'],
  ['ms-powerpoint.presentation.macroEnabled.main+xml', 'pptx'],
];
/** OpenDocument (ISO/IEC 26300), as its first part names it. */
const openDocuments: readonly [string, OfficeFormat][] = [
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
];

/** What a file of an office suite is, by its content; null where it is something else, or damaged. */
export async function readOfficeFile(path: string): Promise<OfficeFile | null> {
  const file = await open(path, 'r');
  try {
    const head = (await readAt(file, 0, 8)).toString('latin1');
    if (head.startsWith('{\\rtf')) return { format: 'rtf', closed: null };
    if (head === oleMagic) return await readOleFile(file);
    return head.startsWith(zipMagic) ? await readZip(path) : null;
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
}

async function readZip(path: string): Promise<OfficeFile | null> {
  try {
    const { names, parts } = await readParts(path);
    return readOpenXml(names, parts.get('[Content_Types].xml')) ?? readOpenDocument(names, parts);
  } catch {
    // a damaged archive: the library's errors have no kind of their own
    return null;
  }
}

const telling = ['[Content_Types].xml', 'mimetype', 'META-INF/manifest.xml'];

async function readParts(path: string): Promise<{ names: string[]; parts: ReadonlyMap<string, string> }> {
  const archive = await yauzl.openPromise(path, { autoClose: false });
  const names: string[] = [];
  const parts = new Map<string, string>();
  try {
    for await (const entry of archive.eachEntry()) {
      names.push(entry.fileName);
      if (!telling.includes(entry.fileName) || entry.uncompressedSize > longestPart) continue;
      parts.set(entry.fileName, await text(await archive.openReadStreamPromise(entry)));
    }
  } finally {
    archive.close();
  }
  return { names, parts };
}

function readOpenXml(names: readonly string[], types = ''): OfficeFile | null {
  const find = (table: readonly [string, OfficeFormat][]) => table.find(([part]) => types.includes(part))?.[1];
  const withMacros = find(macroParts);
  if (withMacros) return { format: withMacros, closed: 'macros' };
  const format = find(mainParts);
  if (!format) return null;
  return { format, closed: names.some((name) => /vbaProject\.bin$/i.test(name)) ? 'macros' : null };
}

function readOpenDocument(names: readonly string[], parts: ReadonlyMap<string, string>): OfficeFile | null {
  const kind = parts.get('mimetype')?.trim();
  const format = openDocuments.find(([type]) => type === kind)?.[1];
  if (!format) return null;
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data')) return { format, closed: 'encrypted' };
  return { format, closed: names.some((name) => /^(?:Basic|Scripts)\/./.test(name)) ? 'macros' : null };
}
