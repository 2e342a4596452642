import type { OfficeFormat } from '../../domain/meetings/office-format.ts';

/** Why a file is not made a PDF: it opens with a password only, or holds programs that would run. */
export type Closed = 'encrypted' | 'macros';

export interface OfficeFile {
  readonly format: OfficeFormat;
  /** Null where a PDF can be made of it. */
  readonly closed: Closed | null;
}
