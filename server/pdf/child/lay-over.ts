// The program of the child that lays pages over others: reads the PDFs named in its first argument and writes one PDF to file
// descriptor 3.
import { readFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { OverlayRequest } from '../lay-over.ts';
import type { GuardData } from './guard.ts';
import { loadPdfium, type Pdfium, withMemory } from './pdfium.ts';
import { supplySystemFonts } from './system-fonts.ts';

const wasmMebibytes = 1024;
const request = JSON.parse(process.argv[2] ?? '') as OverlayRequest;
const progress = new Int32Array(new SharedArrayBuffer(8));
const guardData: GuardData = { parent: process.ppid, limits: request.limits, progress };
new Worker(new URL(`./guard${extname(import.meta.url)}`, import.meta.url), { workerData: guardData }).unref();

const pdfium = await loadPdfium(wasmMebibytes);
supplySystemFonts(pdfium);
const { call } = pdfium;

/** The file's bytes stay in PDFium's memory: it reads them for as long as the document is open. */
async function load(path: string): Promise<number> {
  const content = await readFile(path);
  const pointer = call.malloc(content.length);
  if (pointer === 0) throw new RangeError('out of memory');
  pdfium.bytes().set(content, pointer);
  const document = withMemory(pdfium, Buffer.from('\0'), (noPassword) =>
    call.FPDF_LoadMemDocument(pointer, content.length, noPassword),
  );
  if (document === 0) throw new Error('a file cannot be opened');
  return document;
}

/** Puts one page, 0-based, behind the last. */
function append(target: number, source: number, page: number): void {
  withMemory(pdfium, 4, (pointer) => {
    pdfium.view().setInt32(pointer, page, true);
    call.FPDF_ImportPagesByIndex(target, source, pointer, 1, call.FPDF_GetPageCount(target));
  });
}

/** Lays a page of the overlay, 0-based, over a page of the target, upright as it is seen. */
function cover(target: number, page: number, overlay: number, index: number): void {
  const sheet = call.FPDF_LoadPage(target, page);
  if (sheet === 0) return;
  const form = call.FPDF_NewXObjectFromPage(target, overlay, index);
  const object = call.FPDF_NewFormObjectFromXObject(form);
  setMatrix(pdfium, object, placeOn(pdfium, sheet));
  call.FPDFPage_InsertObject(sheet, object);
  call.FPDFPage_GenerateContent(sheet);
  call.FPDF_CloseXObject(form);
  call.FPDF_ClosePage(sheet);
}

/** From the upright page, y upwards from its foot, to the page's own coordinates: a matrix a … f. */
function placeOn(pdfium: Pdfium, page: number): readonly number[] {
  call.FPDF_GetPageBoundingBox(page, pdfium.scratch);
  const view = pdfium.view();
  const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => view.getFloat32(pdfium.scratch + offset, true));
  return [
    [1, 0, 0, 1, left!, bottom!],
    [0, 1, -1, 0, right!, bottom!],
    [-1, 0, 0, -1, right!, top!],
    [0, -1, 1, 0, left!, top!],
  ][call.FPDFPage_GetRotation(page) & 3]!;
}

function setMatrix(pdfium: Pdfium, object: number, matrix: readonly number[]): void {
  for (const [index, value] of matrix.entries()) pdfium.view().setFloat32(pdfium.scratch + 4 * index, value, true);
  call.FPDFPageObj_SetMatrix(object, pdfium.scratch);
}

const target = await load(request.base);
for (const { path, page } of request.further) {
  const source = await load(path);
  append(target, source, page - 1);
  call.FPDF_CloseDocument(source);
}
const overlay = await load(request.overlay);
for (const [index, page] of request.onto.entries()) {
  cover(target, page - 1, overlay, index);
  Atomics.add(progress, 0, 1);
}
for (let index = request.onto.length; index < call.FPDF_GetPageCount(overlay); index++) append(target, overlay, index);

const writer = call.PDFiumExt_OpenFileWriter();
call.PDFiumExt_SaveAsCopy(target, writer);
const size = call.PDFiumExt_GetFileWriterSize(writer);
const output = new Socket({ fd: 3, readable: false, writable: true });
withMemory(pdfium, size, (pointer) => {
  call.PDFiumExt_GetFileWriterData(writer, pointer, size);
  output.end(Buffer.from(pdfium.bytes().subarray(pointer, pointer + size)));
});
