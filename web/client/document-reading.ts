import type { ReactiveControllerHost } from 'lit';
import type { Document } from '../../contract/documents.ts';
import { readDocument } from './documents.ts';
import { Reading, type ReadingRules } from './reading.ts';

const pollMilliseconds = 1500;

/** The document that is asked for; without a revision, the newest that this viewer may see. */
export interface AskedDocument {
  readonly id: number;
  readonly revision: number | undefined;
}

/** Reads a document, and again while it is being processed. */
export function documentReading(
  host: ReactiveControllerHost,
  asked: () => AskedDocument,
  rules: Pick<ReadingRules<Document>, 'onValue'> = {},
): Reading<Document> {
  return new Reading<Document>(host, {
    ...rules,
    read: (signal) => {
      const { id, revision } = asked();
      return readDocument(id, revision, { signal });
    },
    again: (document) => (isUnfinished(document) ? pollMilliseconds : null),
  });
}

export function isUnfinished({ revision: { state } }: Document): boolean {
  return state === 'waiting' || state === 'processing';
}

/** How many pages it has, as far as is known; at least one. */
export function lengthOf(document: Document | null): number {
  return document ? (document.revision.pageCount ?? Math.max(1, document.pages.length)) : 1;
}
