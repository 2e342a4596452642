// Runs in a worker thread: reads a paper into entries and answers with them as they are stored, gzip JSON.
import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readDocument } from '../../../domain/pages/entries/read-document.ts';
import { storedDocument } from '../../../domain/pages/entries/stored-document.ts';
import { unreadPages } from '../../../domain/pages/results/account.ts';
import type { PageContent } from '../../../domain/pages/sheet/page-content.ts';
import type { PrintedPaper, StoredPaper } from './paper-entries.ts';

const { contents, pageLabels } = workerData as PrintedPaper;
const pages: Iterable<PageContent> = {
  *[Symbol.iterator]() {
    for (const content of contents) yield JSON.parse(gunzipSync(content).toString());
  },
};
const read = readDocument({ pages, pageLabels });
const stored: StoredPaper = { ...storedDocument(read), unread: unreadPages(pages, pageLabels, read.entries) };
parentPort!.postMessage(gzipSync(JSON.stringify(stored), { level: 1 }));
