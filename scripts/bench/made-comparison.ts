// A process of its own, so that its peak memory is the comparison's: node scripts/bench/made-comparison.ts PAGES prints
// `{ "reading", "aligning", "pairs", "mebibytes" }` for two made papers of so many pages.
import { compareEntries } from '../../domain/pages/compare-documents.ts';
import { readEntries } from '../../domain/pages/read-entries.ts';
import { makePaper } from './made-paper.ts';

const pages = Number(process.argv[2] ?? 150);
const [older, newer] = [makePaper(pages, 2024), makePaper(pages, 2025)];
const start = performance.now();
const entries = { older: readEntries(older.pages), newer: readEntries(newer.pages) };
const read = performance.now();
const { quantities } = compareEntries(older, newer, entries);
const aligned = performance.now();
console.log(
  JSON.stringify({
    reading: read - start,
    aligning: aligned - read,
    pairs: quantities.length,
    mebibytes: process.resourceUsage().maxRSS / 1024,
  }),
);
