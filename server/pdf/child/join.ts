// The program of the joining child: reads the PDFs at the paths of its first argument, and writes one PDF with the pages of
// all to file descriptor 3; at the end of standard error stands how many pages each gave.
import { readFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { JoinRequest } from '../join-pdfs.ts';
import type { GuardData } from './guard.ts';
import { loadPdfium, type Pdfium, withMemory } from './pdfium.ts';

const wasmMebibytes = 1024;
const request = JSON.parse(process.argv[2] ?? '') as JoinRequest;
const progress = new Int32Array(new SharedArrayBuffer(8));
const guardData: GuardData = { parent: process.ppid, limits: request.limits, progress };
new Worker(new URL(`./guard${extname(import.meta.url)}`, import.meta.url), { workerData: guardData }).unref();

const noPassword = Buffer.from('\0');

/** Puts the pages of the file at the end of `joined`; returns how many. One that PDFium cannot open gives none. */
async function append({ call, ...pdfium }: Pdfium, joined: number, path: string): Promise<number> {
  const content = await readFile(path);
  return withMemory({ call, ...pdfium }, content, (pointer) => {
    const document = withMemory({ call, ...pdfium }, noPassword, (password) =>
      call.FPDF_LoadMemDocument(pointer, content.length, password),
    );
    if (document === 0) return 0;
    const before = call.FPDF_GetPageCount(joined);
    // 0: all pages
    call.FPDF_ImportPagesByIndex(joined, document, 0, 0, before);
    call.FPDF_CloseDocument(document);
    return call.FPDF_GetPageCount(joined) - before;
  });
}

/** A4 upright, in points. */
const blankPage = [595, 842] as const;

const pdfium = await loadPdfium(wasmMebibytes);
const { call } = pdfium;
const joined = call.FPDF_CreateNewDocument();
const counts: number[] = [];
for (const path of request.paths) {
  const count = await append(pdfium, joined, path);
  const isOdd = request.duplex && count % 2 === 1;
  if (isOdd) call.FPDF_ClosePage(call.FPDFPage_New(joined, call.FPDF_GetPageCount(joined), ...blankPage));
  counts.push(isOdd ? count + 1 : count);
  Atomics.add(progress, 0, 1);
}
const writer = call.PDFiumExt_OpenFileWriter();
call.PDFiumExt_SaveAsCopy(joined, writer);
const size = call.PDFiumExt_GetFileWriterSize(writer);
const output = new Socket({ fd: 3, readable: false, writable: true });
withMemory(pdfium, size, (pointer) => {
  call.PDFiumExt_GetFileWriterData(writer, pointer, size);
  output.end(Buffer.from(pdfium.bytes().subarray(pointer, pointer + size)));
});
process.stderr.write(`${JSON.stringify(counts)}\n`);
