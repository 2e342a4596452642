import { printReport } from './print-report.ts';

/** What a help sheet says beside what all of them say: every text as it is printed. */
export interface HelpSheet {
  readonly committee: string;
  /** The portal's address, for those who type. */
  readonly entrance: string;
  /** 企画部行政経営課　電話 … */
  readonly contact: string;
}

/** How to come in by a letter, in A4, to go with it. Throws a PrintError: deadline or failed. */
export const printHelp = (sheet: HelpSheet): Promise<Buffer> => printReport('help', sheet);
