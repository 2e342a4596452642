import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentSummary } from '../../../contract/documents.ts';
import type { Database } from '../../../server/database/connection.ts';
import { openTestDatabase } from '../../database.ts';
import { Draw } from '../../papers/draw.ts';
import { printWithTypst } from '../../papers/print-sheets.ts';
import { drawStyle } from '../../papers/style.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, done, setUpCity, untilSettled, upload } from '../city.ts';

let database: Database;
let portal: TestApp;
let official: Visitor;
let committee: number;
let meeting: number;
let paper: Uint8Array;

const text = (words: string, size: number, x: number, y: number) => ({
  ...{ text: words, x, y, size, width: words.length * size },
});
const prose = Array.from({ length: 8 }, (_, row) =>
  text('この資料は議論を整理したものである。', 11, 60, 220 + row * 20),
);

/** An A4 page as an office prints one: its mark in the corner, its title in larger type. */
async function printPaper(mark: string, title: string): Promise<Uint8Array> {
  const texts = [text(mark, 12, 500, 50), text(title, 20, 100, 130), ...prose];
  const sheets = [{ width: 595, height: 842, texts, lines: [], shades: [], circles: [] }];
  const [printed] = await printWithTypst([{ sheets, style: drawStyle(new Draw('proposed'), ['typst'], false) }]);
  return printed!;
}

beforeAll(async () => {
  database = await openTestDatabase();
  portal = await openTestApp(database);
  official = await setUpCity(portal);
  committee = await createCommittee(official);
  const before = await createMeeting(official, committee, '2023-07-01');
  paper = await printPaper('資料２', '公共施設の再編方針');
  await upload(official, before, '資料４_公共施設の再編方針.pdf', paper);
  meeting = await createMeeting(official, committee, '2024-07-01', {
    agenda: [{ title: '公共施設の再編方針について' }],
  });
}, 60_000);
afterAll(async () => {
  await portal.close();
  await database.close();
});

/** The document once its first page has been asked. */
async function proposed(name: string, pdf = paper): Promise<DocumentSummary> {
  const { documentId } = await upload(official, meeting, name, pdf);
  await untilSettled(official, documentId);
  await expect.poll(async () => (await stored(documentId)).fiscalYearSource).not.toBe(null);
  return stored(documentId);
}

async function stored(documentId: number): Promise<DocumentSummary> {
  const { documents } = await done(official.get(`/api/meetings/${meeting}`));
  return documents.find(({ id }: DocumentSummary) => id === documentId);
}

test('what the file name leaves open the first page fills, and the paper finds its place and its chain by it', async () => {
  const document = await proposed('scan0001.pdf');
  expect(document).toMatchObject({
    ...{ kind: 'material', number: '2', title: '公共施設の再編方針', nameSource: 'first_page' },
    otherName: { kind: 'other', number: '', title: 'scan0001' },
    agendaItemId: expect.any(Number),
    counterpart: { fiscalYear: 2023 },
  });
});

test('a name that says all stays, what the page says otherwise is a tap away, and a tap more takes it back', async () => {
  const document = await proposed('資料３_再編案.pdf');
  const printed = { kind: 'material', number: '2', title: '公共施設の再編方針' };
  expect(document).toMatchObject({ number: '3', title: '再編案', nameSource: 'file_name', otherName: printed });
  const path = `/api/documents/${document.id}/other-name`;
  await done(official.post(path, { edition: document.edition }));
  const taken = await stored(document.id);
  const own = { kind: 'material', number: '3', title: '再編案' };
  expect(taken).toMatchObject({ ...printed, nameSource: 'official', otherName: own });
  const [entry] = (await done(official.get('/api/audit'))).entries;
  expect(entry).toMatchObject({ act: 'document-changed' });
  expect((await official.post(path, { edition: document.edition })).json().error.code).toBe('changed_elsewhere');
  await done(official.post(path, { edition: taken.edition }));
  expect(await stored(document.id)).toMatchObject({ ...own, otherName: printed });
});

test('what an official typed while the paper was being read stays, and then nothing is proposed', async () => {
  const { documentId } = await upload(official, meeting, 'scan0002.pdf', await printPaper('資料９', '別の計画の概要'));
  const { kind, openness, agendaItemId, seriesId, edition } = await stored(documentId);
  const typed = { kind, number: '', title: '手で付けた題名', openness, agendaItemId, seriesId, edition };
  await done(official.put(`/api/documents/${documentId}`, typed));
  await untilSettled(official, documentId);
  await expect.poll(async () => (await stored(documentId)).fiscalYearSource).not.toBe(null);
  expect(await stored(documentId)).toMatchObject({ title: '手で付けた題名', nameSource: 'official', otherName: null });
  const path = `/api/documents/${documentId}/other-name`;
  expect((await official.post(path, { edition: edition + 1 })).json().error.code).toBe('not_found');
});

test('names that an official finds right, or publishes, are proposals no more', async () => {
  const first = await proposed('scan0003.pdf');
  const accepted = (documentIds: number[], visitor = official) =>
    visitor.post(`/api/meetings/${meeting}/accepted-names`, { documentIds });
  await done(accepted([first.id]));
  expect(await stored(first.id)).toMatchObject({ title: first.title, nameSource: 'official', otherName: null });
  const second = await proposed('scan0004.pdf');
  expect(second.nameSource).toBe('first_page');
  await done(official.post(`/api/meetings/${meeting}/publication`));
  expect(await stored(second.id)).toMatchObject({ title: second.title, nameSource: 'official', otherName: null });
});
