import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Client } from '../../test/client.ts';
import { newestOf, type Writer, type WrittenDocument, type WrittenMeeting } from './writer.ts';

interface Readers {
  readonly official: Client;
  readonly member: Client;
  /** SHA-256 of everything that was sent. */
  readonly sent: ReadonlySet<string>;
}

/** What of a meeting is not there as it was acknowledged, or is there by half; none for a sound portal. */
export async function lossesOfMeeting(readers: Readers, meeting: WrittenMeeting): Promise<string[]> {
  const response = await readers.official.ask('GET', `/api/meetings/${meeting.id}`);
  if (!response.ok) return [`meeting ${meeting.id}: ${response.status}`];
  const found = await response.json();
  const losses: string[] = [];
  if (!meeting.titles.includes(found.title)) losses.push(`meeting ${meeting.id}: its title is ${found.title}`);
  // retitled with its agenda in one act: two items, never four or none
  if (found.agenda.length !== 2) losses.push(`meeting ${meeting.id}: ${found.agenda.length} items of agenda`);
  if (meeting.published && found.publishedAt === null) losses.push(`meeting ${meeting.id}: no longer published`);
  for (const document of meeting.documents) losses.push(...(await lossesOfDocument(readers, meeting, document)));
  return losses;
}

async function lossesOfDocument(
  { official, member, sent }: Readers,
  meeting: WrittenMeeting,
  document: WrittenDocument,
) {
  const losses: string[] = [];
  const name = `document ${document.id} of meeting ${meeting.id}`;
  for (const [id, { sha256, number }] of document.revisions) {
    const file = await official.ask('GET', `/api/revisions/${id}/file`);
    if (document.withdrawn === null || document.withdrawn) continue;
    if (!file.ok) losses.push(`${name}: revision ${number}: ${file.status}`);
    else if (hashOf(await file.arrayBuffer()) !== sha256) losses.push(`${name}: revision ${number} is another file`);
  }
  if (document.withdrawn !== false) return losses;
  const found = await official.ask('GET', `/api/documents/${document.id}`);
  if (!found.ok) return [...losses, `${name}: ${found.status}`];
  const { revision, revisions, pages } = await found.json();
  losses.push(...(await learn(official, name, document, revisions, sent)));
  if (revision.number < newestOf(document)) losses.push(`${name}: revision ${revision.number} is the newest`);
  if (revision.state === 'failed') losses.push(`${name}: a sound paper failed: ${revision.failure}`);
  if (revision.state === 'ready') losses.push(...(await lossesOfPages(official, name, revision, pages)));
  losses.push(...(await lossesOfReading(member, name, meeting, document)));
  return losses;
}

/** Replacements that were done though nobody was told: whole, and from now on expected. */
async function learn(
  official: Client,
  name: string,
  document: WrittenDocument,
  revisions: { id: number; number: number }[],
  sent: ReadonlySet<string>,
): Promise<string[]> {
  const losses: string[] = [];
  for (const { id, number } of revisions.filter((revision) => !document.revisions.has(revision.id))) {
    const sha256 = hashOf(await (await official.ask('GET', `/api/revisions/${id}/file`)).arrayBuffer());
    if (!sent.has(sha256)) losses.push(`${name}: revision ${number} is a file that nobody sent`);
    document.revisions.set(id, { sha256, number });
  }
  return losses;
}

/** What is called ready has every page, with its picture. */
async function lossesOfPages(
  official: Client,
  name: string,
  revision: { id: number; pageCount: number },
  pages: { number: number }[],
): Promise<string[]> {
  if (pages.length !== revision.pageCount)
    return [`${name}: ready with ${pages.length} of ${revision.pageCount} pages`];
  const losses: string[] = [];
  for (const { number } of pages) {
    const picture = await official.ask('GET', `/api/revisions/${revision.id}/pages/${number}/picture/large`);
    const length = (await picture.arrayBuffer()).byteLength;
    if (!picture.ok || length === 0) losses.push(`${name}: page ${number} has no picture`);
  }
  return losses;
}

/** A member sees what was published, and nothing that was not. */
async function lossesOfReading(member: Client, name: string, meeting: WrittenMeeting, { id, shown }: WrittenDocument) {
  const answer = await member.ask('GET', `/api/documents/${id}`);
  if (!answer.ok) return shown.least > 0 && meeting.published ? [`${name}: a member gets ${answer.status}`] : [];
  const { number } = (await answer.json()).revision;
  return number >= shown.least && number <= shown.most
    ? []
    : [`${name}: a member sees revision ${number}, not ${shown.least} to ${shown.most}`];
}

/** Just after a kill the portal may still find that its database is away, says 503, and serves a moment later. */
async function readWhenServed(client: Client, path: string) {
  for (let tries = 0; ; tries += 1) {
    const answer = await client.ask('GET', path);
    if (answer.ok) return answer.json();
    if (answer.status !== 503 || tries === 20) throw new Error(`GET ${path}: ${answer.status}`);
    await setTimeout(500);
  }
}

export async function lossesOfCorrections(official: Client, comparison: number, writers: readonly Writer[]) {
  const { corrections } = await readWhenServed(official, `/api/comparisons/${comparison}/corrections`);
  const present = new Set(corrections.map(({ id }: { id: number }) => id));
  return writers.flatMap(({ corrections: written }) =>
    [...written]
      .filter(([id, state]) => state !== 'unanswered' && present.has(id) !== (state === 'made'))
      .map(([id, state]) => `correction ${id} was ${state} and is not`),
  );
}

/** Every memo that was acknowledged is there once, as it was written. */
export async function lossesOfNotes(member: Client, acknowledged: ReadonlySet<string>): Promise<string[]> {
  const { documents } = (await readWhenServed(member, '/api/notes')) as {
    documents: { notes: { id: string; content: { words: string } }[] }[];
  };
  const words = documents.flatMap(({ notes }) => notes.map(({ content }) => content.words));
  return [...acknowledged]
    .filter((id) => words.filter((word) => word === id).length !== 1)
    .map((id) => `note ${id} was acknowledged and is not there once`);
}

/** Of all that stands in the portal: no file that nobody sent, and an entry in the audit trail for each. */
export async function lossesOfWhole(official: Client, committee: number, before: number, sent: ReadonlySet<string>) {
  const { meetings } = await official.json('GET', `/api/committees/${committee}/meetings`);
  const losses: string[] = [];
  let documents = 0;
  for (const { id } of meetings) {
    const meeting = await official.json('GET', `/api/meetings/${id}`);
    const { documents: withdrawn } = await official.json('GET', `/api/meetings/${id}/withdrawn-documents`);
    documents += meeting.documents.length + withdrawn.length;
    for (const document of meeting.documents) {
      const file = await official.ask('GET', `/api/revisions/${document.revision.id}/file`);
      if (!sent.has(hashOf(await file.arrayBuffer()))) losses.push(`document ${document.id}: a file that nobody sent`);
    }
  }
  const entries = async (act: string) =>
    (await (await official.ask('GET', `/api/audit.csv?act=${act}`)).text()).trim().split('\r\n').length - 1;
  const [created, uploaded] = [await entries('meeting-created'), await entries('document-uploaded')];
  if (created !== meetings.length) losses.push(`${meetings.length} meetings, ${created} entries in the audit trail`);
  if (uploaded !== documents) losses.push(`${documents} documents, ${uploaded} entries in the audit trail`);
  if (meetings.length < before) losses.push(`${meetings.length} meetings where there were ${before}`);
  return losses;
}

const hashOf = (content: ArrayBuffer) => createHash('sha256').update(new Uint8Array(content)).digest('hex');
