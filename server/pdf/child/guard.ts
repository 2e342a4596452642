// A thread of the child that still runs while PDFium does: ends the process when it takes too much memory or processor
// time, or when its parent is gone and nobody would end it.
import { writeSync } from 'node:fs';
import { setInterval } from 'node:timers';
import { parentPort, workerData } from 'node:worker_threads';
import type { ChildLimits } from '../frames.ts';
import { lastWord } from '../last-word.ts';

/** What the guard is told: `progress` is shared, see main.ts. */
export interface GuardData {
  readonly parent: number;
  /** Null while the child waits for its work: they are a message then. */
  readonly limits: ChildLimits | null;
  readonly progress: Int32Array;
}

const { parent, progress, ...given } = workerData as GuardData;
const standardError = 2;
let { limits } = given;
let said = 0;
/** Seconds of processor time: as the work began, and as the last page was said. */
let [usedAtFirst, usedBefore] = [0, 0];

parentPort!.once('message', (message: ChildLimits) => {
  limits = message;
  usedAtFirst = secondsUsed();
  usedBefore = usedAtFirst;
});

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  const reason = limits && excess(limits);
  if (!reason) return;
  writeSync(standardError, lastWord(reason, Atomics.load(progress, 1)));
  // The signal by which V8 dies of its own limit, so that the parent knows one sign for both.
  process.kill(process.pid, 'SIGABRT');
}, 200);

function excess({ mebibytes, secondsPerStep, seconds, secondsPerPage }: ChildLimits) {
  const used = secondsUsed();
  const pagesSaid = Atomics.load(progress, 0);
  if (pagesSaid !== said) [said, usedBefore] = [pagesSaid, used];
  if (process.memoryUsage.rss() > mebibytes * 2 ** 20) return 'memory';
  const isLate = used - usedBefore > secondsPerStep || used - usedAtFirst > seconds + said * secondsPerPage;
  return isLate ? 'time' : undefined;
}

function secondsUsed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
