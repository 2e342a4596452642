import { Worker } from 'node:worker_threads';

export interface WarmThreadOptions {
  /** MiB of heap. */
  readonly memory: number;
  /** Milliseconds after which a thread that nobody asks is let go, with all its memory. */
  readonly idle: number;
}

export type Ask<Question, Answer> = (question: Question, signal: AbortSignal) => Promise<Answer>;

/**
 * Asks a module in a thread of its own, which is kept for the next question: it need not be loaded and warmed again. The
 * module posts one message for each that it is sent; a thread in which something is thrown is not used again. While one is
 * busy a further question gets another. Throws the signal's reason where aborted.
 */
export function warmThread<Question, Answer>(module: URL, { memory, idle }: WarmThreadOptions): Ask<Question, Answer> {
  let waiting: { worker: Worker; timer: NodeJS.Timeout } | null = null;

  const take = () => {
    if (!waiting) return new Worker(module, { resourceLimits: { maxOldGenerationSizeMb: memory } });
    const { worker, timer } = waiting;
    waiting = null;
    clearTimeout(timer);
    worker.ref();
    return worker;
  };
  const keep = (worker: Worker) => {
    worker.removeAllListeners();
    if (waiting) {
      void worker.terminate();
      return;
    }
    worker.unref();
    const timer = setTimeout(() => {
      waiting = null;
      void worker.terminate();
    }, idle);
    timer.unref();
    waiting = { worker, timer };
    worker.once('exit', () => {
      if (waiting?.worker === worker) waiting = null;
    });
  };

  return (question, signal) => {
    signal.throwIfAborted();
    const worker = take();
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        reject(signal.reason);
        void worker.terminate();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      const settle = () => signal.removeEventListener('abort', onAbort);
      worker.once('message', (answer: Answer) => {
        settle();
        keep(worker);
        resolve(answer);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => {
        settle();
        reject(new Error(`the thread of ${module.pathname.split('/').at(-1)} ended with ${code}`));
      });
      worker.postMessage(question);
    });
  };
}
