import type { OutlineEntry } from '../../../domain/pages/sheet/page-content.ts';
import { type Pdfium, readUtf16, withMemory } from './pdfium.ts';

const maximumEntries = 2_000;
const maximumDepth = 8;
/** PDFACTION_GOTO of fpdf_doc.h. */
const goTo = 1;

/** The title in the file's metadata, null where there is none. */
export function readTitle(pdfium: Pdfium, document: number): string | null {
  const title = withMemory(pdfium, Buffer.from('Title\0'), (tag) =>
    readUtf16(pdfium, (buffer, length) => pdfium.call.FPDF_GetMetaText(document, tag, buffer, length)),
  );
  return plain(title) || null;
}

/** The outline in reading order; a circle in it, and what is past the limits, is left out. */
export function readOutline(pdfium: Pdfium, document: number): OutlineEntry[] {
  const { call } = pdfium;
  const entries: OutlineEntry[] = [];
  const met = new Set<number>();
  const walk = (parent: number, depth: number) => {
    let bookmark = call.FPDFBookmark_GetFirstChild(document, parent);
    while (bookmark !== 0 && !met.has(bookmark) && entries.length < maximumEntries) {
      met.add(bookmark);
      const current = bookmark;
      const title = plain(readUtf16(pdfium, (buffer, length) => call.FPDFBookmark_GetTitle(current, buffer, length)));
      entries.push({ title, page: readTarget(pdfium, document, bookmark), depth });
      if (depth < maximumDepth) walk(bookmark, depth + 1);
      bookmark = call.FPDFBookmark_GetNextSibling(document, bookmark);
    }
  };
  walk(0, 0);
  return entries;
}

function readTarget(pdfium: Pdfium, document: number, bookmark: number): number | null {
  const { call } = pdfium;
  let target = call.FPDFBookmark_GetDest(document, bookmark);
  if (target === 0) {
    const action = call.FPDFBookmark_GetAction(bookmark);
    // Only inside this file: an action may also lead to the web or run a program.
    if (action !== 0 && call.FPDFAction_GetType(action) === goTo) target = call.FPDFAction_GetDest(document, action);
  }
  const index = target === 0 ? -1 : call.FPDFDest_GetDestPageIndex(document, target);
  return index < 0 ? null : index + 1;
}

function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}
