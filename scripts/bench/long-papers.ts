import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Comparison } from '../../contract/comparisons.ts';
import type { Document, Uploaded } from '../../contract/documents.ts';
import { joinPdfs } from '../../server/pdf/join-pdfs.ts';
import { correctionShown } from './correction-shown.ts';
import { type EmptyPortal, startEmptyPortal } from './empty-portal.ts';
import { printMadePaper } from './print-made-paper.ts';
import type { Row } from './row.ts';

/** With their covers 148 and 143 pages, as a city prints in two years; the newer begins five tables later. */
const [older, newer] = [
  { pages: 147, year: 2022, first: 1 },
  { pages: 142, year: 2023, first: 6 },
];
/** So many of the older one after another are the longest paper: to print one of 2,000 pages takes minutes. */
const times = 14;
const pollMilliseconds = 100;

/** Long papers through the whole portal: seconds from the end of the upload, alone on the machine. */
export async function benchLongPapers(): Promise<Row[]> {
  const portal = await startEmptyPortal();
  try {
    const printed = await print(portal, older);
    const old = await upload(portal, printed);
    const fresh = await upload(portal, await print(portal, newer));
    const compared = await compare(portal, fresh.document, old.document);
    const corrected = await correctionShown(portal.official, compared.comparison);
    const longest = join(portal.folder, '資料１０_予算説明書の全部.pdf');
    await writeFile(longest, await joinPdfs(Array(times).fill({ title: '予算説明書', path: printed })));
    const all = await upload(portal, longest);
    return [
      row(`${older.pages + 1} pages ready`, old.seconds),
      row(`${older.pages + 1} pages, the first page there`, old.first),
      row(`compared with ${newer.pages + 1} pages, once both are ready`, compared.seconds),
      { ...row('a line corrected in them, until it is shown', corrected), unit: 'ms' },
      row(`${times * (older.pages + 1)} pages ready`, all.seconds),
    ];
  } finally {
    await portal.close();
  }
}

const row = (name: string, ours: number): Row => ({
  ...{ name, unit: 's', ours, yardstick: null, yardstickName: '', better: 'less' },
});

interface Settled {
  readonly document: number;
  readonly first: number;
  readonly seconds: number;
}

async function print({ folder }: EmptyPortal, { pages, year, first }: typeof older): Promise<string> {
  const path = join(folder, `資料９_${year}年度予算説明書.pdf`);
  await writeFile(path, await printMadePaper(pages, year, first));
  return path;
}

async function upload({ official, createMeeting }: EmptyPortal, path: string): Promise<Settled> {
  const meeting = await createMeeting();
  const { documentId } = await official.upload<Uploaded>(`/api/meetings/${meeting}/documents`, path);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let firstPage = 0;
  for (;;) {
    const { revision } = await official.get<Document>(`/api/documents/${documentId}`);
    if (revision.pagesDone > 0) firstPage ||= seconds();
    if (revision.state === 'ready') return { document: documentId, first: firstPage, seconds: seconds() };
    if (revision.state === 'failed') throw new Error(revision.failure ?? 'failed');
    await wait(pollMilliseconds);
  }
}

interface Compared {
  readonly comparison: Comparison;
  readonly seconds: number;
}

/** Seconds until what the two papers say of one another is there. */
async function compare({ official }: EmptyPortal, document: number, otherDocumentId: number): Promise<Compared> {
  const started = performance.now();
  let comparison = await official.post<Comparison>(`/api/documents/${document}/comparisons`, { otherDocumentId });
  while (!comparison.ready) {
    await wait(pollMilliseconds);
    comparison = await official.get<Comparison>(`/api/comparisons/${comparison.id}`);
  }
  return { comparison, seconds: (performance.now() - started) / 1000 };
}
