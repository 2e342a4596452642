import type { PageProblem } from '../../domain/meetings/document.ts';
import type { ChildRequest, Frame } from './frames.ts';
import { PdfError } from './pdf-error.ts';
import { runChild } from './run-child.ts';

/** Pages that may each cost a child its life before the file itself is what is too much. */
const mostFatalPages = 3;

/**
 * Like runChild, but a page that is the child's end is left blank and another child goes on with the others. Throws PdfError
 * where there is no other, and where too many pages are like that.
 */
export async function* runPages(request: ChildRequest, signal?: AbortSignal): AsyncGenerator<Frame, void> {
  const blank = new Map(request.blank);
  const delivered: number[] = [];
  let pageCount = 0;
  for (;;) {
    try {
      const rest = { ...request, skip: [...request.skip, ...delivered], blank: [...blank] };
      for await (const frame of runChild(rest, signal)) {
        if (frame.header.type === 'page') delivered.push(frame.header.index);
        else if (frame.header.type !== 'document' || pageCount > 0) continue;
        else pageCount = frame.header.pageCount;
        yield frame;
      }
      return;
    } catch (error) {
      const fatal = error instanceof PdfError && problemOf(error);
      if (!fatal || blank.has(fatal.page) || blank.size + 1 > Math.min(mostFatalPages, pageCount - 1)) throw error;
      blank.set(fatal.page, fatal.problem);
    }
  }
}

function problemOf({ code, page }: PdfError): { page: number; problem: PageProblem } | undefined {
  return page !== undefined && (code === 'damaged' || code === 'too_complex') ? { page, problem: code } : undefined;
}
