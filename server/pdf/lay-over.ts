import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { childProgram, readableByChild } from './child-program.ts';
import type { ChildLimits } from './frames.ts';
import { PdfError } from './pdf-error.ts';

/** What the child is asked, as JSON in its first argument. */
export interface OverlayRequest {
  readonly base: string;
  /** Pages of other files that follow the base's, in this order; 1-based. */
  readonly further: readonly { readonly path: string; readonly page: number }[];
  readonly overlay: string;
  /** For each of the overlay's first pages the 1-based page of the result that it lies on. The overlay's other pages follow all. */
  readonly onto: readonly number[];
  readonly limits: ChildLimits;
}

const limits: ChildLimits = { mebibytes: 1800, secondsPerStep: 30, seconds: 60, secondsPerPage: 5 };

/**
 * The base with pages of an overlay on pages of it, as one PDF; what is on the base's pages stays what it was (type, links,
 * bookmarks). Throws PdfError where it takes too much or cannot be opened.
 */
export async function layOver(asked: Omit<OverlayRequest, 'limits'>): Promise<Buffer> {
  const paths = [asked.base, asked.overlay, ...asked.further.map(({ path }) => path)];
  const permissions = [...readableByChild, ...new Set(paths)].map((path) => `--allow-fs-read=${path}`);
  const request: OverlayRequest = { ...asked, limits };
  const child = spawn(
    process.execPath,
    [
      '--permission',
      ...permissions,
      '--allow-worker',
      '--no-warnings',
      childProgram('lay-over'),
      JSON.stringify(request),
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], env: {} },
  );
  const [pdf, told, [code]] = await Promise.all([
    buffer(child.stdio[3] as Readable),
    text(child.stderr!),
    once(child, 'close'),
  ]);
  if (code !== 0) throw new PdfError('too_complex', `laying over ended with ${code}: ${told.slice(-500)}`);
  return pdf;
}
