import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../../test/client.ts';
import { makePaper } from '../../test/pdf.ts';
import { withPdf } from '../../test/server/print/drawn-pdf.ts';
import { between, oneOf, seeded } from '../demo-city/seeded.ts';
import { lossesOfCorrections, lossesOfMeeting, lossesOfNotes, lossesOfWhole } from './find-losses.ts';
import { NoteWriter } from './note-writer.ts';
import { type DatabaseOfPortal, openPortalToKill, type PortalToKill, type Victim } from './portal-to-kill.ts';
import { Writer } from './writer.ts';

export interface FaultsResult {
  readonly rounds: number;
  readonly kills: Record<Victim, number>;
  /** Writes that the portal acknowledged. */
  readonly acknowledged: number;
  readonly losses: readonly string[];
}

const victims: Victim[] = ['portal', 'portal', 'portal', 'database', 'database', 'both', 'child', 'child'];
/** Milliseconds of work before the kill. */
const work = { from: 50, to: 1_500 };

/**
 * Two secretariats write, and a member reads and writes notes, while somebody is killed with -9, `rounds` times, each from the seed; after each
 * kill everything acknowledged must be there and nothing by half.
 */
export async function runFaults(
  database: DatabaseOfPortal,
  { seed, rounds, report = () => {} }: { seed: number; rounds: number; report?: (line: string) => void },
): Promise<FaultsResult> {
  const portal = await openPortalToKill(database);
  try {
    const stage = await setStage(portal);
    const writers = [1, 2].map((n) => new Writer(`${seed} writer ${n}`, stage));
    const kills: Record<Victim, number> = { portal: 0, database: 0, both: 0, child: 0 };
    const losses: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const key = `${seed} round ${round}`;
      kills[await workUntilKilled(portal, stage, writers, key)] += 1;
      await portal.untilReady();
      const found = [
        ...writers.flatMap((writer) => writer.losses.splice(0)),
        ...(await lossesOfCorrections(stage.official, stage.comparison, writers)),
        ...(await lossesOfSome(stage, writers, key)),
      ];
      losses.push(...found);
      for (const loss of found) report(`round ${round}: ${loss}`);
      if (round % 10 === 0) report(`${database}: ${round} rounds, ${losses.length} losses`);
    }
    losses.push(...(await lossesAtTheEnd(stage, writers)));
    return { rounds, kills, acknowledged: acknowledgedBy(writers), losses: [...new Set(losses)] };
  } finally {
    await portal.close();
  }
}

const acknowledgedBy = (writers: readonly Writer[]) => writers.reduce((sum, writer) => sum + writer.acknowledged, 0);

interface Stage {
  readonly official: Client;
  readonly member: Client;
  readonly committee: number;
  readonly comparison: number;
  /** A document that the member reads. */
  readonly document: number;
  readonly sent: Set<string>;
  readonly notes: NoteWriter;
}

/** A city with two compared papers and a member who holds a letter. */
async function setStage(portal: PortalToKill): Promise<Stage> {
  const official = new Client(portal.address);
  const sent = new Set<string>();
  const person = { name: '管理', email: 'kanri@example.jp', password: 'ひみつのことば-2024' };
  await official.json('POST', '/api/set-up', { code: portal.setUpCode, cityName: 'あおば市', ...person });
  const contact = { name: '懇談会', department: '課', phone: '0', email: '' };
  const { id: committee } = await official.json('POST', '/api/committees', contact);
  const term = { termFrom: '2020-01-01', termTo: '2098-01-01' };
  const holder = { name: '委員', kana: '', position: '', postalCode: '', address: '', ...term };
  await official.json('POST', `/api/committees/${committee}/members`, holder);
  const documents: number[] = [];
  const meetings: number[] = [];
  for (const year of [2022, 2023]) {
    const particulars = { title: `${year}`, heldOn: `${year}-07-01`, startsAt: '10:00', endsAt: null, place: '' };
    const path = `/api/committees/${committee}/meetings`;
    const { id } = await official.json('POST', path, { ...particulars, agenda: [] });
    const paper = makePaper(2, `Stage ${year}`);
    sent.add(createHash('sha256').update(paper).digest('hex'));
    const uploaded = await official.upload(`/api/meetings/${id}/documents`, '資料１ 予算.pdf', paper);
    documents.push(((await uploaded.json()) as { documentId: number }).documentId);
    meetings.push(id);
    await official.json('POST', `/api/meetings/${id}/publication`);
  }
  for (const id of documents) await untilReady(official, id);
  const pair = { otherDocumentId: documents[0] };
  const { id: comparison } = await official.json('POST', `/api/documents/${documents[1]}/comparisons`, pair);
  const letter = { memberIds: null, documentNumber: '', issuedOn: '2024-06-01', note: '', revokeEarlier: false };
  const letters = await official.ask('POST', `/api/meetings/${meetings[1]}/notices`, letter);
  const [code] = await withPdf(Buffer.from(await letters.arrayBuffer()), (pages) => pages.codes(0));
  const member = new Client(portal.address);
  await member.ask('GET', new URL(code!.text).pathname);
  const document = documents[1]!;
  const { revision } = await member.json('GET', `/api/documents/${document}`);
  const notes = new NoteWriter(member, { documentId: document, revisionId: revision.id });
  return { official, member, committee, comparison, document, sent, notes };
}

async function untilReady(official: Client, document: number): Promise<void> {
  for (const deadline = Date.now() + 180_000; ; await wait(100)) {
    const { revision } = await official.json('GET', `/api/documents/${document}`);
    if (revision.state === 'ready') return;
    if (revision.state === 'failed' || Date.now() > deadline)
      throw new Error(`document ${document} is ${revision.state}: ${revision.failure}`);
  }
}

/** Writers write, the member reads and writes notes; then somebody is killed in the middle. Gives who it was. */
async function workUntilKilled(portal: PortalToKill, stage: Stage, writers: Writer[], key: string): Promise<Victim> {
  let over = false;
  const reading = async () => {
    while (!over)
      await stage.member
        .ask('GET', `/api/documents/${stage.document}`)
        .then((answer) => answer.arrayBuffer())
        .then(() => stage.notes.write())
        .catch(() => wait(20));
  };
  const working = Promise.all([reading(), ...writers.map((writer) => writer.work(() => over))]);
  const before = acknowledgedBy(writers);
  await wait(between(`${key} after`, work.from, work.to));
  // on a busy machine nothing may have been answered yet, and nothing could be lost
  while (acknowledgedBy(writers) === before) await wait(10);
  const killed = await portal.kill(oneOf(`${key} victim`, victims), seeded(`${key} pick`));
  over = true;
  await working;
  return killed;
}

/** Of what was written last, and of some of what was written before. */
async function lossesOfSome(stage: Stage, writers: readonly Writer[], key: string): Promise<string[]> {
  const losses = await lossesOfNotes(stage.member, stage.notes.acknowledged);
  for (const { meetings } of writers) {
    const looked = new Set([...meetings.slice(-3), ...meetings.filter(({ id }) => seeded(`${key} ${id}`) < 0.03)]);
    for (const meeting of looked) losses.push(...(await lossesOfMeeting(stage, meeting)));
  }
  return losses;
}

/** Of everything, once all papers are ready. */
async function lossesAtTheEnd(stage: Stage, writers: readonly Writer[]): Promise<string[]> {
  const losses: string[] = [];
  let count = 2;
  for (const { meetings } of writers)
    for (const meeting of meetings) {
      count += 1;
      for (const { id, withdrawn } of meeting.documents)
        if (withdrawn === false) await untilReady(stage.official, id).catch((error) => losses.push(String(error)));
      losses.push(...(await lossesOfMeeting(stage, meeting)));
    }
  return [...losses, ...(await lossesOfWhole(stage.official, stage.committee, count, stage.sent))];
}
