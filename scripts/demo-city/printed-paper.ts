import type { DemoMeeting } from './city.ts';
import type { Paper } from './paper.ts';

/** A paper with the pages that Typst put its sections and quantities on. */
export interface PrintedPaper {
  readonly meeting: DemoMeeting;
  /** 資料１ */
  readonly mark: string;
  readonly revision: number;
  /** Path under the folder of all papers. */
  readonly file: string;
  readonly paper: Paper;
  readonly pages: number;
  /** Id of a section or quantity → 1-based page. */
  readonly places: ReadonlyMap<string, number>;
}
