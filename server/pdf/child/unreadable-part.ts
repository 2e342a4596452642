import { fstatSync, readSync } from 'node:fs';
import { constants, createInflate, inflateSync } from 'node:zlib';

/** Bytes: longer files are scans and photographs, which are not looked through. */
const longestFile = 32 * 2 ** 20;
/** Bytes of a dictionary before its stream's beginning. */
const dictionaryWindow = 1_024;
/** Bytes: a sound stream that holds more is not read to its end. */
const longestText = 32 * 2 ** 20;
/** Pieces in which a damaged stream is read to find where it breaks off. */
const pieces = 128;

/** With no other filter before or after it. */
const plainlyDeflated = /\/Filter\s*(?:\/(?:FlateDecode|Fl)\b|\[\s*\/(?:FlateDecode|Fl)\s*\])/;
const noText = /\/Image\b|\/Length1\b|\/(?:CIDFontType0C|Type1C|OpenType|ICCBased|Metadata)\b/;

/**
 * What part of a file's compressed text (contents of pages, forms, tables of objects) cannot be unpacked, 0 … 1: PDFium draws
 * such a page up to where it breaks off, and says nothing. Null where that cannot be told: for encrypted and very long files.
 */
export async function measureUnreadablePart(file: number): Promise<number | null> {
  const { size } = fstatSync(file);
  if (size > longestFile) return null;
  const bytes = Buffer.alloc(size);
  readSync(file, bytes, 0, size, 0);
  if (bytes.includes('/Encrypt')) return null;
  let [all, lost] = [0, 0];
  for (const packed of textStreams(bytes)) {
    all += packed.length;
    if (isBroken(packed)) lost += packed.length - (await soundLength(packed));
  }
  return all === 0 ? 0 : lost / all;
}

/** The data of each deflated stream that is neither a picture nor a font, found without the file's own tables. */
function* textStreams(bytes: Buffer): Generator<Buffer, void> {
  let at = bytes.indexOf('stream');
  while (at >= 0) {
    const dictionary = bytes
      .toString('latin1', Math.max(0, at - dictionaryWindow), at)
      .split(/\bobj\b/)
      .at(-1)!;
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    const end = bytes.indexOf('endstream', start);
    if (end < 0) return;
    if (plainlyDeflated.test(dictionary) && !noText.test(dictionary)) yield bytes.subarray(start, end);
    at = bytes.indexOf('stream', end + 'endstream'.length);
  }
}

/** A wrong sum at the end, or an end that is missing, loses nothing that was there. */
function isBroken(packed: Buffer): boolean {
  try {
    inflateSync(packed, { maxOutputLength: longestText, finishFlush: constants.Z_SYNC_FLUSH });
    return false;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'Z_DATA_ERROR' && message !== 'incorrect data check';
  }
}

/** Bytes that can be unpacked before the damage. */
function soundLength(packed: Buffer): Promise<number> {
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  const length = Math.max(64, Math.ceil(packed.length / pieces));
  return new Promise((resolve) => {
    inflate.on('error', () => resolve(inflate.bytesWritten)).on('end', () => resolve(packed.length));
    inflate.resume();
    for (let start = 0; start < packed.length; start += length) inflate.write(packed.subarray(start, start + length));
    inflate.end();
  });
}
