// Runs in a worker thread: compares two papers that were read before, and answers with what is to be stored, as JSON.
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { gzip } from 'node:zlib';
import { comparePrepared } from '../../../domain/pages/comparison/compare-documents.ts';
import { type PreparedPapers, preparePapers } from '../../../domain/pages/comparison/prepared-papers.ts';
import type { ReadDocument } from '../../../domain/pages/entries/read-document.ts';
import { restoredDocument } from '../../../domain/pages/entries/stored-document.ts';
import { changesOf, countChanges } from '../../../domain/pages/results/changes.ts';
import { type ComparedPage, comparedPages } from '../../../domain/pages/results/compared-lines.ts';
import { hindrancesOf } from '../../../domain/pages/results/hindrances/hindrances.ts';
import type { StoredPaper } from './paper-entries.ts';
import { type CompareAnswer, type CompareQuestion, pageKey } from './run-worker.ts';
import { unpackJson } from './unpack-json.ts';

const gzipped = promisify(gzip);

/** Two papers with what could not be read of them. */
interface KeptPapers {
  /** Of what is stored of them. */
  readonly key: string;
  readonly prepared: PreparedPapers;
  readonly unread: CompareAnswer['unread'];
  /** The pages as they were answered with last, by side and page. */
  readonly written: Map<string, { readonly marks: ComparedPage['marks']; readonly sha256: string }>;
}

/** The two papers compared last: a person who corrects one line mostly corrects another. */
let kept: KeptPapers | null = null;

function papersOf({ older, newer, yearsApart }: CompareQuestion): KeptPapers {
  const key = [hash('sha256', older), hash('sha256', newer), yearsApart].join();
  if (kept?.key === key) return kept;
  kept = null;
  const [before, after] = [restored(older), restored(newer)];
  const unread = [
    ...after.unread.map((page) => ({ side: 'newer' as const, ...page })),
    ...before.unread.map((page) => ({ side: 'older' as const, ...page })),
  ];
  kept = { key, prepared: preparePapers(before, after, yearsApart), unread, written: new Map() };
  return kept;
}

function restored(stored: Uint8Array): ReadDocument & Pick<StoredPaper, 'unread'> {
  const paper = unpackJson(stored) as StoredPaper;
  return { ...restoredDocument(paper), unread: paper.unread };
}

async function answer(question: CompareQuestion): Promise<CompareAnswer> {
  const papers = papersOf(question);
  const { prepared, unread } = papers;
  const { revisions, stored } = question;
  const corrections = question.corrections.flatMap((one) => (one.kind === 'line' ? [one] : []));
  const pageCorrections = question.corrections.flatMap((one) =>
    one.kind === 'page' ? [[one.older, one.newer] as const] : [],
  );
  const comparison = comparePrepared(prepared, { corrections, pageCorrections });
  const byPlace = new Set(comparison.byPlace.map((pair) => pair.join()));
  const corrected = new Set(pageCorrections.map((pair) => pair.join()));
  const changes = changesOf(comparison, { revisions });
  // the lines are written while these are packed
  const packing = [packed(changes), packed(revisions ? [] : hindrancesOf(comparison))] as const;
  const lines = comparedPages(comparison).map((page) => writtenPage(page, papers, stored));
  return {
    pages: comparison.pages.map(([before, after]) => ({
      older: before,
      newer: after,
      byPlace: byPlace.has(`${before},${after}`),
      corrected: corrected.has(`${before},${after}`),
    })),
    counts: countChanges(changes),
    lines,
    unread,
    changes: await packing[0],
    hindrances: await packing[1],
  };
}

const packed = (list: readonly unknown[]) => gzipped(JSON.stringify(list), { level: 1 });

/** A correction leaves nearly all pages as they were: of these nothing is written again. */
function writtenPage({ side, page, marks, lines }: ComparedPage, { written }: KeptPapers, stored: ReadonlySet<string>) {
  const place = `${side} ${page}`;
  const before = written.get(place);
  const isAsBefore = before?.marks.length === marks.length && before.marks.every((mark, at) => mark === marks[at]);
  if (isAsBefore && stored.has(pageKey({ side, page, sha256: before.sha256 })))
    return { side, page, json: null, sha256: before.sha256 };
  const json = JSON.stringify(lines()).replaceAll('\\u0000', '');
  const sha256 = hash('sha256', json);
  written.set(place, { marks, sha256 });
  return { side, page, json, sha256 };
}

parentPort!.on('message', async (question: CompareQuestion) => parentPort!.postMessage(await answer(question)));
