import type { PageContent } from '../sheet/page-content.ts';
import type { Entry } from './entry.ts';
import { readEntries } from './read-entries.ts';

/** One paper as it is read. */
export interface PrintedDocument {
  readonly pages: readonly PageContent[];
  /** The page number printed on each page, null where there is none. */
  readonly pageLabels: readonly (string | null)[];
}

/** What a comparison keeps of a page. */
export type PageOutline = Pick<PageContent, 'index' | 'width' | 'scanned'>;

/** A paper that has been read: all that a comparison needs of it, as values that survive JSON. */
export interface ReadDocument {
  readonly pages: readonly PageOutline[];
  readonly pageLabels: readonly (string | null)[];
  readonly entries: readonly Entry[];
}

/** A paper whose pages need not be in memory together: they are gone through twice. */
export interface OpenedDocument extends Pick<PrintedDocument, 'pageLabels'> {
  readonly pages: Iterable<PageContent>;
}

export function readDocument({ pages, pageLabels }: OpenedDocument): ReadDocument {
  const outlines = new Map<number, PageOutline>();
  const entries = readEntries({
    *[Symbol.iterator]() {
      for (const page of pages) {
        const { index, width, scanned } = page;
        outlines.set(index, { index, width, scanned });
        yield page;
      }
    },
  });
  return { pages: [...outlines.values()], pageLabels, entries };
}
