import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishDue } from '../../../server/features/meetings/publish-due.ts';
import { describeWithDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import {
  createCommittee,
  createMeeting,
  createMember,
  done,
  issueKey,
  openLetter,
  setUpCity,
  upload,
} from '../city.ts';

describeWithDatabase('meetings', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let meeting: number;
  let other: number;
  let member: Visitor;

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    meeting = await createMeeting(official, committee, '2024-07-01');
    other = await createMeeting(official, committee, '2024-08-01');
    for (const id of [meeting, other]) await upload(official, id, '資料１ 進行管理.pdf', makePaper(1));
    const id = await createMember(official, committee, '髙橋　花子');
    const { key } = await issueKey(portal, meeting, id, { code_expires_at: '2024-07-15T14:59:59.999Z' });
    member = await openLetter(portal, key);
  });
  afterAll(() => portal.close());

  test('a letter that arrives before the papers are published says that they are on their way', async () => {
    const early = await member.get(`/api/meetings/${meeting}`);
    expect([early.status, early.json().error.code]).toEqual([409, 'not_published']);
    const unknown = await member.get(`/api/meetings/${other}`);
    expect([unknown.status, unknown.json().error.code]).toEqual([404, 'not_found']);
    await done(official.post(`/api/meetings/${meeting}/publication`));
    expect((await member.get(`/api/meetings/${meeting}`)).status).toBe(200);
  });

  test('a member of another committee who asks the same right after is not answered as the one before', async () => {
    const elsewhere = await createMeeting(official, await createCommittee(official, '都市計画審議会'), '2024-07-01');
    const { committee: own } = await done(official.get(`/api/meetings/${elsewhere}`));
    const id = await createMember(official, own.id, '佐藤　一郎');
    const { key } = await issueKey(portal, elsewhere, id);
    const stranger = await openLetter(portal, key);
    const { documents } = await done(member.get(`/api/meetings/${meeting}`));
    const document = `/api/documents/${documents[0].id}`;
    expect((await member.get(document)).status).toBe(200);
    for (const path of [`/api/meetings/${meeting}`, document]) expect((await stranger.get(path)).status).toBe(404);
    expect((await member.get(`/api/meetings/${meeting}`)).status).toBe(200);
  });

  test('a meeting that is put off takes the codes of its letters along', async () => {
    const { agenda, title, startsAt, endsAt, place } = await done(official.get(`/api/meetings/${meeting}`));
    const put = { title, startsAt, endsAt, place, agenda };
    await done(official.put(`/api/meetings/${meeting}`, { ...put, edition: 1, heldOn: '2034-07-01' }));
    const codes = portal.db.selectFrom('notice').select('code_expires_at').where('meeting_id', '=', meeting);
    const expiry = () => codes.executeTakeFirstOrThrow();
    expect((await expiry()).code_expires_at).toEqual(new Date('2034-07-15T23:59:59.999+09:00'));
    await done(official.put(`/api/meetings/${meeting}`, { ...put, edition: 2, heldOn: '2024-06-01' }));
    expect((await expiry()).code_expires_at).toEqual(new Date('2034-07-15T23:59:59.999+09:00'));
  });

  test('of two officials at one meeting the second is refused, and nothing of the first is overwritten', async () => {
    const id = await createMeeting(official, committee, '2024-09-01');
    const read = () => done(official.get(`/api/meetings/${id}`));
    const { edition, agenda, title, heldOn, startsAt, endsAt } = await read();
    const put = (changes: object) =>
      official.put(`/api/meetings/${id}`, { title, heldOn, startsAt, endsAt, place: '', agenda, edition, ...changes });
    await done(put({ place: '第１会議室', agenda: [{ title: '開会' }] }));
    const late = await put({ place: '第２会議室' });
    expect([late.status, late.json().error.code]).toEqual([409, 'changed_elsewhere']);
    const stored = await read();
    expect([stored.place, stored.agenda.length]).toEqual(['第１会議室', 1]);
    await done(put({ place: '第２会議室', agenda: stored.agenda, edition: stored.edition }));
    expect(await read()).toMatchObject({ place: '第２会議室', agenda: stored.agenda });
    const both = await Promise.all([1, 2].map(() => put({ edition: stored.edition + 1 })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('a meeting tells its 回 and whether citizens may come, with the reason where they may not', async () => {
    const closed = { ordinal: 3, openness: 'partly_open', opennessReason: '個人に関する情報を扱うため' };
    const id = await createMeeting(official, committee, '2024-05-01', closed);
    await upload(official, id, '資料１ 進行管理.pdf', makePaper(1));
    await done(official.post(`/api/meetings/${id}/publication`));
    expect(await done(member.get(`/api/meetings/${id}`))).toMatchObject(closed);
    const open = await createMeeting(official, committee, '2019-05-01', { ...closed, openness: 'open' });
    expect(await done(official.get(`/api/meetings/${open}`))).toMatchObject({ openness: 'open', opennessReason: '' });
  });

  test('a meeting is published at the moment that was set, unless it is cancelled, and says why where it cannot be', async () => {
    const [first, second, bare] = await Promise.all(
      ['2024-06-02', '2024-06-03', '2024-06-04'].map((heldOn) => createMeeting(official, committee, heldOn)),
    );
    for (const id of [first!, second!]) await upload(official, id, '資料１ 進行管理.pdf', makePaper(1));
    const plan = (id: number, at: Date) =>
      official.put(`/api/meetings/${id}/planned-publication`, { at: at.toISOString() });
    const read = (id: number) => done(official.get(`/api/meetings/${id}`));
    const past = await plan(first!, new Date(Date.now() - 1000));
    expect([past.status, past.json().error.code]).toEqual([400, 'invalid_input']);
    const later = new Date(Date.now() + 3_600_000);
    for (const id of [first!, second!, bare!]) await done(plan(id, later));
    expect((await read(first!)).plan).toEqual({ at: later.toISOString(), by: '管理　太郎', failure: null });
    await done(official.delete(`/api/meetings/${second}/planned-publication`));
    expect((await official.delete(`/api/meetings/${second}/planned-publication`)).status).toBe(404);
    // the time goes by
    await portal.db
      .updateTable('meeting')
      .set({ publish_at: new Date(Date.now() - 1000) })
      .where('publish_at', 'is not', null)
      .execute();
    await publishDue(portal.db, portal.enqueue);
    await publishDue(portal.db, portal.enqueue);
    const states = await Promise.all([first!, second!, bare!].map(read));
    expect(states.map(({ publishedAt }) => publishedAt !== null)).toEqual([true, false, false]);
    expect(states.map(({ plan }) => plan?.failure ?? null)).toEqual([null, null, expect.stringContaining('資料')]);
    const { entries } = await done(official.get('/api/audit'));
    const acts = (entries as { act: string }[]).map(({ act }) => act);
    for (const act of ['publication-planned', 'publication-plan-cancelled', 'planned-publication-failed'])
      expect(acts).toContain(act);
    expect(entries.find(({ act }: { act: string }) => act === 'meeting-published')).toMatchObject({
      ...{ actor: '', detail: { planned: true, shown: 1 } },
    });
  });

  test('an agenda keeps the numbering and levels of its order of the day', async () => {
    const agenda = [
      { mark: '１', level: 0, title: '開会' },
      { mark: '(1)', level: 1, title: '一般会計予算' },
      { title: '閉会' },
    ];
    const meeting = await createMeeting(official, committee, '2020-05-01', { agenda });
    expect((await done(official.get(`/api/meetings/${meeting}`))).agenda).toMatchObject([
      ...agenda.slice(0, 2),
      { mark: '', level: 0, title: '閉会' },
    ]);
  });

  test('what came or was replaced since a member was here before is told, at this meeting and at others', async () => {
    const at = (id: number) => done(member.get(`/api/meetings/${id}`));
    const newsOf = ({ documents }: { documents: { title: string; news: string | null }[] }) =>
      documents.map(({ title, news }) => [title, news]);
    const goBack = (minutes: number) =>
      portal.db
        .updateTable('member_visit')
        .set({ visited_at: new Date(Date.now() - minutes * 60_000) })
        .execute();
    await done(official.post(`/api/meetings/${other}/publication`));
    expect((await at(meeting)).visitedAt).toBeNull();
    await portal.db
      .updateTable('revision')
      .set({ published_at: new Date(Date.now() - 120 * 60_000) })
      .execute();
    await goBack(60);
    expect(newsOf(await at(meeting)).every(([, news]) => news === null)).toBe(true);
    const [known] = (await at(meeting)).documents;
    await upload(official, meeting, '資料８ 追加.pdf', makePaper(1));
    await done(official.upload(`/api/documents/${known.id}/revisions`, 'new.pdf', makePaper(2)));
    await upload(official, other, '資料８ 追加.pdf', makePaper(1));
    for (const id of [meeting, other]) await done(official.post(`/api/meetings/${id}/publication`));
    await goBack(60);
    const back = await at(meeting);
    expect(newsOf(back).filter(([, news]) => news !== null)).toEqual([
      [known.title, 'replaced'],
      ['追加', 'added'],
    ]);
    expect(back.others.find(({ id }: { id: number }) => id === other).newsCount).toBe(1);
    // looking again is the same visit
    expect(newsOf(await at(meeting))).toEqual(newsOf(back));
    expect((await done(official.get(`/api/meetings/${meeting}`))).visitedAt).toBeNull();
  });
});
