import type { Box } from '../pages/sheet/page-content.ts';
import type { Candidate } from './candidate.ts';

/** An initiative while its paper is read: what may be its values is gathered, and decided at the end. */
export interface Found {
  readonly number: string;
  readonly name: string;
  readonly page: number;
  readonly box: Box;
  lastPage: number;
  readonly source: 'sheet' | 'list';
  /** Its number and name stand under or beside words that say so, or behind a mark like №. */
  readonly marked: boolean;
  readonly candidates: Candidate[];
}
