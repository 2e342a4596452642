import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** As many files as can stand beside each other. */
const openAtOnce = 2;
const open = new Map<string, PDFDocumentLoadingTask>();

/** A page of the file at `url`; only the byte ranges it needs are fetched. */
export async function openPage(url: string, page: number): Promise<PDFPageProxy> {
  const known = open.get(url);
  const task = known ?? begin(url);
  open.delete(url);
  open.set(url, task);
  try {
    return await (await task.promise).getPage(page);
  } catch (error) {
    if (open.get(url) === task) open.delete(url);
    throw error;
  }
}

function begin(url: string): PDFDocumentLoadingTask {
  for (const [oldest, task] of open) {
    if (open.size < openAtOnce) break;
    open.delete(oldest);
    void task.destroy();
  }
  return getDocument({
    url,
    disableAutoFetch: true,
    disableStream: true,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    iccUrl: '/pdfjs/iccs/',
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
}
