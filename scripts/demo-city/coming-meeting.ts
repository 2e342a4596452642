import { join } from 'node:path';
import type { Created } from '../../contract/committees.ts';
import type { Meeting, MeetingList } from '../../contract/meetings.ts';
import type { PortalClient } from './portal-client.ts';

const dayMilliseconds = 86_400_000;
const earlierPaper = ['参考１　財政の中期見通し.pdf', '資料１　財政の中期見通し.pdf'] as const;
const papers = [
  ['参考１　財政の中期見通し.pdf', '資料１　財政の中期見通し.pdf'],
  ['参考２　用語の説明.pdf', '資料２　用語の説明.pdf'],
] as const;

/** The meeting before that one, some months ago; `folder` holds the paper it laid before its members. */
export async function makeEarlierMeeting(client: PortalClient, committeeId: number, folder: string): Promise<number> {
  const { meetings } = await client.get<MeetingList>(`/api/committees/${committeeId}/meetings`);
  const input = {
    title: '第１回公共施設マネジメント検討会',
    heldOn: daysFromNow(-120),
    startsAt: '10:00',
    endsAt: '11:30',
    place: 'あおば市役所本庁舎　３階　会議室Ａ',
    agenda: [{ title: '財政の見通しについて' }, { title: 'その他' }],
  };
  const { id } =
    meetings.find(({ title }) => title === input.title) ??
    (await client.post<Created>(`/api/committees/${committeeId}/meetings`, input));
  const { documents } = await client.get<Meeting>(`/api/meetings/${id}`);
  const [file, name] = earlierPaper;
  if (documents.length === 0) await client.upload(`/api/meetings/${id}/documents`, join(folder, file), name);
  return id;
}

/** A meeting three weeks from now, whose members can still answer; `folder` holds the papers it lays before them. */
export async function makeComingMeeting(client: PortalClient, committeeId: number, folder: string): Promise<number> {
  const { meetings } = await client.get<MeetingList>(`/api/committees/${committeeId}/meetings`);
  const input = {
    title: '第２回公共施設マネジメント検討会',
    heldOn: daysFromNow(21),
    startsAt: '10:00',
    endsAt: '11:30',
    place: 'あおば市役所本庁舎　３階　会議室Ａ',
    replyBy: daysFromNow(14),
    agenda: [{ title: '財政の見通しと施設の更新費用について' }, { title: 'その他' }],
  };
  const { id } =
    meetings.find(({ title }) => title === input.title) ??
    (await client.post<Created>(`/api/committees/${committeeId}/meetings`, input));
  const { documents } = await client.get<Meeting>(`/api/meetings/${id}`);
  for (const [file, name] of papers.slice(documents.length))
    await client.upload(`/api/meetings/${id}/documents`, join(folder, file), name);
  return id;
}

const daysFromNow = (days: number) => new Date(Date.now() + days * dayMilliseconds).toISOString().slice(0, 10);
