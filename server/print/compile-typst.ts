import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PrintError } from './print-error.ts';
import type { TypstAnswer, TypstDocument, TypstJob } from './typst-job.ts';

export interface CompileOptions {
  readonly signal?: AbortSignal | undefined;
  /** After this the child is killed; 30 s where nothing is said. */
  readonly deadlineMilliseconds?: number | undefined;
}

const CHILD = fileURLToPath(new URL('./typst-child.ts', import.meta.url));

/**
 * Compiles the documents one after the other in one child process and returns them in the same order.
 * Throws a PrintError (failed, deadline), or the signal's reason where it was aborted.
 */
export async function compileTypst(jobs: readonly TypstJob[], options: CompileOptions = {}): Promise<TypstDocument[]> {
  const answers = await askChild(jobs, options);
  return answers.map((answer) => {
    if ('failure' in answer) throw new PrintError('failed', { detail: answer.failure });
    return answer;
  });
}

function askChild(jobs: readonly TypstJob[], options: CompileOptions): Promise<readonly TypstAnswer[]> {
  const { signal, deadlineMilliseconds = 30_000 } = options;
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-2000);
    });

    // SIGKILL: while Typst works the child reads no message and runs no handler.
    const stop = (reason: unknown) => {
      child.kill('SIGKILL');
      reject(reason);
    };
    const onAbort = () => stop(signal?.reason);
    const timer = setTimeout(() => stop(new PrintError('deadline')), deadlineMilliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });

    child.once('message', (answers: readonly TypstAnswer[]) => resolve(answers));
    child.once('error', (error) => stop(new PrintError('failed', { detail: error.message })));
    child.once('close', (code, killedBy) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      reject(new PrintError('failed', { detail: `the printing child ended (${killedBy ?? code}) ${complaint}` }));
    });
    child.send(jobs, (error) => {
      if (error) stop(new PrintError('failed', { detail: error.message }));
    });
  });
}
