import type { Generated, JSONColumnType } from 'kysely';
import type { PageProblem, ProcessingState } from '../../domain/meetings/document.ts';
import type { OfficeFormat } from '../../domain/meetings/office-format.ts';
import type { TextLine } from '../../domain/pages/lines/text-line.ts';
import type { OutlineEntry } from '../../domain/pages/sheet/page-content.ts';
import type { DefaultMoment, OptionalMoment } from './moments.ts';

export interface RevisionTable {
  id: Generated<number>;
  document_id: number;
  number: number;
  /** The PDF that is read; until it is made, the file that it is made of. */
  sha256: string;
  /** The file as it was sent, where a PDF is made of it, and what it is; null where it is a PDF itself. */
  original_sha256: Generated<string | null>;
  original_format: Generated<OfficeFormat | null>;
  file_name: string;
  byte_size: number;
  state: Generated<ProcessingState>;
  failure: string | null;
  page_count: number | null;
  outline: JSONColumnType<OutlineEntry[], string | undefined, string>;
  uploaded_by: number | null;
  /** The id of the upload it came by; null where it came in one piece. */
  upload: string | null;
  uploaded_at: DefaultMoment;
  published_at: OptionalMoment;
  search_version: number | null;
  /** How often its reading was interrupted in a row without coming further. */
  interruptions: Generated<number>;
  /** 0 … 1 of its characters that cannot be read, as damage left them; null where it is not known. */
  unreadable_part: number | null;
  /** Its list of pages was damaged: there may have been more. */
  is_incomplete: Generated<boolean>;
  /** For good: nobody reads it any more. */
  taken_back_at: OptionalMoment;
  /** Its pages and files are gone. */
  erased_at: OptionalMoment;
}

export interface PageTable {
  revision_id: number;
  number: number;
  /** Points, upright. */
  width: number;
  height: number;
  label: string | null;
  scanned: boolean;
  text: string;
  lines: JSONColumnType<TextLine[], string, string>;
  /** What was recognised in a page that is a picture; null where nobody looked. */
  recognised_lines: JSONColumnType<TextLine[] | null, string | undefined, string>;
  recognition_version: Generated<number | null>;
  content_sha256: string;
  large_sha256: string;
  small_sha256: string;
  /** A legible picture of few bytes, to be shown while the large one is on its way; null where none was made. */
  quick_sha256: string | null;
  /** Why the page itself could not be read or drawn: it is blank then. */
  problem: PageProblem | null;
}
