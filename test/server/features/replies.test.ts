import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ledger } from '../../../contract/ledger.ts';
import type { ReplyList } from '../../../contract/replies.ts';
import { readPdf } from '../../../server/pdf/process-pdf.ts';
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

const future = '2088-07-01';

describeWithDatabase('replies to a notice, and the paper that they save', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let meeting: number;
  let first: number;
  let second: number;
  let members: number[];
  let member: Visitor;

  const memberNames = ['髙橋　花子', '=山田　太郎', '鈴木　一郎'];
  const reply = (changes: object = {}) => ({
    attendance: 'present',
    word: '',
    paper: 'none',
    documentIds: [],
    ...changes,
  });
  const replies = (id = meeting): Promise<ReplyList> => done(official.get(`/api/meetings/${id}/replies`));
  const meetingOf = async (ledger: Promise<Ledger>, id = meeting) =>
    (await ledger).meetings.find((one) => one.id === id);

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    meeting = await createMeeting(official, committee, future, { replyBy: '2088-06-20' });
    first = (await upload(official, meeting, '資料１ 予算.pdf', makePaper(5))).documentId;
    second = (await upload(official, meeting, '資料２ 決算.pdf', makePaper(2))).documentId;
    for (const [document, pages] of [
      [first, 5],
      [second, 2],
    ] as const)
      await portal.db
        .updateTable('revision')
        .set({ page_count: pages, state: 'ready' })
        .where('document_id', '=', document)
        .execute();
    await done(official.post(`/api/meetings/${meeting}/publication`));
    members = [];
    for (const name of memberNames) members.push(await createMember(official, committee, name));
    const { key } = await issueKey(portal, meeting, members[0]!);
    member = await openLetter(portal, key);
  });
  afterAll(() => portal.close());

  test('a member answers on the meeting itself, and may change the answer', async () => {
    const read = await done(member.get(`/api/meetings/${meeting}`));
    expect(read.reply).toEqual({ ...reply({ attendance: null }), answeredAt: null, lastDay: '2088-06-20', open: true });
    const given = await done(member.put(`/api/meetings/${meeting}/reply`, reply({ word: ' １５分遅れます ' })));
    expect(given).toMatchObject({ attendance: 'present', word: '１５分遅れます', paper: 'none', open: true });
    await done(member.put(`/api/meetings/${meeting}/reply`, reply({ paper: 'some', documentIds: [second] })));
    const again = await done(member.get(`/api/meetings/${meeting}`));
    expect(again.reply).toMatchObject({ attendance: 'present', word: '', paper: 'some', documentIds: [second] });
    expect((await done(official.get(`/api/meetings/${meeting}`))).reply).toBeNull();
    const { entries } = await done(official.get('/api/audit?act=reply-given'));
    expect(entries).toMatchObject([
      { actor: '髙橋　花子', byMember: true, network: '127.0.0.1', detail: { attendance: 'present', paper: 'some' } },
      { byMember: true, detail: { attendance: 'present', paper: 'none' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('１５分');
  });

  test('a document of another meeting is no wish, and an answer without any document is one all the same', async () => {
    const other = await createMeeting(official, committee, future);
    const { documentId } = await upload(official, other, '資料９.pdf', makePaper(1));
    const wish = { paper: 'some', documentIds: [documentId, second] };
    const given = await done(member.put(`/api/meetings/${meeting}/reply`, reply(wish)));
    expect(given.documentIds).toEqual([second]);
  });

  test('the secretariat sees who comes and what is to be printed, and enters what was said on the telephone', async () => {
    const { rows, papers } = await replies();
    expect(rows.map(({ name, attendance, entered }) => [name, attendance, entered])).toEqual([
      ['髙橋　花子', 'present', false],
      ['=山田　太郎', null, false],
      ['鈴木　一郎', null, false],
    ]);
    expect(rows[0]!.openedAt).not.toBeNull();
    expect(rows[1]!.openedAt).toBeNull();
    expect(papers.map(({ id, pages, copies, leaves }) => [id, pages, copies, leaves])).toEqual([
      [first, 5, 0, 3],
      [second, 2, 1, 1],
    ]);
    const entered = { ...reply({ attendance: 'absent', paper: 'all' }), seenAt: null };
    await done(official.put(`/api/meetings/${meeting}/replies/${members[1]}`, entered));
    const after = await replies();
    expect(after.rows[1]).toMatchObject({ attendance: 'absent', paper: 'all', entered: true });
    expect(after.papers.map(({ copies }) => copies)).toEqual([1, 2]);
  });

  test('what was answered meanwhile is not written over', async () => {
    const seen = (await replies()).rows[0]!;
    await done(member.put(`/api/meetings/${meeting}/reply`, reply({ attendance: 'online' })));
    const url = `/api/meetings/${meeting}/replies/${members[0]}`;
    const late = await official.put(url, { ...reply({ attendance: 'absent' }), seenAt: seen.answeredAt });
    expect([late.status, late.json().error.code]).toEqual([409, 'changed_elsewhere']);
    expect((await replies()).rows[0]).toMatchObject({ attendance: 'online', entered: false });
    const stranger = await official.put(`/api/meetings/${meeting}/replies/999999`, { ...reply(), seenAt: null });
    expect(stranger.status).toBe(404);
  });

  test('after the last day a member is told to telephone, and the secretariat still enters it', async () => {
    const past = await createMeeting(official, committee, '2024-07-01');
    await upload(official, past, '資料１.pdf', makePaper(1));
    await done(official.post(`/api/meetings/${past}/publication`));
    expect((await done(member.get(`/api/meetings/${past}`))).reply).toMatchObject({
      open: false,
      lastDay: '2024-07-01',
    });
    const late = await member.put(`/api/meetings/${past}/reply`, reply());
    expect([late.status, late.json().error.code]).toEqual([409, 'reply_closed']);
    const [row] = (await replies(past)).rows;
    await done(official.put(`/api/meetings/${past}/replies/${row!.memberId}`, { ...reply(), seenAt: null }));
    expect((await replies(past)).rows[0]).toMatchObject({ attendance: 'present', entered: true });
  });

  test('a day for answers after the meeting is refused', async () => {
    const { title, startsAt, endsAt, place, agenda } = await done(official.get(`/api/meetings/${meeting}`));
    const put = { title, startsAt, endsAt, place, agenda, heldOn: future };
    const refused = await official.put(`/api/meetings/${meeting}`, { ...put, replyBy: '2088-07-02' });
    expect([refused.status, refused.json().error.code]).toEqual([400, 'invalid_input']);
  });

  test('the ledger counts what was not printed, by the settings of the city', async () => {
    // the second member alone wishes everything: 5 and 2 pages once of three times
    // of a meeting to come nobody can say yet
    expect(await meetingOf(done(official.get('/api/ledger')))).toBeUndefined();
    await portal.db.updateTable('meeting').set({ held_on: '2025-06-01' }).where('id', '=', meeting).execute();
    const duplex = await meetingOf(done(official.get('/api/ledger')));
    expect(duplex).toMatchObject({
      members: 3,
      fiscalYear: 2088,
      saving: { pagesForAll: 21, pagesPrinted: 7, leavesForAll: 12, leavesPrinted: 4 },
    });
    const settings = { duplex: false, pagesPerSide: 2, target: 60, edition: 1 };
    await done(official.put('/api/ledger/settings', settings));
    const second = await official.put('/api/ledger/settings', { ...settings, target: 90 });
    expect([second.status, second.json().error.code]).toEqual([409, 'changed_elsewhere']);
    const ledger: Ledger = await done(official.get('/api/ledger?year=2088'));
    expect(ledger.settings).toEqual({ ...settings, edition: 2 });
    expect(ledger.meetings.map(({ id }) => id)).toEqual([meeting]);
    expect(ledger.meetings[0]!.saving).toMatchObject({ leavesForAll: 12, leavesPrinted: 4 });
    expect((await done(official.get('/api/ledger?committee=999999'))).meetings).toEqual([]);
  });

  test('a member who has left no longer counts at later meetings, and still does at earlier ones', async () => {
    await portal.db.updateTable('member').set({ left_on: '2025-01-01' }).where('id', '=', members[2]!).execute();
    expect((await meetingOf(done(official.get('/api/ledger'))))?.members).toBe(2);
    const earlier = (await done(official.get('/api/ledger'))).meetings.find(
      ({ heldOn }: { heldOn: string }) => heldOn === '2024-07-01',
    );
    expect(earlier.members).toBe(3);
    await portal.db.updateTable('member').set({ left_on: null }).where('id', '=', members[2]!).execute();
  });

  test('what is wished on paper is one PDF: a cover a member, and each document on a new leaf', async () => {
    const pdf = await official.get(`/api/meetings/${meeting}/wished-papers`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const path = join(await mkdtemp(join(tmpdir(), 'kurabe-wished-')), 'wished.pdf');
    await writeFile(path, pdf.bytes);
    const { pages, outline } = await readPdf(path);
    // cover and blank, 5 pages and a blank, 2 pages
    expect(pages).toHaveLength(2 + 6 + 2);
    expect(outline.map(({ title, page }) => [title, page])).toEqual([
      ['=山田　太郎様', 1],
      ['資料１　予算', 3],
      ['資料２　決算', 9],
    ]);
    const cover = pages[0]!.characters.map(({ text }) => text).join('');
    expect(cover.replace(/\s/g, '')).toContain('=山田太郎様');
    const none = await official.get(`/api/meetings/${meeting}/wished-papers?member=${members[2]}`);
    expect([none.status, none.json().error.code]).toEqual([409, 'nothing_on_paper']);
  });

  test('a version that was taken back for good is printed for nobody', async () => {
    const { revisionId } = await done(official.upload(`/api/documents/${second}/revisions`, 'wrong.pdf', makePaper(4)));
    await portal.db
      .updateTable('revision')
      .set({ page_count: 4, state: 'ready' })
      .where('id', '=', revisionId)
      .execute();
    await done(official.post(`/api/revisions/${revisionId}/taking-back`));
    const pdf = await official.get(`/api/meetings/${meeting}/wished-papers`);
    const path = join(await mkdtemp(join(tmpdir(), 'kurabe-wished-')), 'wished.pdf');
    await writeFile(path, pdf.bytes);
    expect((await readPdf(path)).pages).toHaveLength(2 + 6 + 2);
  });

  test('lists and ledger leave as CSV that Excel takes for words and numbers, the report as PDF', async () => {
    const list = await official.get(`/api/meetings/${meeting}/replies.csv`);
    expect(list.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(list.text).toContain("'=山田　太郎,委員,欠席,,全部,");
    const ledger = await official.get('/api/ledger.csv?year=2088');
    expect(ledger.text.split('\r\n')[1]).toBe(
      '令和70年度,行財政改革懇談会,2088-07-01の会議,2025-06-01,3,21,7,14,66.7,12,4,8',
    );
    const documents = await official.get('/api/ledger.csv?year=2088&by=document');
    expect(documents.text.split('\r\n').slice(1, 3)).toEqual([
      '令和70年度,行財政改革懇談会,2088-07-01の会議,2025-06-01,資料１　予算,5,3,1,9,3,6',
      '令和70年度,行財政改革懇談会,2088-07-01の会議,2025-06-01,資料２　決算,2,3,1,3,1,2',
    ]);
    const report = await official.get('/api/ledger.pdf');
    expect(report.headers['content-type']).toBe('application/pdf');
    expect(report.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
