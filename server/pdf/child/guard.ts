// A thread of the child that still runs while PDFium does: ends the process when it takes too much memory or processor
// time, or when its parent is gone and nobody would end it.
import { writeSync } from 'node:fs';
import { setInterval } from 'node:timers';
import { workerData } from 'node:worker_threads';
import type { ChildLimits } from '../frames.ts';
import { lastWord } from '../last-word.ts';

/** What the guard is told: `progress` is shared, see Progress in main.ts. */
export interface GuardData {
  readonly parent: number;
  readonly limits: ChildLimits;
  readonly progress: Int32Array;
}

const { parent, limits, progress } = workerData as GuardData;
const standardError = 2;
let said = 0;
let usedBefore = 0;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  const [pagesSaid, page] = [Atomics.load(progress, 0), Atomics.load(progress, 1)];
  const { user, system } = process.cpuUsage();
  const used = (user + system) / 1e6;
  if (pagesSaid !== said) [said, usedBefore] = [pagesSaid, used];
  const reason =
    process.memoryUsage.rss() > limits.mebibytes * 2 ** 20
      ? 'memory'
      : used - usedBefore > limits.secondsPerStep || used > limits.seconds + said * limits.secondsPerPage
        ? 'time'
        : undefined;
  if (reason === undefined) return;
  writeSync(standardError, lastWord(reason, page));
  // The signal by which V8 dies of its own limit, so that the parent knows one sign for both.
  process.kill(process.pid, 'SIGABRT');
}, 200);
