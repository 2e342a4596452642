import type { FileHandle } from 'node:fs/promises';
import type { OfficeFormat } from '../../domain/meetings/office-format.ts';
import type { OfficeFile } from './office-file.ts';

/** The first bytes of a Compound File ([MS-CFB] 2.2), as latin1. */
export const oleMagic = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';

/** Bytes of an entry of its directory, which lies at a multiple of it. */
const entryLength = 128;
const window = entryLength * 8192;
/** Streams shorter than this lie elsewhere; no paper has so little in it. */
const shortStream = 4096;

const mainStreams: readonly [string, OfficeFormat][] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
];
/** Of documents encrypted as a whole ([MS-OFFCRYPTO]): Open XML, and PowerPoint's own. */
const encryptedStreams = ['EncryptedPackage', 'EncryptedSummary'];
const macroStorages = ['Macros', '_VBA_PROJECT_CUR'];

interface Entry {
  readonly name: string;
  /** Bytes from the file's beginning; null for what lies among the short streams. */
  readonly start: number | null;
}

/** What an old file of Word, Excel or PowerPoint is, by the entries of its directory; null where it is something else. */
export async function readOleFile(file: FileHandle): Promise<OfficeFile | null> {
  const entries = await listEntries(file);
  const has = (names: readonly string[]) => entries.some(({ name }) => names.includes(name));
  // the first is the document itself; others are of documents within it
  const main = entries.find(({ name }) => mainStreams.some(([stream]) => stream === name));
  const format = mainStreams.find(([stream]) => stream === main?.name)?.[1];
  if (has(encryptedStreams)) return { format: format ?? 'docx', closed: 'encrypted' };
  if (!main || !format) return null;
  if (main.start !== null && (await isEncrypted(file, format, main.start))) return { format, closed: 'encrypted' };
  return { format, closed: has(macroStorages) ? 'macros' : null };
}

async function listEntries(file: FileHandle): Promise<Entry[]> {
  const { buffer: header } = await file.read(Buffer.alloc(512), 0, 512, 0);
  const sectorLength = 2 ** Math.min(header.readUInt16LE(30), 12);
  const entries: Entry[] = [];
  for (let place = 0; ; place += window) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(window), 0, window, place);
    for (let start = 0; start + entryLength <= bytesRead; start += entryLength) {
      const entry = readEntry(buffer.subarray(start, start + entryLength), sectorLength);
      if (entry) entries.push(entry);
    }
    if (bytesRead < window) return entries;
  }
}

/** Null where what lies there is no entry of a stream or a storage. */
function readEntry(bytes: Buffer, sectorLength: number): Entry | null {
  const length = bytes.readUInt16LE(64);
  const type = bytes[66]!;
  if (length < 4 || length > 64 || length % 2 !== 0 || (type !== 1 && type !== 2)) return null;
  const name = bytes.subarray(0, length - 2).toString('utf16le');
  const isShort = bytes.readUInt32LE(120) < shortStream;
  return { name, start: isShort ? null : (bytes.readUInt32LE(116) + 1) * sectorLength };
}

/** By the stream's beginning: fEncrypted of [MS-DOC] 2.5.2, FilePass of [MS-XLS] 2.4.117. */
async function isEncrypted(file: FileHandle, format: OfficeFormat, start: number): Promise<boolean> {
  const { buffer: head, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, start);
  if (format === 'doc') return bytesRead > 11 && (head[11]! & 1) === 1;
  if (format !== 'xls') return false;
  for (let place = 0; place + 4 <= bytesRead; place += 4 + head.readUInt16LE(place + 2)) {
    if (head.readUInt16LE(place) === filePass) return true;
  }
  return false;
}

const filePass = 0x2f;
