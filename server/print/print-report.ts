import { fileURLToPath } from 'node:url';
import { compileTypst } from './compile-typst.ts';
import { printable } from './printable-text.ts';
import { substituted } from './substituted.ts';

const templates = fileURLToPath(new URL('./templates/', import.meta.url));

/**
 * A template filled with texts as they are printed, as one PDF/UA-1, or without structure as an overlay. A character that no font has is printed as 〓. Throws a
 * PrintError: deadline or failed.
 */
export async function printReport(
  template: 'ledger' | 'beside' | 'notes' | 'window' | 'help',
  report: object,
  form: 'pdf' | 'overlay' = 'pdf',
): Promise<Buffer> {
  const data = substituted(printable({ ...report }));
  const [document] = await compileTypst([
    {
      workspace: templates,
      main: `${templates}${template}.typ`,
      data: JSON.stringify(data),
      form,
      timestamp: Math.floor(Date.now() / 1000),
    },
  ]);
  return Buffer.from(document!.file);
}
