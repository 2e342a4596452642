import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommitteeList, Created } from '../../contract/committees.ts';
import type { Comparison } from '../../contract/comparisons.ts';
import type { Document, Uploaded } from '../../contract/documents.ts';
import { PortalClient } from '../demo-city/portal-client.ts';
import type { DemoPortal } from './demo-portal.ts';
import { printMadePaper } from './print-made-paper.ts';

export interface BesidePapers {
  readonly comparison: Comparison;
  /** Milliseconds from both papers' being ready to their comparison. */
  readonly waited: number;
}

/** With their covers 148 and 143 pages, as a city prints in two years; the newer begins five tables later. */
const papers = [
  { year: 2022, pages: 147, first: 1 },
  { year: 2023, pages: 142, first: 6 },
];
const pollMilliseconds = 200;

/** Two long papers of two years, uploaded and compared. */
export async function uploadPapers(portal: DemoPortal): Promise<BesidePapers> {
  const client = new PortalClient(portal.origin);
  const { email, password } = portal.links.secretariat;
  await client.post('/api/session', { email, password });
  const { committees } = await client.get<CommitteeList>('/api/committees');
  const meetings: number[] = [];
  const documents: number[] = [];
  for (const { year, pages, first } of papers) {
    const input = { title: '計測', heldOn: `${year}-06-01`, startsAt: '10:00', endsAt: null, place: '', agenda: [] };
    const meeting = await client.post<Created>(`/api/committees/${committees[0]!.id}/meetings`, input);
    meetings.push(meeting.id);
    documents.push(await upload(client, meeting.id, await printMadePaper(pages, year, first)));
  }
  for (const id of documents)
    await until(async () => (await client.get<Document>(`/api/documents/${id}`)).revision.state === 'ready');
  for (const id of meetings) await client.post(`/api/meetings/${id}/publication`);
  const started = performance.now();
  const asked = { otherDocumentId: documents[0]! };
  let comparison = await client.post<Comparison>(`/api/documents/${documents[1]}/comparisons`, asked);
  await until(async () => {
    comparison = await client.get<Comparison>(`/api/comparisons/${comparison.id}`);
    return comparison.ready;
  });
  return { comparison, waited: performance.now() - started };
}

async function upload(client: PortalClient, meetingId: number, pdf: Uint8Array): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-beside-'));
  const path = join(folder, '資料９_計測用の予算説明書.pdf');
  await writeFile(path, pdf);
  const { documentId } = await client.upload<Uploaded>(`/api/meetings/${meetingId}/documents`, path);
  await rm(folder, { recursive: true });
  return documentId;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
}
