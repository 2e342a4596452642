import type { Generated, JSONColumnType } from 'kysely';
import type { ProcessingState } from '../../domain/meetings/document.ts';
import type { UnreadPage } from '../../domain/pages/results/account.ts';
import type { ComparedLine, ComparedSide, ComparisonCounts } from '../../domain/pages/results/compared-lines.ts';
import type { DefaultMoment, OptionalMoment } from './moments.ts';

export interface StoredPagePair {
  older: number;
  newer: number;
  byPlace: boolean;
  corrected: boolean;
}

export interface StoredUnreadPage extends UnreadPage {
  side: ComparedSide;
}

export interface ComparisonTable {
  id: Generated<number>;
  older_revision_id: number;
  newer_revision_id: number;
  years_apart: number;
  state: Generated<ProcessingState>;
  failure: string | null;
  engine_version: number | null;
  reader_version: number | null;
  computed_at: OptionalMoment;
  pages: JSONColumnType<StoredPagePair[], string | undefined, string>;
  counts: JSONColumnType<ComparisonCounts, string | undefined, string>;
  changes_sha256: string | null;
  hindrances_sha256: string | null;
  unread: JSONColumnType<StoredUnreadPage[], string | undefined, string>;
  created_at: DefaultMoment;
}

export interface ComparisonPageTable {
  comparison_id: number;
  side: ComparedSide;
  page: number;
  lines: JSONColumnType<ComparedLine[], string, string>;
  /** Of `lines` as they were given, in hexadecimal. */
  sha256: string | null;
}

/** What was read of a file, once for every version of the reader. */
export interface PaperEntriesTable {
  file_sha256: string;
  reader_version: number;
  entries_sha256: string;
  read_at: DefaultMoment;
}

export interface CorrectionTable {
  id: Generated<number>;
  older_document_id: number;
  newer_document_id: number;
  kind: 'line' | 'page';
  /** An EntryPlace or null for a line, a page's number for a page. */
  older: JSONColumnType<object, string, never>;
  newer: JSONColumnType<object, string, never>;
  made_by: number;
  made_at: DefaultMoment;
  undone_at: OptionalMoment;
  undone_by: number | null;
}

/** An official has seen what hinders comparing two documents, and leaves it so. */
export interface HindranceAcknowledgementTable {
  id: Generated<number>;
  older_document_id: number;
  newer_document_id: number;
  key: string;
  made_by: number;
  made_at: DefaultMoment;
  undone_at: OptionalMoment;
  undone_by: number | null;
}

export interface CounterpartChoiceTable {
  id: Generated<number>;
  document_id: number;
  series_id: number;
  series_before: number;
  made_by: number;
  made_at: DefaultMoment;
  undone_at: OptionalMoment;
  undone_by: number | null;
}
