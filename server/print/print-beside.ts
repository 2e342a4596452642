import { fileURLToPath } from 'node:url';
import { compileTypst } from './compile-typst.ts';
import { printable } from './printable-text.ts';
import { substituted } from './substituted.ts';

const TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url));

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

/** One PDF/UA-1 in A4. A character that no font has is printed as 〓. Throws a PrintError: deadline or failed. */
export async function printBeside(report: BesideReport): Promise<Buffer> {
  const data = substituted(printable({ ...report }));
  const [document] = await compileTypst([
    {
      workspace: TEMPLATES,
      main: `${TEMPLATES}beside.typ`,
      data: JSON.stringify(data),
      timestamp: Math.floor(Date.now() / 1000),
    },
  ]);
  return Buffer.from(document!.file);
}
