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
  /** The pages that are stored for this comparison, as pageKey gives them. */
  readonly stored: ReadonlySet<string>;
}

export interface PageLines {
  readonly side: ComparedSide;
  readonly page: number;
  /** ComparedLine[]; null for a page that is stored already. */
  readonly json: string | null;
  readonly sha256: string;
}

/** A page with what stands on it. */
export const pageKey = ({ side, page, sha256 }: Omit<PageLines, 'json' | 'sha256'> & { sha256: string | null }) =>
  `${side} ${page} ${sha256}`;

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
