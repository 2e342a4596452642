import { printReport } from './print-report.ts';

/** The paper that was saved, as a report: every text as it is printed. */
export interface LedgerReport {
  readonly title: string;
  /** 令和７年度　行財政改革懇談会 */
  readonly scope: string;
  readonly date: string;
  readonly sums: readonly { readonly label: string; readonly value: string; readonly note: string }[];
  /** `printed` and `saved` are leaves. */
  readonly years: readonly {
    readonly name: string;
    readonly printed: number;
    readonly saved: number;
    readonly rate: string;
  }[];
  /** 会議ごと, 会議体ごと: the first that the page holds is printed. */
  readonly tables: readonly {
    readonly heading: string;
    readonly columns: readonly string[];
    /** Each of as many texts as `columns`. */
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly note: string;
}

/** In A4. Throws a PrintError: deadline or failed. */
export const printLedger = (report: LedgerReport): Promise<Buffer> => printReport('ledger', report);
