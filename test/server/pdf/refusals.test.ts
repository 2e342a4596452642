import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pdfErrorSentences } from '../../../server/pdf/error-sentences.ts';
import { PdfError } from '../../../server/pdf/pdf-error.ts';
import { processPdf, readPdf } from '../../../server/pdf/process-pdf.ts';
import { makePdf } from './make-pdf.ts';
import { usePdfFolder } from './pdf-files.ts';

const save = usePdfFolder();
const pages = (count: number) => makePdf({ pages: Array.from({ length: count }, () => ({ content: '' })) });

test.each([
  ['empty', ''],
  ['not_pdf', '<!DOCTYPE html><title>404</title>'],
  ['damaged', `%PDF-1.7\n${'abc '.repeat(5_000)}`],
  ['damaged', makePdf({ pages: [{ content: '' }] }).subarray(0, 200)],
])('is %s', async (code, content) => {
  const path = await save(`${code}.pdf`, content);
  await expect(readPdf(path)).rejects.toMatchObject({ name: 'PdfError', code, retryable: false });
});

test('a missing file is no state of a PDF', async () => {
  const failure = await readPdf('/nowhere/at-all.pdf').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(PdfError);
});

test('every state has a sentence that ends with what to do', () => {
  for (const sentence of Object.values(pdfErrorSentences)) expect(sentence).toMatch(/ください。$/);
});

test('a child that is killed from outside is an interruption, which may be tried again', async () => {
  const path = await save('killed.pdf', pages(200));
  const processing = processPdf(path, {
    onDocument: async () => {},
    onPage: async () => {
      for (const child of findChildren(path)) process.kill(child, 'SIGKILL');
    },
  });
  await expect(processing).rejects.toMatchObject({ code: 'interrupted', retryable: true });
});

test('an abort ends the child and rejects with its reason', async () => {
  const path = await save('aborted.pdf', pages(200));
  const abort = new AbortController();
  const reason = new Error('the server stops');
  const processing = processPdf(path, {
    signal: abort.signal,
    onDocument: async () => {},
    onPage: async () => abort.abort(reason),
  });
  await expect(processing).rejects.toBe(reason);
  expect(findChildren(path)).toEqual([]);
});

test('an error of the taker ends the child and comes through', async () => {
  const path = await save('taker.pdf', pages(200));
  const full = new Error('no space left');
  const processing = processPdf(path, { onDocument: async () => {}, onPage: () => Promise.reject(full) });
  await expect(processing).rejects.toBe(full);
  expect(findChildren(path)).toEqual([]);
});

test('a child ends when its parent is gone', async () => {
  const path = await save('orphan.pdf', pages(3_000));
  const parent = await startParent(path);
  while (findChildren(path).length === 0) await wait(20);
  process.kill(parent, 'SIGKILL');
  const deadline = Date.now() + 10_000;
  while (findChildren(path).length > 0 && Date.now() < deadline) await wait(50);
  expect(findChildren(path)).toEqual([]);
});

/** A process that takes the pages of a PDF as slowly as can be. */
async function startParent(path: string): Promise<number> {
  const { spawn } = await import('node:child_process');
  const module = new URL('../../../server/pdf/process-pdf.ts', import.meta.url).href;
  const script = `import { processPdf } from ${JSON.stringify(module)};
    const never = () => new Promise(() => setInterval(() => {}, 1000));
    await processPdf(${JSON.stringify(path)}, { onDocument: never, onPage: never });`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }).pid!;
}

/** The processes of the PDF program at work on the given file. */
function findChildren(path: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return pid > 0 && command.includes('pdf/child/main.ts') && command.includes(path);
      } catch {
        return false;
      }
    });
}
