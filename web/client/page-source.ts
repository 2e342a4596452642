import type { Document, PageText } from '../../contract/documents.ts';
import { spokenName } from '../../domain/meetings/document.ts';
import { awaitPicture } from './crowd.ts';
import { readPageText } from './documents.ts';
import { files, hasQuick } from './paths.ts';

/** What the page view draws of a document. */
export function pageSourceOf(document: Document) {
  const { revision, pages } = document;
  return {
    name: spokenName(document),
    revisionId: revision.id,
    pages,
    pageCount: revision.pageCount,
    pdf: files.pdf(revision.id),
    picture: (page: number, size: 'large' | 'small') =>
      files.picture(revision.id, page, size, pages[page - 1]?.pictures),
    quickPicture: (page: number) => {
      const name = pages[page - 1]?.pictures;
      return name !== undefined && hasQuick(name) ? files.picture(revision.id, page, 'quick', name) : null;
    },
    awaitPicture,
    text: (page: number, signal: AbortSignal): Promise<PageText> =>
      readPageText(revision.id, page, pages[page - 1]?.pictures, { signal }),
  };
}
