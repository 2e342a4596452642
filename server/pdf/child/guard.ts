// A thread of the child that still runs while PDFium does: ends the process when it takes too much memory, or when its
// parent is gone and nobody would end it.
import { setInterval } from 'node:timers';
import { workerData } from 'node:worker_threads';

const { parent, maximumMebibytes } = workerData as { parent: number; maximumMebibytes: number };

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  // The signal by which V8 dies of its own limit, so that the parent knows one sign for both.
  if (process.memoryUsage.rss() > maximumMebibytes * 2 ** 20) process.kill(process.pid, 'SIGABRT');
}, 200);
