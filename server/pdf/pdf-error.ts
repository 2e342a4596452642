/**
 * Why a PDF could not be processed.
 * - `empty`: the file has no bytes. `not_pdf`: it is something else. `no_pages`: it is a PDF without a page.
 * - `damaged`: it, or one of its pages, cannot be read.
 * - `password_needed`: it opens with a password only. `protection_unknown`: it is protected in a way that is not supported.
 * - `dynamic_form`: its pages are made by Adobe's own reader only (dynamic XFA).
 * - `too_complex`: it needs more memory or time than one file may have.
 * - `interrupted`: the work was ended from outside; the file may be all right, and trying again is right.
 */
export type PdfErrorCode =
  | 'empty'
  | 'not_pdf'
  | 'no_pages'
  | 'damaged'
  | 'password_needed'
  | 'protection_unknown'
  | 'dynamic_form'
  | 'too_complex'
  | 'interrupted';

/** A PDF was not processed, or not to its end: the pages delivered before stay good. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
  readonly code: PdfErrorCode;
  /** 1-based index of the page that was the reason, where it was one page. */
  readonly page: number | undefined;

  constructor(code: PdfErrorCode, detail: string, page?: number) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.page = page;
  }

  /** True where the same file may succeed when tried again. */
  get retryable(): boolean {
    return this.code === 'interrupted';
  }
}
