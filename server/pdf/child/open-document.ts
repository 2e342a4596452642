import { fstatSync } from 'node:fs';
import type { PdfErrorCode } from '../pdf-error.ts';
import { type FileView, fileViews } from './file-view.ts';
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
/** FORMTYPE_XFA_FULL of fpdf_formfill.h: the pages are made by Adobe's own reader, in the file is only a notice. */
const dynamicForm = 2;
const maximumPages = 5_000;

export interface OpenDocument {
  readonly pageCount: number;
  /** Its list of pages is lost: there may have been more. */
  readonly isIncomplete: boolean;
  /** PDFium's handle, until the next renewal. */
  readonly handle: () => number;
  /** PDFium's form environment of it, which is made when first asked for. */
  readonly form: () => number;
  /** Closes and opens the file again: what PDFium keeps of the pages it has met grows with their number. */
  readonly renew: () => void;
}

/** Opens the file of a descriptor, which stays on the disk and is read in the blocks PDFium asks for. */
export function openDocument(pdfium: Pdfium, file: number): OpenDocument {
  const { size } = fstatSync(file);
  if (size === 0) throw new Refusal('empty');
  if (size > 0x7fff_ffff) throw new Refusal('too_complex');
  const { access, pageCount, isIncomplete, ...opened } = openView(pdfium, fileViews(file));
  let { handle } = opened;
  if (pageCount > maximumPages) throw new Refusal('too_complex');
  if (pdfium.call.FPDF_GetFormType(handle) === dynamicForm) throw new Refusal('dynamic_form');
  const form = makeForm(pdfium, () => handle);
  return {
    pageCount,
    isIncomplete,
    handle: () => handle,
    form: form.get,
    renew: () => {
      form.close();
      pdfium.call.FPDF_CloseDocument(handle);
      handle = loadDocument(pdfium, access);
    },
  };
}

/** Opens the first of the views that has pages; what is wrong with the first holds where none has. */
function openView(pdfium: Pdfium, views: Iterable<FileView>) {
  let refusal: Refusal | undefined;
  for (const view of views) {
    const access = makeFileAccess(pdfium, view);
    try {
      const handle = loadDocument(pdfium, access);
      const pageCount = pdfium.call.FPDF_GetPageCount(handle);
      if (pageCount > 0) return { access, handle, pageCount, isIncomplete: view.isIncomplete };
      pdfium.call.FPDF_CloseDocument(handle);
      throw new Refusal('no_pages');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal ??= error;
      if (error.code !== 'no_pages' && error.code !== 'damaged') break;
    }
  }
  throw refusal ?? new Refusal('not_pdf');
}

function makeForm({ call }: Pdfium, document: () => number) {
  let [info, environment] = [0, 0];
  return {
    get: () => {
      if (environment === 0) {
        info = call.PDFiumExt_OpenFormFillInfo();
        environment = call.PDFiumExt_InitFormFillEnvironment(document(), info);
      }
      return environment;
    },
    close: () => {
      if (environment === 0) return;
      call.PDFiumExt_ExitFormFillEnvironment(environment);
      call.PDFiumExt_CloseFormFillInfo(info);
      environment = 0;
    },
  };
}

/** Points of A4: for a page that does not even tell its size. */
const usualSize = [595, 842] as const;

/** Width and height of a page in points, without loading it; `index` is 1-based. */
export function sizeOf(pdfium: Pdfium, document: number, index: number): readonly [width: number, height: number] {
  if (pdfium.call.FPDF_GetPageSizeByIndexF(document, index - 1, pdfium.scratch) === 0) return usualSize;
  const view = pdfium.view();
  const [width, height] = [view.getFloat32(pdfium.scratch, true), view.getFloat32(pdfium.scratch + 4, true)];
  return width > 0 && height > 0 ? [width, height] : usualSize;
}

function loadDocument(pdfium: Pdfium, access: number): number {
  const handle = withMemory(pdfium, Buffer.from('\0'), (noPassword) =>
    pdfium.call.FPDF_LoadCustomDocument(access, noPassword),
  );
  if (handle === 0) throw new Refusal(lastErrors[pdfium.call.FPDF_GetLastError()] ?? 'damaged');
  return handle;
}

/** An FPDF_FILEACCESS; PDFium uses it for as long as the document is open. */
function makeFileAccess(pdfium: Pdfium, view: FileView): number {
  const readBlock = pdfium.addFunction((_, position, buffer, length) => {
    const target = pdfium.bytes().subarray(buffer!, buffer! + length!);
    return view.read(target, position!) ? 1 : 0;
  }, 'iiiii');
  const access = pdfium.call.malloc(12);
  const memory = pdfium.view();
  memory.setUint32(access, view.size, true);
  memory.setUint32(access + 4, readBlock, true);
  memory.setUint32(access + 8, 0, true);
  return access;
}
