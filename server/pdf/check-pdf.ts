import { open } from 'node:fs/promises';
import { findHeader, headerWindow } from './find-header.ts';
import type { ChildRequest } from './frames.ts';
import { PdfError, type PdfErrorCode } from './pdf-error.ts';
import { runChild, usualLimits } from './run-child.ts';

/** Bytes from the end in which the newest trailer, which names the encryption, begins. */
const trailerWindow = 2 ** 20;
/** Milliseconds: on a busy machine the reading itself will tell. */
const longestCheck = 10_000;

/**
 * What can be said of a file at once, before it waits for its turn to be read: that it is empty, no PDF, or protected
 * by a password. Null for all others, sound or not.
 */
export async function checkPdf(path: string): Promise<PdfErrorCode | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) return 'empty';
    const read = async (start: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    };
    if (!findHeader(await read(0, headerWindow))) return 'not_pdf';
    if (!(await read(Math.max(0, size - trailerWindow), trailerWindow)).includes('/Encrypt')) return null;
  } finally {
    await file.close();
  }
  return inTurn(() => checkProtection(path));
}

/** Opens the file without a password; many encrypted files have none. */
async function checkProtection(path: string): Promise<PdfErrorCode | null> {
  const request: ChildRequest = {
    path,
    pictures: false,
    first: 1,
    backwards: false,
    only: [],
    skip: [],
    blank: [],
    limits: { ...usualLimits, secondsPerStep: 4 },
  };
  const deadline = AbortSignal.timeout(longestCheck);
  try {
    for await (const _ of runChild(request, deadline));
    return null;
  } catch (error) {
    if (error === deadline.reason) return null;
    if (!(error instanceof PdfError)) throw error;
    return error.code === 'password_needed' || error.code === 'protection_unknown' ? error.code : null;
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One child at a time, however many files arrive at once. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine;
  return mine;
}
