import type { EntryPlace } from '../../../domain/pages/alignment/corrections.ts';
import type { ComparedSide, ComparisonCounts } from '../../../domain/pages/results/compared-lines.ts';
import type { StoredPagePair } from '../../database/comparison-tables.ts';
import { runInThread } from '../../jobs/run-in-thread.ts';

export interface StoredPaper {
  /** A page each: PageContent as gzip JSON. */
  readonly contents: readonly Uint8Array[];
  readonly pageLabels: readonly (string | null)[];
}

export type StoredCorrection =
  | { readonly id: number; readonly kind: 'line'; readonly older: EntryPlace | null; readonly newer: EntryPlace | null }
  | { readonly id: number; readonly kind: 'page'; readonly older: number; readonly newer: number };

export interface CompareQuestion {
  readonly older: StoredPaper;
  readonly newer: StoredPaper;
  readonly yearsApart: number;
  /** They are two revisions of one document. */
  readonly revisions: boolean;
  readonly corrections: readonly StoredCorrection[];
}

export interface CompareAnswer {
  readonly pages: readonly StoredPagePair[];
  readonly counts: ComparisonCounts;
  /** Change[] as gzip JSON. */
  readonly changes: Uint8Array;
  /** ComparedLine[] of each page as JSON. */
  readonly lines: readonly { readonly side: ComparedSide; readonly page: number; readonly json: string }[];
}

/** MiB: papers of 1,500 pages need half of it. */
const memory = 1_024;

/** Compares two papers beside the server's own thread, which goes on answering. Throws the signal's reason where aborted. */
export function compareInWorker(question: CompareQuestion, signal: AbortSignal): Promise<CompareAnswer> {
  return runInThread(new URL('./compare-worker.ts', import.meta.url), question, { signal, memory });
}
