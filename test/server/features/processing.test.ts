import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithDatabase } from '../../database.ts';
import { makePaper, makePdf } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, done, setUpCity, untilSettled, upload } from '../city.ts';

const damaged = makePaper(1).subarray(0, 200);

/** The paper with the given pages' objects empty. */
function withoutPages(paper: Buffer, numbers: readonly number[]): Buffer {
  let page = 0;
  const holed = paper.toString('latin1').replace(/<< \/Type \/Page .*? >>\n/g, (object) => {
    page += 1;
    return numbers.includes(page) ? `${'null'.padEnd(object.length - 1)}\n` : object;
  });
  expect(page).toBeGreaterThan(0);
  return Buffer.from(holed, 'latin1');
}

describeWithDatabase('processing', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let committee: number;

  beforeAll(async () => {
    portal = await openTestApp(database());
    official = await setUpCity(portal);
    committee = await createCommittee(official);
  });
  afterAll(() => portal.close());

  const publish = (meeting: number) => official.post(`/api/meetings/${meeting}/publication`);
  const setState = (revisionId: number, state: 'processing' | 'failed' | 'ready') =>
    portal.db
      .updateTable('revision')
      .set({ state, failure: state === 'failed' ? 'だめ' : null })
      .where('id', '=', revisionId)
      .execute();

  test('an upload becomes pages with pictures, text and printed numbers, and is sent back byte by byte', async () => {
    const meeting = await createMeeting(official, committee, '2021-01-01', {
      agenda: [{ title: '進行管理シートについて' }],
    });
    const pdf = makePaper(5, 'Alpha', 149);
    const { documentId, revisionId } = await upload(official, meeting, '資料１　進行管理シート.pdf', pdf);
    const document = await untilSettled(official, documentId);
    expect(document).toMatchObject({
      ...{ kind: 'material', number: '1', title: '進行管理シート', meetingId: meeting, fiscalYear: 2020 },
      revision: { id: revisionId, state: 'ready', pageCount: 5, pagesDone: 5, failure: null, published: false },
    });
    expect(document.pages.map(({ number, label }: { number: number; label: string }) => [number, label])).toEqual(
      [1, 2, 3, 4, 5].map((number) => [number, `${148 + number}`]),
    );
    const agenda = (await done(official.get(`/api/meetings/${meeting}`))).documents[0];
    expect(agenda.agendaItemId).not.toBeNull();

    const page = `/api/revisions/${revisionId}/pages/3`;
    const text = await done(official.get(`${page}/text`));
    expect(text.lines.map((line: { text: string }) => line.text)).toContain('Alpha page 3 of 5');
    for (const { box } of text.lines) {
      expect(box.every((edge: number) => edge >= 0 && edge <= 842)).toBe(true);
      expect(box[2]).toBeGreaterThan(box[0]);
    }
    for (const [size, width] of [
      ['large', 1500],
      ['small', 300],
    ] as const) {
      const answer = await official.get(`${page}/picture/${size}`);
      expect(answer.headers).toMatchObject({
        'content-type': 'image/png',
        'content-length': `${answer.bytes.length}`,
      });
      expect(await sharp(answer.bytes).metadata()).toMatchObject({ format: 'png', width });
    }
    expect((await official.get(`${page}/picture/huge`)).status).toBe(400);
    expect((await official.get(`/api/revisions/${revisionId}/pages/6/picture/large`)).status).toBe(404);
    expect((await official.get(`/api/revisions/${revisionId}/pages/0/text`)).status).toBe(400);

    const file = `/api/revisions/${revisionId}/file`;
    const whole = await official.get(file);
    expect(whole.bytes.equals(pdf)).toBe(true);
    expect(whole.headers).toMatchObject({ 'content-type': 'application/pdf', 'accept-ranges': 'bytes' });
    expect(String(whole.headers['content-disposition'])).toMatch(/^inline; filename\*=UTF-8''%E8%B3%87/);
    const download = await official.get(`${file}?download=true`);
    expect(String(download.headers['content-disposition'])).toMatch(/^attachment/);
    const size = pdf.length;
    const ranges: [string, number, Buffer | null][] = [
      ['bytes=0-9', 206, pdf.subarray(0, 10)],
      ['bytes=10-', 206, pdf.subarray(10)],
      ['bytes=-7', 206, pdf.subarray(size - 7)],
      [`bytes=${size - 1}-${size + 99}`, 206, pdf.subarray(size - 1)],
      [`bytes=-${size + 99}`, 206, pdf],
      [`bytes=${size}-`, 416, null],
      ['bytes=-0', 416, null],
      ['bytes=5-2', 200, pdf],
      ['bytes=0-1,4-5', 200, pdf],
      ['pages=1', 200, pdf],
    ];
    for (const [range, status, expected] of ranges) {
      const answer = await official.get(file, { range });
      expect(answer.status, range).toBe(status);
      if (expected) expect(answer.bytes.equals(expected), range).toBe(true);
      else expect(answer.headers['content-range'], range).toBe(`bytes */${size}`);
    }
    const again = await official.get(file, { 'if-none-match': String(whole.headers.etag) });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  test('text that a database cannot hold does not stop a paper', async () => {
    const meeting = await createMeeting(official, committee, '2021-01-02');
    const outline = ['NUL \u0000', 'half \ud83d', '目次'];
    const papers = [
      makePdf({ pages: ['in C: \\u0000 and \\ud800', 'a Z b'], meaningOfZ: '\u0000', outline }),
      makePdf({ pages: ['a Z b'], meaningOfZ: '\ud83d', outline }),
    ];
    for (const [index, paper] of papers.entries()) {
      const { documentId, revisionId } = await upload(official, meeting, `参考${index + 1} 文字.pdf`, paper);
      const document = await untilSettled(official, documentId);
      expect(document.revision).toMatchObject({ state: 'ready' });
      expect(document.outline).toHaveLength(3);
      const { lines } = await done(official.get(`/api/revisions/${revisionId}/pages/1/text`));
      if (index === 0) expect(lines[0].text).toBe('in C: \\u0000 and \\ud800');
    }
  });

  test('a page that is not there leaves the others, and says so to the official and in its place', async () => {
    const meeting = await createMeeting(official, committee, '2021-01-03');
    const papers = [withoutPages(makePaper(3), [2]), withoutPages(makePaper(2), [1, 2]), makePaper(1)];
    const answers: { revision: object; pages: { problem: string | null }[] }[] = [];
    for (const [index, paper] of papers.entries()) {
      const { documentId } = await upload(official, meeting, `資料${index + 1} 欠けた.pdf`, paper);
      answers.push(await untilSettled(official, documentId));
    }
    expect(answers.map(({ revision }) => revision)).toMatchObject([
      { state: 'ready', loss: { blankPages: [2], textPart: 0, isIncomplete: false } },
      { state: 'failed', failure: expect.stringContaining('壊れていて') },
      { state: 'ready', loss: null },
    ]);
    expect(answers[0]!.pages.map(({ problem }) => problem)).toEqual([null, 'damaged', null]);
    const { documents } = await done(official.get(`/api/meetings/${meeting}`));
    expect(documents[0].revision.loss).toEqual({ blankPages: [2], textPart: 0, isIncomplete: false });
  });

  test('a failed one says what to do, can be tried again, and stays the only one that failed', async () => {
    const meeting = await createMeeting(official, committee, '2021-04-01');
    const bad = await upload(official, meeting, '資料１ 壊れた.pdf', damaged);
    const good = await upload(official, meeting, '資料２ 正しい.pdf', makePaper(2));
    const failed = await untilSettled(official, bad.documentId);
    expect(failed.revision).toMatchObject({ state: 'failed', failure: expect.stringMatching(/。$/) });
    expect((await untilSettled(official, good.documentId)).revision.state).toBe('ready');
    expect((await publish(meeting)).json().error.code).toBe('documents_failed');
    expect((await official.post(`/api/revisions/${good.revisionId}/retry`)).status).toBe(404);
    expect((await official.post(`/api/revisions/${bad.revisionId}/retry`)).status).toBe(200);
    expect((await untilSettled(official, bad.documentId)).revision.state).toBe('failed');

    await setState(good.revisionId, 'failed');
    await done(official.post(`/api/revisions/${good.revisionId}/retry`));
    expect((await untilSettled(official, good.documentId)).revision).toMatchObject({ state: 'ready', failure: null });
    await done(official.delete(`/api/documents/${bad.documentId}`));
    await done(publish(meeting));
  });
});
