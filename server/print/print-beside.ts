import { printReport } from './print-report.ts';

/** Tables of a paper with the year before in them: every text as it is printed. */
export interface BesideReport {
  readonly title: string;
  /** 令和３年度 and 令和４年度 */
  readonly older: string;
  readonly newer: string;
  /** One a column of a table. */
  readonly tables: readonly {
    readonly heading: string;
    readonly column: string;
    /** The row's name, last year, this year, difference, rate, 要確認 or nothing. */
    readonly rows: readonly (readonly [string, string, string, string, string, string])[];
  }[];
  readonly note: string;
}

/** In A4. Throws a PrintError: deadline or failed. */
export const printBeside = (report: BesideReport): Promise<Buffer> => printReport('beside', report);
