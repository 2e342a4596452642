import { fileURLToPath } from 'node:url';
import { compileTypst } from './compile-typst.ts';
import { printable } from './printable-text.ts';
import { substituted } from './substituted.ts';

const TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url));

/** What lies on top of the papers that are printed for a member: every text as it is printed. */
export interface Cover {
  readonly name: string;
  readonly meeting: string;
  readonly date: string;
  readonly place: string;
  readonly papers: readonly string[];
}

/** One PDF/UA-1 in A4 a cover, in the order given. A character that no font has is printed as 〓. Throws a PrintError: deadline or failed. */
export async function printCovers(covers: readonly Cover[]): Promise<Buffer[]> {
  const timestamp = Math.floor(Date.now() / 1000);
  const documents = await compileTypst(
    covers.map((cover) => ({
      workspace: TEMPLATES,
      main: `${TEMPLATES}cover.typ`,
      data: JSON.stringify(substituted(printable({ ...cover }))),
      timestamp,
    })),
  );
  return documents.map(({ file }) => Buffer.from(file));
}
