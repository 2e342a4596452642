// A process of its own, so that its peak memory is the comparison's: node scripts/bench/made-comparison.ts PAGES prints
// `{ "reading", "aligning", "pairs", "mebibytes" }` for two made papers of so many pages, read one after the other.
import { compareRead, type ReadDocument, readDocument } from '../../domain/pages/compare-documents.ts';
import { makePaper } from './made-paper.ts';

const pages = Number(process.argv[2] ?? 150);
let reading = 0;

function readMade(year: number): ReadDocument {
  const paper = makePaper(pages, year);
  const start = performance.now();
  const read = readDocument(paper);
  reading += performance.now() - start;
  return read;
}

const [older, newer] = [readMade(2024), readMade(2025)];
const start = performance.now();
const { quantities } = compareRead(older, newer);
const aligning = performance.now() - start;
const mebibytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ reading, aligning, pairs: quantities.length, mebibytes }));
