import type { Box } from './page-content.ts';

/** Words that a reader sees as one line, in reading order. */
export interface TextLine {
  readonly text: string;
  readonly box: Box;
  readonly vertical: boolean;
}
