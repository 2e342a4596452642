// The program of the child process: opens the PDF on its standard input, or where it waits for it, says what is in it on file
// descriptor 3, and is killed by its parent.
import { openSync } from 'node:fs';
import { Socket } from 'node:net';
import { extname } from 'node:path';
import { text } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { type ChildRequest, encodeFrame, type FrameHeader, packContent, type WaitingChild } from '../frames.ts';
import type { GuardData } from './guard.ts';
import { type OpenDocument, openDocument, Refusal, sizeOf } from './open-document.ts';
import { readOutline, readTitle } from './outline.ts';
import { makePageFrame, withoutContent } from './page-frame.ts';
import { loadPdfium, type Pdfium } from './pdfium.ts';
import { supplySystemFonts } from './system-fonts.ts';
import { measureUnreadablePart } from './unreadable-part.ts';
import { readContent, workPage } from './work-page.ts';

const wasmMebibytes = 512;
const pagesBetweenRenewals = 100;
const standardInput = 0;

/** Shared with the guard: how many pages were said, and which is at work. */
const progress = new Int32Array(new SharedArrayBuffer(8));
const guardData: GuardData = { parent: process.ppid, limits: null, progress };
const guard = new Worker(new URL(`./guard${extname(import.meta.url)}`, import.meta.url), { workerData: guardData });
guard.unref();

const output = new Socket({ fd: 3, readable: false, writable: true });
function send(header: FrameHeader, body: readonly Buffer[] = []): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(encodeFrame(header, body), (error) => (error ? reject(error) : resolve()));
  });
}

/** The request and the descriptor of its file, now or once the file is there. */
async function takeWork(): Promise<{ request: ChildRequest; file: number }> {
  const given = JSON.parse(process.argv[2] ?? '') as ChildRequest | WaitingChild;
  if (!('place' in given)) return { request: given, file: standardInput };
  const request = JSON.parse(await text(process.stdin)) as ChildRequest;
  process.title = `${process.argv[1]} ${request.path}`;
  return { request, file: openSync(given.place, 'r') };
}

/** Page indexes in the order to be worked on. */
function orderPages(pageCount: number): number[] {
  const skip = new Set(request.skip);
  const all = request.only ?? Array.from({ length: pageCount }, (_, index) => index + 1);
  const wanted = all.filter((index) => index <= pageCount && !skip.has(index));
  if (request.backwards) return wanted.toSorted((one, other) => other - one);
  return wanted.toSorted((one, other) => Number(other === request.first) - Number(one === request.first));
}

async function processDocument(pdfium: Pdfium): Promise<void> {
  const document = openDocument(pdfium, file);
  await send({
    type: 'document',
    pageCount: document.pageCount,
    isIncomplete: document.isIncomplete,
    title: readTitle(pdfium, document.handle()),
    outline: readOutline(pdfium, document.handle()),
    unreadablePart: isWhole ? await measureUnreadablePart(file) : null,
  });
  let sent: Promise<void> = Promise.resolve();
  for (const [position, index] of orderPages(document.pageCount).entries()) {
    if (position > 0 && position % pagesBetweenRenewals === 0) document.renew();
    Atomics.store(progress, 1, index);
    const making: Promise<[FrameHeader, Buffer[]]> = request.pictures
      ? drawFrame(pdfium, document, index)
      : readFrame(pdfium, document, index);
    const before = sent;
    sent = making.then(async (frame) => {
      await before;
      await send(...frame);
      Atomics.add(progress, 0, 1);
    });
    // One page is encoded on other threads while PDFium works on the next, except the first: it is on its way before the
    // second is touched, which would hold it up in this thread.
    await (position === 0 ? sent : before);
  }
  await sent;
  await send({ type: 'end' });
}

async function readFrame(pdfium: Pdfium, document: OpenDocument, index: number): Promise<[FrameHeader, Buffer[]]> {
  const content = readContent(pdfium, document, index);
  if (!content) throw new Refusal('damaged', index);
  return [{ type: 'content', content: packContent(content) }, []];
}

/** A page that cannot be loaded leaves the others readable. */
function drawFrame(pdfium: Pdfium, document: OpenDocument, index: number): Promise<[FrameHeader, Buffer[]]> {
  const known = request.blank.find(([page]) => page === index)?.[1];
  const worked = known ? null : workPage(pdfium, document, index);
  if (worked) return makePageFrame(worked);
  return makePageFrame(withoutContent(index, ...sizeOf(pdfium, document.handle(), index), known ?? 'damaged'));
}

/** What an error says of the file; undefined for an error of this program. */
function explain(error: unknown, pdfium: Pdfium): FrameHeader | undefined {
  if (error instanceof Refusal) {
    return { type: 'failure', code: error.code, detail: 'refused', page: error.page ?? pageAtWork() };
  }
  if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) return undefined;
  const isExhausted = pdfium.bytes().length > (wasmMebibytes / 2) * 2 ** 20 || /memory|stack/i.test(error.message);
  return { type: 'failure', code: isExhausted ? 'too_complex' : 'damaged', detail: error.message, page: pageAtWork() };
}

function pageAtWork(): number | null {
  return Atomics.load(progress, 1) || null;
}

const pdfium = await loadPdfium(wasmMebibytes);
supplySystemFonts(pdfium);
const { request, file } = await takeWork();
guard.postMessage(request.limits);
/** The child of a whole paper, which has the time to look through the file. */
const isWhole = request.pictures && request.only === null && !request.backwards;
try {
  await processDocument(pdfium);
} catch (error) {
  const failure = explain(error, pdfium);
  if (!failure) throw error;
  await send(failure);
}
