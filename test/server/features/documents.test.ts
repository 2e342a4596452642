import { afterAll, beforeAll, expect, test } from 'vitest';
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

describeWithDatabase('documents', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let member: Visitor;

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    const meeting = await createMeeting(official, committee, '2020-07-01');
    const { key } = await issueKey(portal, meeting, await createMember(official, committee, '髙橋　花子'));
    member = await openLetter(portal, key);
  });
  afterAll(() => portal.close());

  const publish = (meeting: number) => official.post(`/api/meetings/${meeting}/publication`);
  const titles = async (visitor: Visitor, meeting: number) =>
    (await done(visitor.get(`/api/meetings/${meeting}`))).documents.map(
      (document: { title: string }) => document.title,
    );
  const read = (id: number) => done(official.get(`/api/documents/${id}`));
  const setState = (revisionId: number, state: 'processing' | 'failed' | 'ready') =>
    portal.db
      .updateTable('revision')
      .set({ state, failure: state === 'failed' ? 'だめ' : null })
      .where('id', '=', revisionId)
      .execute();

  test('a new paper is closed to citizens until somebody opens it; the next of its series goes on so', async () => {
    const [first, next] = [
      await createMeeting(official, committee, '2018-07-01'),
      await createMeeting(official, committee, '2019-07-01'),
    ];
    const opennessAt = async (meeting: number) =>
      (await done(official.get(`/api/meetings/${meeting}`))).documents.map((one: { openness: string }) => one.openness);
    const { documentId } = await upload(official, first, '資料９ 傍聴の手引.pdf', makePaper(1));
    expect(await opennessAt(first)).toEqual(['closed']);
    const { seriesId, kind, number, title } = await read(documentId);
    const input = { kind, number, title, openness: 'open', agendaItemId: null, seriesId, edition: 1 };
    await done(official.put(`/api/documents/${documentId}`, input));
    await upload(official, next, '資料９ 傍聴の手引.pdf', makePaper(1));
    expect(await opennessAt(next)).toEqual(['open']);
  });

  test('odd names of files', async () => {
    const meeting = await createMeeting(official, committee, '2021-01-03');
    const names: [string | Buffer, string][] = [
      ['C:\\Users\\yakusho\\資料１　予算.pdf', '資料１　予算.pdf'],
      ['../../../etc/資料２ 決算.pdf', '資料２ 決算.pdf'],
      ['資料３\t🍣と𠮷野家.pdf', '資料３🍣と𠮷野家.pdf'],
      [`${'長'.repeat(300)}.pdf`, `${'長'.repeat(150)}.pdf`],
      [`${'🍣'.repeat(200)}.PDF`, `${'🍣'.repeat(150)}.PDF`],
      ['資料４\u202efdp\u2066.pdf', '資料４fdp.pdf'],
      ['か\u3099いよう.pdf', 'か\u3099いよう.pdf'],
      ['', 'document.pdf'],
      ['/', 'document.pdf'],
      [Buffer.from([0x8e, 0x91, 0x97, 0xbf, 0x82, 0x50, 0x2e, 0x70, 0x64, 0x66]), ''],
    ];
    for (const [name, kept] of names) {
      const answer = await official.upload(
        `/api/meetings/${meeting}/documents`,
        name,
        makePaper(1, `For ${kept.length}`),
      );
      expect(answer.status, `${name}: ${answer.text}`).toBe(200);
      const document = await done(official.get(`/api/documents/${answer.json().documentId}`));
      if (kept) expect(document.revision.fileName).toBe(kept);
      expect(document.title).not.toBe('');
      const download = await official.get(`/api/revisions/${document.revision.id}/file?download=true`);
      const sent = /filename\*=UTF-8''([^;]+)$/.exec(String(download.headers['content-disposition']));
      expect(decodeURIComponent(sent![1]!)).toBe(document.revision.fileName.normalize('NFC'));
    }
  });

  test('a replacement is read once the meeting is published again, and the old one stays under its address', async () => {
    const meeting = await createMeeting(official, committee, '2021-02-01');
    expect((await publish(meeting)).json().error.code).toBe('nothing_to_publish');
    const { documentId, revisionId: first } = await upload(official, meeting, '資料１ 案.pdf', makePaper(2, 'Old'));
    const url = `/api/documents/${documentId}`;
    expect((await member.get(url)).status).toBe(404);
    expect((await publish(meeting)).status).toBe(200);
    expect((await done(member.get(url))).revision).toMatchObject({ id: first, number: 1, published: true });

    const { revisionId: second } = await done(
      official.upload(`${url}/revisions`, '資料１ 案（差替）.pdf', makePaper(3, 'New')),
    );
    expect((await read(documentId)).revision).toMatchObject({ id: second, number: 2, published: false });
    expect(await done(member.get(url))).toMatchObject({ revision: { id: first }, newestRevisionId: first });
    expect((await member.get(`${url}?revision=${second}`)).status).toBe(404);
    expect((await member.get(`/api/revisions/${second}/file`)).status).toBe(404);
    expect((await done(official.get(`/api/meetings/${meeting}`))).unpublishedCount).toBe(1);

    const publications = await Promise.all([publish(meeting), publish(meeting), publish(meeting)]);
    expect(publications.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await done(member.get(url))).toMatchObject({
      revision: { id: second, number: 2 },
      newestRevisionId: second,
    });
    const old = await done(member.get(`${url}?revision=${first}`));
    expect(old).toMatchObject({ revision: { id: first, number: 1 }, newestRevisionId: second });
    expect((await member.get(`/api/revisions/${first}/file`)).status).toBe(200);

    await done(official.delete(`/api/meetings/${meeting}/publication`));
    expect((await member.get(`/api/meetings/${meeting}`)).status).toBe(404);
    expect((await member.get(`/api/revisions/${first}/file`)).status).toBe(404);
    await done(publish(meeting));
    expect((await member.get(`/api/revisions/${first}/file`)).status).toBe(200);
  });

  test('a replacement that fails after it was published leaves members what they had', async () => {
    const meeting = await createMeeting(official, committee, '2021-03-01');
    const { documentId, revisionId: first } = await upload(official, meeting, '資料１ 表.pdf', makePaper(1));
    await done(publish(meeting));
    const url = `/api/documents/${documentId}`;
    const { revisionId: second } = await done(official.upload(`${url}/revisions`, 'x.pdf', makePaper(1, 'Second')));
    await setState(second, 'failed');
    expect((await publish(meeting)).json().error).toMatchObject({
      code: 'documents_failed',
      message: expect.stringContaining('x.pdf'),
    });
    await setState(second, 'processing');
    await done(publish(meeting));
    await setState(second, 'failed');
    expect(await done(member.get(url))).toMatchObject({ revision: { id: first }, newestRevisionId: first });
    expect((await done(member.get(`/api/meetings/${meeting}`))).documents[0].revision.id).toBe(first);
    expect((await done(official.get(url))).revision).toMatchObject({ id: second, state: 'failed', failure: 'だめ' });
  });

  test('a year later the same paper goes on its series, and its counterpart is found', async () => {
    const [earlier, later] = [
      await createMeeting(official, committee, '2022-07-01'),
      await createMeeting(official, committee, '2023-07-01'),
    ];
    const old = await upload(official, earlier, '資料１　令和４年度国民健康保険特別会計予算.pdf', makePaper(1, 'R4'));
    const fresh = await upload(official, later, '資料３　令和５年度国民健康保険特別会計予算.pdf', makePaper(1, 'R5'));
    const other = await upload(official, later, '資料４　下水道事業会計予算.pdf', makePaper(1, 'other'));
    const [a, b, c] = await Promise.all([old, fresh, other].map(({ documentId }) => read(documentId)));
    expect(b.seriesId).toBe(a.seriesId);
    expect(c.seriesId).not.toBe(a.seriesId);
    const summary = (await done(official.get(`/api/meetings/${later}`))).documents[0];
    expect(summary).toMatchObject({
      id: fresh.documentId,
      counterpart: { documentId: old.documentId, fiscalYear: 2022 },
    });
    expect(b.beside[0]).toMatchObject({ documentId: old.documentId, sameSeries: true, fiscalYear: 2022 });

    await done(publish(later));
    expect((await done(member.get(`/api/meetings/${later}`))).documents[0].counterpart).toBeNull();
    await done(publish(earlier));
    expect((await done(member.get(`/api/meetings/${later}`))).documents[0].counterpart).toEqual({
      documentId: old.documentId,
      fiscalYear: 2022,
      compared: null,
    });

    const input = {
      kind: 'material',
      number: '4',
      title: '下水道',
      openness: 'open',
      agendaItemId: null,
      seriesId: a.seriesId,
      edition: 1,
    };
    expect((await official.put(`/api/documents/${other.documentId}`, input)).json().error.code).toBe('series_taken');
    await done(official.delete(`/api/documents/${fresh.documentId}`));
    await done(official.put(`/api/documents/${other.documentId}`, input));
    expect((await official.post(`/api/documents/${fresh.documentId}/restoration`)).json().error.code).toBe(
      'series_taken',
    );
    await done(official.put(`/api/documents/${other.documentId}`, { ...input, seriesId: null, edition: 2 }));
    await done(official.post(`/api/documents/${fresh.documentId}/restoration`));
    expect(await titles(member, later)).toContain('令和５年度国民健康保険特別会計予算');
  });

  test('papers of one title uploaded at the same instant are different papers', async () => {
    const meeting = await createMeeting(official, committee, '2024-01-10');
    const uploads = await Promise.all(
      [1, 2, 3].map((copy) => upload(official, meeting, '資料１　同じ題.pdf', makePaper(1, `copy ${copy}`))),
    );
    const documents = await Promise.all(uploads.map(({ documentId }) => read(documentId)));
    expect(new Set(documents.map(({ seriesId }) => seriesId)).size).toBe(3);
  });

  test('the order is the secretariat’s, and what it does not name follows as it was', async () => {
    const meeting = await createMeeting(official, committee, '2024-02-10');
    const ids: Record<string, number> = {};
    for (const name of ['参考１ 己', '資料１０ 戊', '資料２ 丁', '資料１ 丙', '次第']) {
      const { documentId } = await upload(official, meeting, `${name}.pdf`, makePaper(1, 'x'));
      ids[name.at(-1)!] = documentId;
    }
    expect(await titles(official, meeting)).toEqual(['次第', '丙', '丁', '戊', '己']);
    const order = (names: string[]) =>
      official.put(`/api/meetings/${meeting}/document-order`, {
        documentIds: names.map((name) => ids[name] ?? 999_999),
      });
    await done(order(['己', '戊', '丁', '丙', '第']));
    expect(await titles(official, meeting)).toEqual(['己', '戊', '丁', '丙', '次第']);
    await done(order(['丙']));
    expect(await titles(official, meeting)).toEqual(['丙', '己', '戊', '丁', '次第']);
    await done(order(['丁', '丁', 'no such', '丙']));
    expect(await titles(official, meeting)).toEqual(['丁', '丙', '己', '戊', '次第']);
    await upload(official, meeting, '資料３ 庚.pdf', makePaper(1, 'x'));
    expect((await titles(official, meeting)).at(-1)).toBe('庚');
  });

  test('a withdrawn one is gone for everybody until it is brought back', async () => {
    const meeting = await createMeeting(official, committee, '2024-03-10');
    const { documentId, revisionId } = await upload(official, meeting, '資料１ 誤り.pdf', makePaper(1, 'wrong'));
    await done(publish(meeting));
    await done(member.put(`/api/documents/${documentId}/reading-place`, { page: 1 }));
    expect((await done(member.get(`/api/documents/${documentId}`))).readingPlace).toBe(1);
    const withdrawn = async () => (await done(official.get(`/api/meetings/${meeting}/withdrawn-documents`))).documents;
    await done(official.delete(`/api/documents/${documentId}`));
    expect(await withdrawn()).toMatchObject([{ id: documentId, kind: 'material', number: '1', title: '誤り' }]);
    expect((await member.get(`/api/meetings/${meeting}/withdrawn-documents`)).status).toBe(401);
    for (const visitor of [member, official]) {
      expect((await visitor.get(`/api/documents/${documentId}`)).status).toBe(404);
      expect((await visitor.get(`/api/revisions/${revisionId}/file`)).status).toBe(404);
    }
    expect((await official.upload(`/api/documents/${documentId}/revisions`, 'a.pdf', makePaper(1))).status).toBe(404);
    await done(official.post(`/api/documents/${documentId}/restoration`));
    expect((await member.get(`/api/revisions/${revisionId}/file`)).status).toBe(200);
  });

  test('an agenda item that is removed leaves its documents with the meeting', async () => {
    const agenda = [{ title: '報告事項について' }, { title: 'その他' }];
    const meeting = await createMeeting(official, committee, '2024-04-10', { agenda });
    const before = await done(official.get(`/api/meetings/${meeting}`));
    const { documentId } = await upload(official, meeting, '資料１ 報告事項.pdf', makePaper(1));
    const input = { title: 'x', heldOn: '2024-04-10', startsAt: '10:00', endsAt: null, place: '' };
    const document = {
      kind: 'material',
      number: '1',
      title: '報告',
      openness: 'open',
      agendaItemId: before.agenda[0].id,
      seriesId: null,
      edition: 1,
    };
    await done(official.put(`/api/documents/${documentId}`, document));
    await done(
      official.put(`/api/meetings/${meeting}`, {
        ...input,
        edition: before.edition,
        agenda: [{ id: before.agenda[1].id, title: '一' }, { title: '二' }],
      }),
    );
    const after = await done(official.get(`/api/meetings/${meeting}`));
    expect(after.agenda.map(({ title }: { title: string }) => title)).toEqual(['一', '二']);
    expect(after.agenda[0].id).toBe(before.agenda[1].id);
    expect(after.documents[0]).toMatchObject({ id: documentId, agendaItemId: null });
  });
});
