// npm run --silent inspect -- FILE.pdf: what is read from one PDF, as one JSON object on stdout; exits 1 with
// `{ "error": { "code", "message" } }` where it cannot be read.
import { access } from 'node:fs/promises';
import { readLines } from '../domain/pages/lines/lines.ts';
import { readPageLabels } from '../domain/pages/page-labels/read-page-labels.ts';
import { pdfErrorSentences } from '../server/features/documents/pdf-sentences.ts';
import { PdfError } from '../server/pdf/pdf-error.ts';
import { readPdf } from '../server/pdf/process-pdf.ts';

async function inspect(path: string) {
  const start = performance.now();
  const { pages, outline, title } = await readPdf(path);
  const labels = readPageLabels(pages);
  return {
    pages: pages.map((page, position) => ({
      index: page.index,
      width: page.width,
      height: page.height,
      label: labels[position],
      scanned: page.scanned,
      lines: readLines(page).map(({ text, box }) => ({ text, box })),
    })),
    outline,
    title,
    milliseconds: Math.round(performance.now() - start),
  };
}

function fail(code: string, message: string): void {
  process.exitCode = 1;
  process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
}

const path = process.argv[2];
if (path === undefined) {
  fail(
    'no_file',
    'ファイルが指定されていません。npm run --silent inspect -- FILE.pdf のように、PDFファイルを指定してください。',
  );
} else if (
  await access(path).then(
    () => false,
    () => true,
  )
) {
  fail('not_found', 'ファイルを開けません。ファイルの名前と場所を確かめて、もう一度実行してください。');
} else {
  try {
    process.stdout.write(`${JSON.stringify(await inspect(path))}\n`);
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    fail(error.code, pdfErrorSentences[error.code]);
  }
}
