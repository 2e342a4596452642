import { fstatSync, openSync, readSync } from 'node:fs';
import type { PdfErrorCode } from '../pdf-error.ts';
import { type Pdfium, withMemory } from './pdfium.ts';

/** The file says itself what is wrong with it. */
export class Refusal extends Error {
  readonly code: PdfErrorCode;
  /** 1-based, where one page is the reason. */
  readonly page: number | undefined;

  constructor(code: PdfErrorCode, page?: number) {
    super(code);
    this.code = code;
    this.page = page;
  }
}

/** FPDF_GetLastError of fpdfview.h. */
const lastErrors: Record<number, PdfErrorCode> = { 4: 'password_needed', 5: 'protection_unknown' };
const headerWindow = 1024;
const maximumPages = 5_000;

/** Opens the file, which stays on the disk and is read in the blocks PDFium asks for, and returns PDFium's handle. */
export function openDocument(pdfium: Pdfium, path: string): { document: number; pageCount: number } {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  if (size === 0) throw new Refusal('empty');
  if (size > 0x7fff_ffff) throw new Refusal('too_complex');
  const header = Buffer.alloc(Math.min(headerWindow, size));
  readSync(file, header, 0, header.length, 0);
  if (!header.includes('%PDF-')) throw new Refusal('not_pdf');

  const document = loadDocument(pdfium, file, size);
  if (document === 0) throw new Refusal(lastErrors[pdfium.call.FPDF_GetLastError()] ?? 'damaged');
  const pageCount = pdfium.call.FPDF_GetPageCount(document);
  if (pageCount < 1) throw new Refusal('no_pages');
  if (pageCount > maximumPages) throw new Refusal('too_complex');
  return { document, pageCount };
}

function loadDocument(pdfium: Pdfium, file: number, size: number): number {
  const readBlock = pdfium.addFunction((_, position, buffer, length) => {
    const target = pdfium.bytes().subarray(buffer!, buffer! + length!);
    return readSync(file, target, 0, length!, position!) === length ? 1 : 0;
  }, 'iiiii');
  // FPDF_FILEACCESS; PDFium keeps it for as long as the document is open.
  const access = pdfium.call.malloc(12);
  const view = pdfium.view();
  view.setUint32(access, size, true);
  view.setUint32(access + 4, readBlock, true);
  view.setUint32(access + 8, 0, true);
  return withMemory(pdfium, Buffer.from('\0'), (noPassword) => pdfium.call.FPDF_LoadCustomDocument(access, noPassword));
}
