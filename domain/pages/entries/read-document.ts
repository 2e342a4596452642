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

export function readDocument({ pages, pageLabels }: PrintedDocument): ReadDocument {
  const outlines = pages.map(({ index, width, scanned }) => ({ index, width, scanned }));
  return { pages: outlines, pageLabels, entries: readEntries(pages) };
}
