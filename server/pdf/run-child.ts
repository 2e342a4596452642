import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type ChildLimits, type ChildRequest, decodeFrames, type Frame } from './frames.ts';
import { readLastWord } from './last-word.ts';
import { PdfError } from './pdf-error.ts';
import { startChild } from './start-child.ts';

/** Hostile files end in the step; a real file of 1,500 pages needs a tenth of the whole. */
export const usualLimits: ChildLimits = { mebibytes: 680, secondsPerStep: 20, seconds: 40, secondsPerPage: 4 };
/**
 * Milliseconds by the clock. A busy machine may leave a child next to no processor time, which says nothing of its file:
 * past this one is ended only so that a child that hangs without working does not hang for ever.
 */
const longestSilence = 15 * 60_000;

const detailLength = 2_000;

/**
 * Runs the child and yields its frames up to its `end`, as fast as they are taken. It is killed when the caller stops
 * taking, when the signal aborts, and after a very long silence; past the request's limits it ends itself. Throws PdfError;
 * any other error is a defect of ours.
 */
export async function* runChild(request: ChildRequest, signal?: AbortSignal): AsyncGenerator<Frame, void> {
  signal?.throwIfAborted();
  const { child, ended } = await startChild(request);
  const abort = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', abort);
  const stderr = collectTail(child.stderr!);
  const output = child.stdio[3] as Readable;
  const frames = decodeFrames(output);
  try {
    for (;;) {
      const frame = await before(longestSilence, frames.next());
      if (frame === undefined) throw new PdfError('interrupted', 'silent for too long');
      signal?.throwIfAborted();
      if (frame.done) throw await explainEnd(child, ended, stderr);
      const { header } = frame.value;
      if (header.type === 'end') return;
      if (header.type === 'failure') throw new PdfError(header.code, header.detail, header.page ?? undefined);
      yield frame.value;
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    // Not asked to leave by itself: a process can hang in its exit while WebAssembly runs.
    child.kill('SIGKILL');
    // What is not read keeps the child's streams open, and `close` away.
    output.destroy();
    await ended;
  }
}

/** The promise's value, or undefined when the time is over. */
async function before<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    // One more turn of the loop: after a long pause of this process the timer is due before what has arrived is read.
    timer = setTimeout(() => setTimeout(() => resolve(undefined), 50), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The child closed its output without a last word. */
async function explainEnd(child: ChildProcess, ended: Promise<unknown>, stderr: () => string): Promise<Error> {
  await ended;
  const { exitCode, signalCode } = child;
  if (signalCode === 'SIGKILL' || signalCode === 'SIGTERM' || signalCode === 'SIGINT') {
    return new PdfError('interrupted', `the child was ended by ${signalCode}`);
  }
  // SIGABRT is an exhausted memory (V8's own) or the guard; 134 is the same through a shell.
  if (signalCode !== null || exitCode === 134) {
    const { reason = `the child died of ${signalCode}`, page } = readLastWord(stderr()) ?? {};
    return new PdfError('too_complex', reason, page);
  }
  return new Error(`the PDF child ended with ${exitCode}: ${stderr()}`);
}

function collectTail(stream: Readable): () => string {
  let tail = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-detailLength);
  });
  return () => tail;
}
