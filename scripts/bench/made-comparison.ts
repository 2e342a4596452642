// node scripts/bench/made-comparison.ts PAGES compares two made papers of so many pages and prints `{ "reading", "aligning",
// "pairs", "readingMebibytes", "aligningMebibytes" }`. Each paper is read in a process of its own (with YEAR and FILE behind
// PAGES) and stored as the portal stores it, so that the peak memory of this one is that of alignment and pairing, and theirs that
// of reading page by page.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compareRead } from '../../domain/pages/comparison/compare-documents.ts';
import { readDocument } from '../../domain/pages/entries/read-document.ts';
import { restoredDocument, type StoredDocument, storedDocument } from '../../domain/pages/entries/stored-document.ts';
import { unpackJson } from '../../server/features/comparisons/unpack-json.ts';
import { openPaper } from './made-paper.ts';

interface Reading {
  readonly milliseconds: number;
  readonly mebibytes: number;
}

const [, script, pages = '150', year, file] = process.argv;
const peakMebibytes = () => process.resourceUsage().maxRSS / 1024;

function readMade(into: string): Reading {
  const paper = openPaper(Number(pages), Number(year));
  const start = performance.now();
  const read = readDocument(paper);
  const milliseconds = performance.now() - start;
  const mebibytes = peakMebibytes();
  writeFileSync(into, gzipSync(JSON.stringify(storedDocument(read)), { level: 1 }));
  return { milliseconds, mebibytes };
}

function compareMade() {
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-made-'));
  try {
    const files = [2024, 2025].map((of) => [String(of), join(folder, String(of))] as const);
    const readings = files.map(
      (given) =>
        JSON.parse(
          execFileSync(process.execPath, [...process.execArgv, script!, pages, ...given]).toString(),
        ) as Reading,
    );
    const [older, newer] = files.map(([, path]) => restoredDocument(unpackJson(readFileSync(path)) as StoredDocument));
    const start = performance.now();
    const { quantities } = compareRead(older!, newer!);
    return {
      reading: readings.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
      aligning: performance.now() - start,
      pairs: quantities.length,
      readingMebibytes: Math.max(...readings.map(({ mebibytes }) => mebibytes)),
      aligningMebibytes: peakMebibytes(),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

console.log(JSON.stringify(file === undefined ? compareMade() : readMade(file)));
