import type { EntryPlace } from '../../../domain/pages/alignment/corrections.ts';
import type { ComparedSide, ComparisonCounts } from '../../../domain/pages/results/compared-lines.ts';
import type { StoredPagePair, StoredUnreadPage } from '../../database/comparison-tables.ts';
import { warmThread } from '../../jobs/warm-thread.ts';

export type StoredCorrection =
  | { readonly id: number; readonly kind: 'line'; readonly older: EntryPlace | null; readonly newer: EntryPlace | null }
  | { readonly id: number; readonly kind: 'page'; readonly older: number; readonly newer: number };

export interface CompareQuestion {
  /** Each a StoredPaper as gzip JSON. */
  readonly older: Uint8Array;
  readonly newer: Uint8Array;
  readonly yearsApart: number;
  /** They are two revisions of one document. */
  readonly revisions: boolean;
  readonly corrections: readonly StoredCorrection[];
}

export interface PageLines {
  readonly side: ComparedSide;
  readonly page: number;
  /** ComparedLine[] */
  readonly json: string;
  readonly sha256: string;
}

export interface CompareAnswer {
  readonly pages: readonly StoredPagePair[];
  readonly counts: ComparisonCounts;
  /** Change[] as gzip JSON. */
  readonly changes: Uint8Array;
  /** Hindrance[] as gzip JSON; none between revisions of one document. */
  readonly hindrances: Uint8Array;
  readonly lines: readonly PageLines[];
  readonly unread: readonly StoredUnreadPage[];
}

/** Compares two papers beside the server's own thread, which goes on answering. Throws the signal's reason where aborted. */
export const compareInWorker = warmThread<CompareQuestion, CompareAnswer>(
  new URL('./compare-worker.ts', import.meta.url),
  { memory: 1_024, idle: 60_000 },
);
