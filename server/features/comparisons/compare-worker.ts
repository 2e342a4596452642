// Runs in a worker thread: compares two papers that were read before, and answers with what is to be stored, as JSON.
import { hash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compareRead } from '../../../domain/pages/comparison/compare-documents.ts';
import type { ReadDocument } from '../../../domain/pages/entries/read-document.ts';
import { restoredDocument } from '../../../domain/pages/entries/stored-document.ts';
import { changesOf, countChanges } from '../../../domain/pages/results/changes.ts';
import { type ComparedLine, type ComparedSide, comparedLines } from '../../../domain/pages/results/compared-lines.ts';
import { hindrancesOf } from '../../../domain/pages/results/hindrances/hindrances.ts';
import type { StoredPaper } from './paper-entries.ts';
import type { CompareAnswer, CompareQuestion } from './run-worker.ts';

/** A paper with what could not be read of it. */
type KeptPaper = ReadDocument & Pick<StoredPaper, 'unread'>;

/** The two papers compared last, by what is stored of them: a person who corrects one line mostly corrects another. */
const kept = new Map<string, KeptPaper>();

function read(stored: Uint8Array): KeptPaper {
  const key = hash('sha256', stored);
  const paper = kept.get(key) ?? restored(JSON.parse(gunzipSync(stored).toString()));
  kept.delete(key);
  kept.set(key, paper);
  for (const oldest of [...kept.keys()].slice(0, -2)) kept.delete(oldest);
  return paper;
}

const restored = (paper: StoredPaper): KeptPaper => ({ ...restoredDocument(paper), unread: paper.unread });

function answer(question: CompareQuestion): CompareAnswer {
  const older = read(question.older);
  const newer = read(question.newer);
  const { yearsApart, revisions, corrections } = question;
  const lineCorrections = corrections.flatMap((one) => (one.kind === 'line' ? [one] : []));
  const pageCorrections = corrections.flatMap((one) => (one.kind === 'page' ? [[one.older, one.newer] as const] : []));
  const options = { yearsApart, corrections: lineCorrections, pageCorrections };
  const comparison = compareRead(older, newer, options);
  const changes = changesOf(comparison, { revisions });
  const byPlace = new Set(comparison.byPlace.map((pair) => pair.join()));
  const corrected = new Set(pageCorrections.map((pair) => pair.join()));
  const lines = comparedLines(comparison);
  return {
    pages: comparison.pages.map(([before, after]) => ({
      older: before,
      newer: after,
      byPlace: byPlace.has(`${before},${after}`),
      corrected: corrected.has(`${before},${after}`),
    })),
    counts: countChanges(changes),
    changes: packed(changes),
    hindrances: packed(revisions ? [] : hindrancesOf(comparison)),
    lines: [...pagesOf('older', lines.older), ...pagesOf('newer', lines.newer)],
    unread: [
      ...newer.unread.map((page) => ({ side: 'newer' as const, ...page })),
      ...older.unread.map((page) => ({ side: 'older' as const, ...page })),
    ],
  };
}

const packed = (list: readonly unknown[]) => gzipSync(JSON.stringify(list), { level: 1 });

function pagesOf(side: ComparedSide, lines: ReadonlyMap<number, readonly ComparedLine[]>): CompareAnswer['lines'] {
  return [...lines].map(([page, list]) => {
    const json = JSON.stringify(list).replaceAll('\\u0000', '');
    return { side, page, json, sha256: hash('sha256', json) };
  });
}

parentPort!.on('message', (question: CompareQuestion) => parentPort!.postMessage(answer(question)));
