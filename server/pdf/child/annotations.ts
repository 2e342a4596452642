import type { Pdfium } from './pdfium.ts';

/** FPDF_ANNOT_* of fpdf_annot.h. */
const [link, popup, widget] = [2, 16, 20];
const maximumAnnotations = 10_000;

/**
 * What lies on a loaded page beside its own content: form fields (a signature that shows is one), other annotations that
 * show (a link does not), or nothing.
 */
export function findAnnotations({ call }: Pick<Pdfium, 'call'>, page: number): 'fields' | 'others' | null {
  let found: 'others' | null = null;
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), maximumAnnotations);
  for (let index = 0; index < count; index++) {
    const annotation = call.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const subtype = call.FPDFAnnot_GetSubtype(annotation);
    call.FPDFPage_CloseAnnot(annotation);
    if (subtype === widget) return 'fields';
    if (subtype !== link && subtype !== popup) found = 'others';
  }
  return found;
}
