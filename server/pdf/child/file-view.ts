import { fstatSync, readSync } from 'node:fs';
import { findHeader, headerWindow } from '../find-header.ts';

/** A file as PDFium is to see it: a part of what is on the disk, with something before and after it. */
export interface FileView {
  readonly size: number;
  /** Its list of pages is lost: there may have been more. */
  readonly isIncomplete: boolean;
  /** Fills the target from a position; false where there is less. */
  readonly read: (target: Uint8Array, position: number) => boolean;
}

/** Bytes: what pages are looked for in, and how many objects. */
const longestSearch = 64 * 2 ** 20;
const maximumPages = 5_000;
/** Numbers that no file reaches by counting. */
const [catalogNumber, pagesNumber] = [4_000_001, 4_000_002];

/**
 * The views to try in turn until one opens: the file from its header on; the same without the place of its cross-reference
 * table, so that PDFium finds the objects itself; and that with a tree of the pages that are there, where the tree is lost.
 * Null where it is no PDF.
 */
export function* fileViews(file: number): Generator<FileView, void> {
  const { size } = fstatSync(file);
  const header = findHeader(readBytes(file, 0, Math.min(size, headerWindow)));
  if (!header) return;
  const [before, start] = [Buffer.from(header.isLost ? '%PDF-1.7\n' : ''), header.start];
  yield { ...makeView(file, before, [start, size], Buffer.alloc(0)), isIncomplete: false };
  if (size > longestSearch) return;
  const bytes = readBytes(file, start, size - start);
  const table = bytes.lastIndexOf('startxref');
  const end = table < 0 ? size : start + table;
  yield { ...makeView(file, before, [start, end], Buffer.from('\n')), isIncomplete: false };
  const tree = makePageTree(bytes.toString('latin1'));
  if (tree) yield { ...makeView(file, before, [start, end], Buffer.from(tree)), isIncomplete: true };
}

function makeView(file: number, before: Buffer, [start, end]: readonly [number, number], after: Buffer) {
  const middle = end - start;
  const size = before.length + middle + after.length;
  /** Fills what it can of `rest` from one of the three parts; how many bytes that is, 0 where the file is shorter. */
  const readPart = (rest: Uint8Array, position: number): number => {
    const inFile = position - before.length;
    if (inFile < 0) return before.copy(rest, 0, position);
    if (inFile >= middle) return after.copy(rest, 0, inFile - middle);
    const part = rest.subarray(0, middle - inFile);
    return readSync(file, part, 0, part.length, start + inFile) === part.length ? part.length : 0;
  };
  return {
    size,
    read: (target: Uint8Array, position: number) => {
      if (position + target.length > size) return false;
      for (let filled = 0; filled < target.length; ) {
        const count = readPart(target.subarray(filled), position + filled);
        if (count === 0) return false;
        filled += count;
      }
      return true;
    },
  };
}

/** A catalog and a list of the pages whose own objects are whole; null where there are none. */
function makePageTree(text: string): string | null {
  const pages = new Set<string>();
  let object: string | undefined;
  for (const [, number, type] of text.matchAll(
    /(\d{1,7}) \d{1,5} obj\b|(\/Type\s*\/Page(?![A-Za-z]))|\b(?:endobj|stream)\b/g,
  )) {
    if (type && object && pages.size < maximumPages) pages.add(object);
    else if (!type) object = number;
  }
  if (pages.size === 0) return null;
  const kids = [...pages].map((number) => `${number} 0 R`).join(' ');
  return [
    // of the object in which a file that was cut off breaks off
    '\nendstream\nendobj',
    `${catalogNumber} 0 obj\n<</Type/Catalog/Pages ${pagesNumber} 0 R>>\nendobj`,
    `${pagesNumber} 0 obj\n<</Type/Pages/Count ${pages.size}/Kids[${kids}]/MediaBox[0 0 595 842]>>\nendobj`,
    `trailer\n<</Size ${pagesNumber + 1}/Root ${catalogNumber} 0 R>>\n`,
  ].join('\n');
}

function readBytes(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, start);
  return bytes;
}
