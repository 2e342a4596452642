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

  const resourceLimits = { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG };
  const take = () => {
    if (!waiting) return new Worker(module, { resourceLimits });
    const { worker, timer } = waiting;
    waiting = null;
    clearTimeout(timer);
    leave(worker);
    worker.ref();
    return worker;
  };
  const keep = (worker: Worker) => {
    if (waiting) {
      void worker.terminate();
      return;
    }
    worker.unref();
    const forget = () => {
      if (waiting?.worker === worker) waiting = null;
    };
    const timer = setTimeout(() => {
      forget();
      void worker.terminate();
    }, idle);
    timer.unref();
    waiting = { worker, timer };
    worker.once('error', forget).once('exit', forget);
  };

  return (question, signal) => {
    signal.throwIfAborted();
    const worker = take();
    return new Promise<Answer>((resolve, reject) => {
      const onAbort = () => {
        reject(signal.reason);
        void worker.terminate();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      worker.once('error', reject);
      worker.once('exit', (code) => {
        signal.removeEventListener('abort', onAbort);
        reject(new Error(`the thread of ${module.pathname.split('/').at(-1)} ended with ${code}`));
      });
      worker.once('message', (answer: Answer) => {
        signal.removeEventListener('abort', onAbort);
        leave(worker);
        keep(worker);
        resolve(answer);
      });
      worker.postMessage(question);
    });
  };
}

/** Not all listeners at once: those that Node itself has on a worker keep its messages coming. */
function leave(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

/** MiB. By itself V8 lets it grow with the machine: 1,500 + 1,500 pages were aligned in 500 MiB, no faster than in 320 with this. */
const YOUNG = 24;
