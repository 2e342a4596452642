import type { PageContent } from '../../../domain/pages/sheet/page-content.ts';
import { findAnnotations } from './annotations.ts';
import { drawPage } from './draw-page.ts';
import type { OpenDocument } from './open-document.ts';
import type { WorkedPage } from './page-frame.ts';
import type { Pdfium } from './pdfium.ts';
import { readPage } from './read-page.ts';

/** FLAT_NORMALDISPLAY of fpdf_flatten.h. */
const asOnScreen = 0;

interface LoadedPage {
  readonly handle: number;
  readonly isAnnotated: boolean;
  /** The form environment of a page that has fields; 0 for others. */
  readonly form: number;
}

/** Reads and draws a page as a person sees it, with its fields and annotations; null where it cannot be loaded. */
export function workPage(pdfium: Pdfium, document: OpenDocument, index: number): WorkedPage | null {
  const page = load(pdfium, document, index);
  if (!page) return null;
  const { content, hasLargeImages, isBitonal } = readPage(pdfium, page.handle, index);
  const drawn = drawPage(pdfium, page.handle, {
    hasLargeImages,
    isBitonal: isBitonal && !page.isAnnotated,
    quick: index === 1,
    form: page.form,
  });
  return { content: readAnnotated(pdfium, document, page, index) ?? content, drawn, problem: null };
}

/** Reads only; null where the page cannot be loaded. */
export function readContent(pdfium: Pdfium, document: OpenDocument, index: number): PageContent | null {
  const page = load(pdfium, document, index);
  if (!page) return null;
  const { content } = readPage(pdfium, page.handle, index);
  return readAnnotated(pdfium, document, page, index) ?? content;
}

function load({ call }: Pdfium, document: OpenDocument, index: number): LoadedPage | null {
  const handle = call.FPDF_LoadPage(document.handle(), index - 1);
  if (handle === 0) return null;
  const annotations = findAnnotations({ call }, handle);
  const form = annotations === 'fields' ? document.form() : 0;
  if (form !== 0) call.FORM_OnAfterLoadPage(handle, form);
  return { handle, isAnnotated: annotations !== null, form };
}

/**
 * Closes the page. Where it has fields and annotations, they are made part of its content, so that their text is read where
 * it stands, and the page is read so; null for others.
 */
function readAnnotated(
  pdfium: Pdfium,
  document: OpenDocument,
  { handle, isAnnotated, form }: LoadedPage,
  index: number,
): PageContent | null {
  const { call } = pdfium;
  if (isAnnotated) call.FPDFPage_Flatten(handle, asOnScreen);
  if (form !== 0) call.FORM_OnBeforeClosePage(handle, form);
  call.FPDF_ClosePage(handle);
  const flat = isAnnotated ? call.FPDF_LoadPage(document.handle(), index - 1) : 0;
  if (flat === 0) return null;
  const { content } = readPage(pdfium, flat, index);
  call.FPDF_ClosePage(flat);
  return content;
}
