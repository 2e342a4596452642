import type { OutlineEntry, PageContent } from '../../domain/pages/sheet/page-content.ts';
import { type ChildLimits, type PageFrame, type PictureSize, unpackCharacter } from './frames.ts';
import { runChild, usualLimits } from './run-child.ts';

export interface PdfDocument {
  readonly pageCount: number;
  readonly title: string | null;
  readonly outline: readonly OutlineEntry[];
}

/** A WebP file and its size in pixels. */
export interface Picture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface ProcessedPage {
  readonly content: PageContent;
  /** 1500 and 300 pixels wide; narrower where the page is more than three times as long as wide. */
  readonly pictures: { readonly large: Picture; readonly small: Picture };
}

export interface ProcessOptions {
  /** Called once, before any page. */
  readonly onDocument: (document: PdfDocument) => Promise<void>;
  /** Called for one page at a time; the child waits for it. */
  readonly onPage: (page: ProcessedPage) => Promise<void>;
  /** 1-based index of the page that comes first (otherwise 1); the others follow in their order. */
  readonly first?: number;
  /** 1-based indexes of the only pages wanted. */
  readonly only?: readonly number[];
  /** 1-based indexes of pages that were done before. */
  readonly skip?: ReadonlySet<number>;
  /** Other limits than usual. */
  readonly limits?: Partial<ChildLimits>;
  readonly signal?: AbortSignal;
}

/**
 * Reads and draws a PDF in a process of its own, page by page. Rejects with PdfError, with what onPage or onDocument
 * rejected with, or with the signal's reason; pages already delivered stay good.
 */
export async function processPdf(path: string, options: ProcessOptions): Promise<void> {
  const { onDocument, onPage, first = 1, only = null, skip = new Set(), signal } = options;
  const limits = { ...usualLimits, ...options.limits };
  for await (const { header, body } of runChild(
    { path, pictures: true, first, only, skip: [...skip], limits },
    signal,
  )) {
    if (header.type === 'document') await onDocument(header);
    if (header.type !== 'page' || header.pictures === null) continue;
    const { large, small } = header.pictures;
    const picture = ({ width, height }: PictureSize, data: Buffer) => ({ width, height, data });
    await onPage({
      content: unpackPage(header),
      pictures: {
        large: picture(large, body.subarray(0, large.bytes)),
        small: picture(small, body.subarray(large.bytes, large.bytes + small.bytes)),
      },
    });
  }
}

/** Reads the text of a whole PDF, without pictures. Rejects like processPdf. */
export async function readPdf(
  path: string,
  signal?: AbortSignal,
): Promise<{ pages: PageContent[]; outline: readonly OutlineEntry[]; title: string | null }> {
  const pages: PageContent[] = [];
  let document: PdfDocument = { pageCount: 0, title: null, outline: [] };
  const request = { path, pictures: false, first: 1, only: null, skip: [], limits: usualLimits };
  for await (const { header } of runChild(request, signal)) {
    if (header.type === 'document') document = header;
    else if (header.type === 'page') pages.push(unpackPage(header));
  }
  return { pages, outline: document.outline, title: document.title };
}

function unpackPage({ index, width, height, characters, rules, scanned }: PageFrame): PageContent {
  return { index, width, height, characters: characters.map(unpackCharacter), rules, scanned };
}
