import type { PageProblem } from '../../domain/meetings/document.ts';
import type { OutlineEntry, PageContent } from '../../domain/pages/sheet/page-content.ts';
import { type ChildLimits, type Frame, type PageFrame, type PictureSize, unpackContent } from './frames.ts';
import { runChild, usualLimits } from './run-child.ts';
import { runPages } from './run-pages.ts';
import { WholePaper } from './whole-paper.ts';

export interface PdfDocument {
  readonly pageCount: number;
  readonly title: string | null;
  readonly outline: readonly OutlineEntry[];
  /** Its list of pages is lost: there may have been more. */
  readonly isIncomplete: boolean;
  /** What part of the file's text is damaged beyond reading, 0 … 1; null where it was not measured. */
  readonly unreadablePart: number | null;
}

/** A PNG, WebP or JPEG file and its size in pixels. */
export interface Picture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface ProcessedPage {
  /** 1-based. */
  readonly index: number;
  /** Points, upright. */
  readonly width: number;
  readonly height: number;
  readonly scanned: boolean;
  /** Why the page is blank, where it could not be read or drawn. */
  readonly problem: PageProblem | null;
  /** The PageContent as JSON, compressed with gzip. */
  readonly content: Buffer;
  /** Its TextLines as JSON. */
  readonly lines: string;
  readonly text: string;
  /** What readPageLabels needs of it. */
  readonly margins: PageContent;
  /**
   * 1500 and 300 pixels wide; narrower where the page is more than three times as long as wide. The quick one, of the first
   * page, is half as wide as the large and of few bytes.
   */
  readonly pictures: { readonly large: Picture; readonly small: Picture; readonly quick: Picture | null };
}

export interface ProcessOptions {
  /** Called once, before any page. */
  readonly onDocument: (document: PdfDocument) => Promise<void>;
  /** Called for one page at a time, of a long paper for two; the child waits for it. */
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
 * Reads and draws a PDF in a process of its own, page by page; a whole paper that is long in two, from both its ends, while
 * no other is at work. A page that cannot be read or drawn comes as a blank one with its problem, unless it is the only one.
 * Rejects with PdfError, with what onPage or onDocument rejected with, or with the signal's reason; pages already
 * delivered stay good.
 */
export async function processPdf(path: string, options: ProcessOptions): Promise<void> {
  const { onDocument, onPage, first = 1, only = null, skip = new Set(), signal } = options;
  const limits = { ...usualLimits, ...options.limits };
  const request = { path, pictures: true, backwards: false, first, only, skip: [...skip], blank: [], limits };
  if (only === null && first === 1) {
    const taker = { onDocument, onPage: (frame: Frame) => onPage(unpackPage(frame)) };
    return new WholePaper(request, taker, signal).run();
  }
  for await (const frame of runPages(request, signal)) {
    if (frame.header.type === 'document') await onDocument(frame.header);
    else await onPage(unpackPage(frame));
  }
}

/** Reads the text of a whole PDF, without pictures. Rejects like processPdf, also for one page. */
export async function readPdf(
  path: string,
  signal?: AbortSignal,
): Promise<{ pages: PageContent[]; outline: readonly OutlineEntry[]; title: string | null }> {
  const pages: PageContent[] = [];
  let document: PdfDocument = { pageCount: 0, title: null, outline: [], isIncomplete: false, unreadablePart: null };
  const range = { first: 1, backwards: false, only: null, skip: [], blank: [] };
  for await (const { header } of runChild({ path, pictures: false, ...range, limits: usualLimits }, signal)) {
    if (header.type === 'document') document = header;
    else if (header.type === 'content') pages.push(unpackContent(header.content));
  }
  return { pages, outline: document.outline, title: document.title };
}

function unpackPage({ header, body }: Frame): ProcessedPage {
  const { index, width, height, scanned, problem, text, margins, large, small, quick, parts } = header as PageFrame;
  let start = 0;
  const [content, lines, ...pictures] = parts.map((length) => {
    start += length;
    return body.subarray(start - length, start);
  });
  const picture = (size: PictureSize, place: number) => ({ ...size, data: pictures[place]! });
  return {
    ...{ index, width, height, scanned, problem, text, content: content!, lines: lines!.toString() },
    margins: unpackContent(margins),
    pictures: { large: picture(large, 0), small: picture(small, 1), quick: quick && picture(quick, 2) },
  };
}
