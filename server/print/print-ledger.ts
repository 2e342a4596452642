import { fileURLToPath } from 'node:url';
import { compileTypst } from './compile-typst.ts';
import { printable } from './printable-text.ts';
import { substituted } from './substituted.ts';

const TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url));

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
  /** One a row, of as many texts as `columns`. */
  readonly columns: readonly string[];
  readonly meetings: readonly (readonly string[])[];
  readonly note: string;
}

/** One PDF/UA-1 in A4. A character that no font has is printed as 〓. Throws a PrintError: deadline or failed. */
export async function printLedger(report: LedgerReport): Promise<Buffer> {
  const data = substituted(printable({ ...report }));
  const [document] = await compileTypst([
    {
      workspace: TEMPLATES,
      main: `${TEMPLATES}ledger.typ`,
      data: JSON.stringify(data),
      timestamp: Math.floor(Date.now() / 1000),
    },
  ]);
  return Buffer.from(document!.file);
}
