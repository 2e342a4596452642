import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { addBookmarks } from './bookmarks.ts';
import { childProgram, readableByChild } from './child-program.ts';
import type { ChildLimits } from './frames.ts';
import { PdfError } from './pdf-error.ts';

/** What the joining child is asked, as JSON in its first argument. */
export interface JoinRequest {
  readonly paths: readonly string[];
  /** Each paper begins on a new leaf of duplex print: a blank page follows an odd number of pages. */
  readonly duplex: boolean;
  readonly limits: ChildLimits;
}

const limits: ChildLimits = { mebibytes: 1800, secondsPerStep: 30, seconds: 60, secondsPerPage: 5 };

/**
 * The papers one after another as one PDF, with a bookmark each; one that cannot be opened is left out. Throws PdfError where
 * it takes too much. `duplex`: each begins on a new leaf.
 */
export async function joinPdfs(
  papers: readonly { title: string; path: string }[],
  { duplex = false } = {},
): Promise<Buffer> {
  const paths = papers.map(({ path }) => path);
  const permissions = [...readableByChild, ...new Set(paths)].map((path) => `--allow-fs-read=${path}`);
  const request: JoinRequest = { paths, duplex, limits };
  const child = spawn(
    process.execPath,
    ['--permission', ...permissions, '--allow-worker', '--no-warnings', childProgram('join'), JSON.stringify(request)],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], env: {} },
  );
  const [pdf, told, [code]] = await Promise.all([
    buffer(child.stdio[3] as Readable),
    text(child.stderr!),
    once(child, 'close'),
  ]);
  if (code !== 0) throw new PdfError('too_complex', `joining ended with ${code}: ${told.slice(-500)}`);
  const counts = JSON.parse(told.trim().split('\n').at(-1)!) as number[];
  return addBookmarks(
    pdf,
    papers.map(({ title }, index) => ({ title, pageCount: counts[index]! })),
  );
}
