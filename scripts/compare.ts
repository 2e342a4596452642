// npm run --silent compare -- OLD.pdf NEW.pdf [--explain PAGE | --account]: which pages and quantities of two papers are the same thing,
// as one JSON object on stdout. With --explain, instead, the rows of that page of the new paper with the reasons for their
// counterparts, as text. With --account, instead, what became of each number that is printed in either paper, as one JSON
// object: a quantity, ignored for a reason, or unread. Exits 1 with `{ "error": { "code", "message" } }` where a file cannot be read.
import { access } from 'node:fs/promises';
import { compareRead } from '../domain/pages/comparison/compare-documents.ts';
import { type ReadDocument, readDocument } from '../domain/pages/entries/read-document.ts';
import { readPageLabels } from '../domain/pages/page-labels/read-page-labels.ts';
import { accountOf, type PageAccount } from '../domain/pages/results/account.ts';
import { explainPage } from '../domain/pages/results/explain.ts';
import { printedComparison } from '../domain/pages/results/printed-comparison.ts';
import { pdfErrorSentences } from '../server/features/documents/pdf-sentences.ts';
import { PdfError } from '../server/pdf/pdf-error.ts';
import { readPdf } from '../server/pdf/process-pdf.ts';

const USAGE =
  '比べる２つのファイルを指定してください。npm run --silent compare -- 前の年.pdf 今年.pdf のように指定します。根拠を見るには、--explain と今年のファイルのページの番号（先頭が１）を加えます。印刷された数値の行方を見るには、--account を加えます。';

/** Lets the characters go as soon as the tables are read, and adds the milliseconds that took to `times`. */
async function readPaper(path: string, times: { readingTables: number }): Promise<ReadDocument> {
  const { pages } = await readPdf(path);
  const started = performance.now();
  const read = readDocument({ pages, pageLabels: readPageLabels(pages) });
  times.readingTables += performance.now() - started;
  return read;
}

/** `{ old, new }`: the account of each paper by its pages. */
async function account(paths: readonly string[]): Promise<string> {
  const papers: PageAccount[][] = [];
  for (const path of paths) {
    const { pages } = await readPdf(path);
    papers.push(accountOf(pages, readDocument({ pages, pageLabels: readPageLabels(pages) }).entries));
  }
  return JSON.stringify({ old: papers[0], new: papers[1] });
}

async function compare(oldPath: string, newPath: string, explained: number | null): Promise<string> {
  const times = { readingTables: 0 };
  const started = performance.now();
  const [older, newer] = await Promise.all([readPaper(oldPath, times), readPaper(newPath, times)]);
  const read = performance.now();
  const comparison = compareRead(older, newer);
  if (explained !== null) return explainPage(comparison, explained);
  const done = performance.now();
  const milliseconds = {
    readingPdf: Math.round(read - started - times.readingTables),
    readingTables: Math.round(times.readingTables),
    aligning: Math.round(done - read),
    total: Math.round(done - started),
  };
  return JSON.stringify({ ...printedComparison(comparison), milliseconds });
}

function fail(code: string, message: string): void {
  process.exitCode = 1;
  process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
}

async function isReadable(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

interface Arguments {
  readonly paths: readonly string[];
  /** 1-based page of the new paper, null where none is asked for, NaN where it is no number. */
  readonly explained: number | null;
  readonly isAccount: boolean;
}

function readArguments(given: readonly string[]): Arguments {
  const isAccount = given.includes('--account');
  const others = given.filter((each) => each !== '--account');
  const at = others.indexOf('--explain');
  if (at < 0) return { paths: others, explained: null, isAccount };
  return { paths: others.toSpliced(at, 2), explained: Number(others[at + 1] ?? Number.NaN), isAccount };
}

async function main(): Promise<void> {
  const { paths, explained, isAccount } = readArguments(process.argv.slice(2));
  const [oldPath, newPath] = paths;
  if (oldPath === undefined || newPath === undefined || paths.length > 2 || Number.isNaN(explained)) {
    fail('no_file', USAGE);
    return;
  }
  for (const path of [oldPath, newPath]) {
    if (await isReadable(path)) continue;
    fail('not_found', `ファイルを開けません（${path}）。ファイルの名前と場所を確かめて、もう一度実行してください。`);
    return;
  }
  try {
    const result = isAccount ? await account(paths) : await compare(oldPath, newPath, explained);
    process.stdout.write(`${result}\n`);
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    fail(error.code, pdfErrorSentences[error.code]);
  }
}

await main();
