import type { Box } from '../sheet/page-content.ts';

/** Words that a reader sees as one line, in reading order: a piece of a row ends where a table's cell or a column does. */
export interface TextLine {
  /** As printed, with a space where the page leaves a gap; never empty. */
  readonly text: string;
  readonly box: Box;
  readonly vertical: boolean;
}
