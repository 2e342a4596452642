import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface TestChild {
  process: ChildProcess;
  /** Lines printed so far. */
  lines: string[];
  /** Resolves with the first line that begins so; rejects where the child ends without one. */
  line(start: string): Promise<string>;
  /** kill -9, and until it is gone with all its lines read. */
  kill(): Promise<void>;
  /** Until it has ended, with all its lines read. */
  ended: Promise<unknown>;
}

/** Runs a TypeScript file beside the test in a process of its own, to be killed. */
export function startChild(script: URL, ...parameters: string[]): TestChild {
  const child = spawn(process.execPath, [script.pathname, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = Promise.all([
    new Promise((done) => reader.once('close', done)),
    new Promise((done) => child.once('exit', done)),
  ]);
  return {
    process: child,
    lines,
    ended,
    line: (start) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => line.startsWith(start));
          if (found !== undefined) resolve(found);
        };
        look();
        reader.on('line', look);
        ended.then(() => reject(new Error(`the child ended without printing "${start}": ${lines.join(' | ')}`)));
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
