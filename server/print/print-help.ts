import { printReport } from './print-report.ts';

/** What a help sheet says beside what all of them say: every text as it is printed. */
export interface HelpSheet {
  readonly committee: string;
  /** The portal's address, for those who type. */
  readonly entrance: string;
  /** 企画部行政経営課　電話 … */
  readonly contact: string;
}

/** Those printed last, 400 KB each: a committee's is the same every time, and its pictures take a second. */
const printed = new Map<string, Promise<Buffer>>();
const mostKept = 20;

/** How to come in by a letter, in A4, to go with it. Throws a PrintError: deadline or failed. */
export function printHelp(sheet: HelpSheet): Promise<Buffer> {
  const said = JSON.stringify(sheet);
  const kept = printed.get(said);
  if (kept) return kept;
  const [oldest] = printed.keys();
  if (printed.size >= mostKept && oldest !== undefined) printed.delete(oldest);
  const printing = printReport('help', sheet);
  printed.set(said, printing);
  printing.catch(() => printed.delete(said));
  return printing;
}
