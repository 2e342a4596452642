// node scripts/bench/stored-comparison.ts compares two made papers of 148 and 143 pages from their stored entries, as the portal
// does after a correction, and prints `{ "reading", "cold", "warm", "busy" }` in milliseconds; busy is the CPU time of a warm one.
import { gzipSync } from 'node:zlib';
import { pathOf } from '../../domain/pages/entries/entry.ts';
import { readDocument } from '../../domain/pages/entries/read-document.ts';
import { storedDocument } from '../../domain/pages/entries/stored-document.ts';
import { compareInWorker, pageKey } from '../../server/features/comparisons/run-worker.ts';
import { makePaper } from './made-paper.ts';

const rounds = 9;
const signal = new AbortController().signal;

const readingFrom = performance.now();
const [older, newer] = [makePaper(148, 2024), makePaper(143, 2025)].map((paper) => readDocument(paper));
const reading = performance.now() - readingFrom;
const [before, after] = [older!, newer!].map((read) =>
  gzipSync(JSON.stringify({ ...storedDocument(read), unread: [] })),
);
/** One more line each time is said to have no counterpart. */
const corrections = newer!.entries
  .filter((_, at) => at % 100 === 50)
  .map((entry, id) => ({
    ...{ id, kind: 'line' as const, older: null },
    newer: { page: entry.page, box: entry.box, path: pathOf(entry) },
  }));
let stored: ReadonlySet<string> = new Set();
const times: { readonly elapsed: number; readonly busy: number }[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const question = { older: before!, newer: after!, yearsApart: 1, revisions: false, stored };
  const { lines } = await compareInWorker({ ...question, corrections: corrections.slice(0, round) }, signal);
  stored = new Set(lines.map(pageKey));
  const { user, system } = process.cpuUsage(used);
  times.push({ elapsed: performance.now() - start, busy: (user + system) / 1_000 });
}
const [cold, ...warm] = times;
const median = (of: 'elapsed' | 'busy') => warm.map((time) => time[of]).sort((a, b) => a - b)[Math.floor(rounds / 2)];
console.log(JSON.stringify({ reading, cold: cold?.elapsed, warm: median('elapsed'), busy: median('busy') }));
process.exit();
