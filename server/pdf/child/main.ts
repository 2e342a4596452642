// The program of the child process: opens one PDF, says what is in it on file descriptor 3, and is killed by its parent.
import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { type ChildRequest, encodeFrame, type FrameHeader, packCharacter } from '../frames.ts';
import { drawPage, encodePictures } from './draw-page.ts';
import { openDocument, Refusal } from './open-document.ts';
import { readOutline, readTitle } from './outline.ts';
import { loadPdfium, type Pdfium } from './pdfium.ts';
import { readPage } from './read-page.ts';
import { supplySystemFonts } from './system-fonts.ts';

const wasmMebibytes = 512;
const processMebibytes = 680;
/** Pages being encoded, on other threads, while PDFium works on the next. */
const maximumEncoding = 2;

const request = JSON.parse(process.argv[2] ?? '') as ChildRequest;
new Worker(new URL('./guard.ts', import.meta.url), {
  workerData: { parent: process.ppid, maximumMebibytes: processMebibytes },
}).unref();

const output = new Socket({ fd: 3, readable: false, writable: true });
function send(header: FrameHeader, body: readonly Buffer[] = []): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(encodeFrame(header, body), (error) => (error ? reject(error) : resolve()));
  });
}

async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** Page indexes in the order to be worked on. */
function orderPages(pageCount: number): number[] {
  const skip = new Set(request.skip);
  const all = request.only ?? Array.from({ length: pageCount }, (_, index) => index + 1);
  const wanted = all.filter((index) => index <= pageCount && !skip.has(index));
  return wanted.toSorted((one, other) => Number(other === request.first) - Number(one === request.first));
}

async function processDocument(pdfium: Pdfium, sharpLoading: ReturnType<typeof loadSharp> | null): Promise<void> {
  const { document, pageCount } = openDocument(pdfium, request.path);
  await send({
    type: 'document',
    pageCount,
    title: readTitle(pdfium, document),
    outline: readOutline(pdfium, document),
  });
  const encoding: Promise<void>[] = [];
  let isFirst = true;
  for (const index of orderPages(pageCount)) {
    const sent = processPage(pdfium, document, index, sharpLoading);
    encoding.push(sent);
    // The first page is on its way before the second is touched: PDFium would hold it up in this thread.
    while (encoding.length >= (isFirst ? 1 : maximumEncoding)) await encoding.shift();
    isFirst = false;
  }
  await Promise.all(encoding);
  await send({ type: 'end' });
}

/** Reads and draws at once; what it returns is the encoding and sending. */
function processPage(
  pdfium: Pdfium,
  document: number,
  index: number,
  sharpLoading: ReturnType<typeof loadSharp> | null,
): Promise<void> {
  const page = pdfium.call.FPDF_LoadPage(document, index - 1);
  if (page === 0) throw new Refusal('damaged', index);
  const { content, hasLargeImages } = readPage(pdfium, page, index);
  const header = { type: 'page', ...content, characters: content.characters.map(packCharacter) } as const;
  const raw = sharpLoading && drawPage(pdfium, page);
  pdfium.call.FPDF_ClosePage(page);
  if (!raw) return send({ ...header, pictures: null });
  return sharpLoading
    .then((sharp) => encodePictures(sharp, raw, hasLargeImages))
    .then(({ large, small }) => {
      const size = ({ width, height, data }: typeof large) => ({ width, height, bytes: data.length });
      return send({ ...header, pictures: { large: size(large), small: size(small) } }, [large.data, small.data]);
    });
}

/** What an error says of the file; undefined for an error of this program. */
function explain(error: unknown, pdfium: Pdfium): FrameHeader | undefined {
  if (error instanceof Refusal) {
    return { type: 'failure', code: error.code, detail: 'refused', page: error.page ?? null };
  }
  if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) return undefined;
  const isExhausted = pdfium.bytes().length > (wasmMebibytes / 2) * 2 ** 20 || /memory|stack/i.test(error.message);
  return { type: 'failure', code: isExhausted ? 'too_complex' : 'damaged', detail: error.message, page: null };
}

const sharpLoading = request.pictures ? loadSharp() : null;
const pdfium = await loadPdfium(wasmMebibytes);
supplySystemFonts(pdfium);
try {
  await processDocument(pdfium, sharpLoading);
} catch (error) {
  const failure = explain(error, pdfium);
  if (!failure) throw error;
  await send(failure);
}
