import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Committee, CommitteeList, Created } from '../../contract/committees.ts';
import type { Meeting, MeetingList } from '../../contract/meetings.ts';
import type { NoticeInput, NoticeList } from '../../contract/notices.ts';
import { fiscalYearLabel, fiscalYearOf } from '../../domain/japanese/fiscal-year.ts';
import { encodeKey } from '../../domain/meetings/key.ts';
import { readPdf } from '../../server/pdf/process-pdf.ts';
import { USUAL_WINDOW } from '../../server/print/notice-letter.ts';
import { city, committee, type DemoCommittee, type DemoMeeting, forum, meetings, members } from './city.ts';
import { makeComingMeeting, makeEarlierMeeting } from './coming-meeting.ts';
import { makePapers } from './make-papers.ts';
import { inviteOfficials } from './officials.ts';
import { PortalClient } from './portal-client.ts';
import { enterFirstReplies, enterReplies } from './replies.ts';

/** What a person needs to try the demonstration. */
export interface DemoLinks {
  readonly secretariat: { readonly url: string; readonly email: string; readonly password: string };
  readonly member: { readonly url: string; readonly code: string };
  /** A member of a meeting that is still to come. */
  readonly coming: { readonly url: string; readonly code: string };
}

const email = 'jimukyoku@aoba.example.jp';
const pollMilliseconds = 500;

/**
 * Makes the demonstration city through the portal's own API, as a secretariat would. A build that was interrupted goes on
 * where it stopped: what is there is found by its name and left alone.
 */
export async function buildCity(
  portal: { address: string; setUpCode: string | null },
  dataFolder: string,
): Promise<DemoLinks> {
  const client = new PortalClient(portal.address);
  const password = await signIn(client, portal.setUpCode, dataFolder);
  const folder = join(dataFolder, 'papers');
  console.log('あおば市の資料を作っています…');
  await makePapers(folder);
  const committeeId = await buildCommittee(client, committee);
  const ids: number[] = [];
  for (const meeting of meetings) ids.push(await buildMeeting(client, committeeId, meeting, folder));
  // fewer wish paper every year
  for (const [year, id] of ids.entries()) await enterReplies(client, id, ids.length - year);
  const forumId = await buildCommittee(client, forum);
  const earlier = await makeEarlierMeeting(client, forumId, join(folder, meetings.at(-2)!.folder));
  const coming = await makeComingMeeting(client, forumId, join(folder, meetings.at(-1)!.folder));
  for (const id of [earlier, coming]) await publishWhenReady(client, id);
  await enterReplies(client, earlier, 1);
  await enterFirstReplies(client, coming);
  await inviteOfficials(client, portal.address, { first: committeeId, second: forumId }, password);
  await client.put('/api/ledger/settings', { duplex: true, pagesPerSide: 1, target: 60, edition: 1 });
  const links = {
    member: await issueLetter(client, ids.at(-1)!, meetings.at(-1)!, dataFolder),
    coming: await issueLetter(client, coming, { documentNumber: '財施第４５号', noticeDate: today() }, dataFolder),
  };
  await rm(folder, { recursive: true });
  return { secretariat: { url: `${portal.address}/office/sign-in`, email, password }, ...links };
}

/** The first administrator's password is on the disk before it is needed, so that an interrupted build can sign in again. */
async function signIn(client: PortalClient, setUpCode: string | null, dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'demo-password');
  if (setUpCode === null) {
    const password = await readFile(path, 'utf8');
    await client.post('/api/session', { email, password });
    return password;
  }
  const password = encodeKey(randomBytes(10))
    .toLowerCase()
    .replace(/(.{4})(?=.)/g, '$1-');
  await mkdir(dataFolder, { recursive: true });
  await writeFile(path, password, { mode: 0o600 });
  await client.post('/api/set-up', {
    code: setUpCode,
    cityName: city.name,
    name: city.contact.person,
    email,
    password,
  });
  await client.put('/api/city', {
    name: city.name,
    postalCode: '',
    address: '',
    senderTitle: city.sender.title,
    senderName: city.sender.name,
    edition: 1,
    passkeysDemanded: false,
    window: { left: USUAL_WINDOW.x, top: USUAL_WINDOW.y, width: USUAL_WINDOW.width, height: USUAL_WINDOW.height },
  });
  return password;
}

async function buildCommittee(client: PortalClient, committee: DemoCommittee): Promise<number> {
  const { committees } = await client.get<CommitteeList>('/api/committees');
  const found = committees.find((candidate) => candidate.name === committee.name);
  const { telephone, email: address } = city.contact;
  const input = { name: committee.name, department: committee.department, phone: telephone, email: address };
  const { id } = found ?? (await client.post<Created>('/api/committees', input));
  for (const member of members.slice(found?.memberCount ?? 0, committee.size)) {
    await client.post(`/api/committees/${id}/members`, {
      name: member.name,
      kana: member.reading,
      position: member.role,
      postalCode: member.postalCode,
      address: member.addressLines.join('\n'),
      termFrom: committee.termFrom,
      termTo: committee.firstTermTo ?? termEnd(),
    });
  }
  if (committee.firstTermTo) await reappoint(client, id, committee.firstTermTo);
  return id;
}

/** Those whose first term ended that day go on from the day after it. */
async function reappoint(client: PortalClient, id: number, firstTermTo: string): Promise<void> {
  const { members } = await client.get<Committee>(`/api/committees/${id}`);
  const memberIds = members.filter(({ termTo }) => termTo === firstTermTo).map((member) => member.id);
  if (memberIds.length === 0) return;
  const term = { termFrom: dayAfter(firstTermTo), termTo: termEnd() };
  await client.post(`/api/committees/${id}/reappointment`, { memberIds, ...term });
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** A term that has not ended whenever the demonstration is tried: an ended one would close its links. */
function termEnd(): string {
  return `${fiscalYearOf(today()) + 2}-03-31`;
}

const today = () => new Date().toISOString().slice(0, 10);

async function buildMeeting(client: PortalClient, committeeId: number, meeting: DemoMeeting, folder: string) {
  const { title, date, startTime, endTime, place, agendaItems } = meeting;
  const list = await client.get<MeetingList>(`/api/committees/${committeeId}/meetings`);
  const found = list.meetings.find((candidate) => candidate.title === title && candidate.heldOn === date);
  const agenda = agendaItems.map((item) => ({ title: item }));
  const input = { title, heldOn: date, startsAt: startTime, endsAt: endTime, place, agenda };
  const { id } = found ?? (await client.post<Created>(`/api/committees/${committeeId}/meetings`, input));
  console.log(`${fiscalYearLabel(meeting.fiscalYear)}の${title}の資料を読み込んでいます…`);
  const present = (await client.get<Meeting>(`/api/meetings/${id}`)).documents;
  for (const { fileName, replacement } of meeting.documents) {
    if (present.some(({ revision }) => [fileName, replacement?.fileName].includes(revision.fileName))) continue;
    await client.upload(`/api/meetings/${id}/documents`, join(folder, meeting.folder, fileName));
  }
  const uploaded = await publishWhenReady(client, id);
  for (const { fileName, replacement } of meeting.documents) {
    const replaced = replacement && uploaded.find(({ revision }) => revision.fileName === fileName);
    if (replaced)
      await client.upload(
        `/api/documents/${replaced.id}/revisions`,
        join(folder, meeting.folder, replacement.fileName),
      );
  }
  await publishWhenReady(client, id);
  return id;
}

async function publishWhenReady(client: PortalClient, meetingId: number): Promise<Meeting['documents']> {
  for (;;) {
    const { documents } = await client.get<Meeting>(`/api/meetings/${meetingId}`);
    const failed = documents.find(({ revision }) => revision.state === 'failed');
    if (failed) throw new Error(`${failed.revision.fileName}: ${failed.revision.failure}`);
    if (documents.every(({ revision }) => revision.state === 'ready')) {
      await client.post(`/api/meetings/${meetingId}/publication`);
      return documents;
    }
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
}

/** Prints the first member's letter of the meeting and reads link and code from it, as a member does. */
async function issueLetter(
  client: PortalClient,
  meetingId: number,
  meeting: Pick<DemoMeeting, 'documentNumber' | 'noticeDate'>,
  dataFolder: string,
): Promise<DemoLinks['member']> {
  const { rows } = await client.get<NoticeList>(`/api/meetings/${meetingId}/notices`);
  const input: NoticeInput = {
    memberIds: rows.slice(0, 1).map((row) => row.memberId),
    documentNumber: meeting.documentNumber,
    issuedOn: meeting.noticeDate,
    note: '',
    revokeEarlier: false,
  };
  const path = join(dataFolder, 'demo-letter.pdf');
  await writeFile(path, await client.postForBytes(`/api/meetings/${meetingId}/notices`, input));
  const { pages } = await readPdf(path);
  await rm(path);
  const text = pages
    .flatMap((page) => page.characters.map((character) => character.text))
    .join('')
    .replace(/\s/g, '');
  const url = /HTTPS?:\/\/[^/]+\/M\/[0-9A-Z]{16}/.exec(text)?.[0];
  const code = /(?<![0-9A-Z])[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Z])/.exec(text)?.[0];
  if (!url || !code) throw new Error('the letter shows no link or no code');
  return { url, code };
}
