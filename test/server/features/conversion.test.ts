import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../server/database/connection.ts';
import { eraseUnneeded, keptDays } from '../../../server/features/documents/erase-unneeded.ts';
import { openTestDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
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
import { compoundFile, openXml } from '../conversion/office-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'kurabe-soffice-'));
const converter = join(folder, 'soffice');
const made = makePaper(2, 'made of another file');
/** A paper as RTF; one that says 読めない cannot be converted. */
const paper = (text: string) => Buffer.from(`{\\rtf1 ${text}}`);

let database: Database;
let portal: TestApp;
let official: Visitor;
let committee: number;
let meeting: number;

/** Stands for LibreOffice: makes the same PDF of every paper, as fast as a shell starts. */
const program = `#!/bin/sh
case "$*" in *--version*) echo "LibreOffice 0.1.2 of the test"; exit 0;; esac
while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done
grep -q FAIL "$1" && [ ! -e "${folder}/mended" ] && exit 77
mkdir -p "$out" && cp "${folder}/made.pdf" "$out/paper.pdf"
`;

beforeAll(async () => {
  writeFileSync(converter, program, { mode: 0o755 });
  writeFileSync(join(folder, 'made.pdf'), made);
  database = await openTestDatabase();
  portal = await openTestApp(database, { converter });
  official = await setUpCity(portal);
  committee = await createCommittee(official);
  meeting = await createMeeting(official, committee, '2024-07-01');
});
afterAll(async () => {
  await portal.close();
  await database.close();
  await rm(folder, { recursive: true });
});

const revisionOf = async (documentId: number) => (await done(official.get(`/api/documents/${documentId}`))).revision;
const stateOf = async (documentId: number) => (await revisionOf(documentId)).state;

test('an Excel file is read as the PDF that is made of it, and kept as it was sent', async () => {
  const table = openXml('xlsx');
  expect(await done(official.get('/api/uploads'))).toMatchObject({ convertsOffice: true });
  const { documentId, revisionId } = await upload(official, meeting, '資料１_進行管理.xlsx', table);
  await expect.poll(() => stateOf(documentId), { timeout: 60_000 }).toBe('ready');
  const document = await done(official.get(`/api/documents/${documentId}`));
  expect(document).toMatchObject({ kind: 'material', number: '1', title: '進行管理' });
  expect(document.revision).toMatchObject({ pageCount: 2, fileName: '資料１_進行管理.xlsx', conversion: 'done' });
  const pdf = await official.get(`/api/revisions/${revisionId}/file?download=true`);
  expect(pdf.bytes).toEqual(made);
  expect(pdf.headers['content-disposition']).toContain(encodeURIComponent('資料１_進行管理.pdf'));
  const original = await official.get(`/api/revisions/${revisionId}/original`);
  expect(original.bytes).toEqual(table);
  expect(original.headers['content-disposition']).toContain(encodeURIComponent('資料１_進行管理.xlsx'));
  // nothing that was stored is taken for useless
  await eraseUnneeded(portal, Date.now() + (keptDays + 1) * 86_400_000);
  expect((await official.get(`/api/revisions/${revisionId}/original`)).bytes).toEqual(table);
});

test('a member reads the PDF and is told nothing of the file behind it', async () => {
  const member = await createMember(official, committee, '山田　花子');
  const { documentId, revisionId } = await upload(official, meeting, '資料２.rtf', paper('two'));
  await expect.poll(() => stateOf(documentId), { timeout: 60_000 }).toBe('ready');
  await done(official.post(`/api/meetings/${meeting}/publication`));
  const visitor = await openLetter(portal, (await issueKey(portal, meeting, member)).key);
  expect((await done(visitor.get(`/api/documents/${documentId}`))).revision).toMatchObject({ conversion: null });
  expect((await visitor.get(`/api/revisions/${revisionId}/file`)).bytes).toEqual(made);
  expect((await visitor.get(`/api/revisions/${revisionId}/original`)).status).toBe(401);
});

test('the same file sent twice is known, although two PDFs that are made of it may differ', async () => {
  await upload(official, meeting, '資料３.rtf', paper('three'));
  const again = await done(official.upload(`/api/meetings/${meeting}/documents`, '資料４.rtf', paper('three')));
  expect(again.sameAs).toBe('資料３');
});

test('what cannot be converted says so on its card, holds up no other, and is tried again', async () => {
  const failing = await upload(official, meeting, '資料５.rtf', paper('FAIL'));
  const next = await upload(official, meeting, '資料６.rtf', paper('six'));
  await expect.poll(() => stateOf(failing.documentId), { timeout: 60_000 }).toBe('failed');
  const failed = await revisionOf(failing.documentId);
  expect(failed).toMatchObject({ fileName: '資料５.rtf', conversion: 'waiting' });
  expect(failed.failure).toMatch(/LibreOffice.*PDFを選んで保存/);
  await expect.poll(() => stateOf(next.documentId), { timeout: 60_000 }).toBe('ready');
  // the file is not given out as a PDF
  expect((await official.get(`/api/revisions/${failing.revisionId}/file`)).status).toBe(404);
  writeFileSync(join(folder, 'mended'), '');
  await done(official.post(`/api/revisions/${failing.revisionId}/retry`));
  await expect.poll(() => stateOf(failing.documentId), { timeout: 60_000 }).toBe('ready');
});

test('a file that arrives in pieces is converted like any other', async () => {
  const content = paper('pieces');
  const tus = { 'tus-resumable': '1.0.0' };
  const metadata = `filename ${Buffer.from('資料７.rtf').toString('base64')}`;
  const begun = await official.ask('POST', '/api/uploads', undefined, {
    ...{ ...tus, 'upload-length': String(content.length), 'upload-metadata': metadata },
  });
  const url = String(begun.headers.location);
  const piece = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  await official.ask('PATCH', url, content, piece);
  const finish = () => done(official.post(`/api/meetings/${meeting}/uploads/${url.split('/').at(-1)}`));
  const { documentId } = await finish();
  await expect.poll(() => stateOf(documentId), { timeout: 60_000 }).toBe('ready');
  expect((await finish()).documentId).toBe(documentId);
});

test('what is refused at once leaves nothing, by its content and whatever its name says', async () => {
  const before = (await done(official.get(`/api/meetings/${meeting}`))).documents.length;
  const send = (name: string, content: Buffer) => official.upload(`/api/meetings/${meeting}/documents`, name, content);
  for (const [code, content] of [
    ['office_macros', openXml('docm')],
    ['office_encrypted', compoundFile({ EncryptedPackage: Buffer.alloc(8) })],
    ['not_pdf', Buffer.from('名前,年齢')],
  ] as const) {
    const answer = await send('名簿.xlsx', content);
    expect([answer.status, answer.json().error.code]).toEqual([422, code]);
    expect(answer.json().error.message).toContain('名簿.xlsx');
    const hash = createHash('sha256').update(content).digest('hex');
    expect(await portal.files.size(hash)).toBe(null);
  }
  expect((await done(official.get(`/api/meetings/${meeting}`))).documents).toHaveLength(before);
});

test('where LibreOffice is not installed, the next step is told, and the status says so', async () => {
  const bare = await openTestApp(database, { converter: join(folder, 'nothing'), idle: true });
  try {
    const visitor = new Visitor(bare.app);
    for (const [name, value] of official.cookies) visitor.cookies.set(name, value);
    const answer = await visitor.upload(`/api/meetings/${meeting}/documents`, '名簿.xlsx', openXml('xlsx'));
    expect([answer.status, answer.json().error.code]).toEqual([422, 'no_converter']);
    expect(answer.json().error.message).toMatch(/LibreOfficeが入っていない.*PDFを登録/);
    expect(await done(visitor.get('/api/status'))).toMatchObject({ converter: null });
    expect(await done(official.get('/api/status'))).toMatchObject({
      converter: { version: 'LibreOffice 0.1.2 of the test' },
    });
  } finally {
    await bare.close();
  }
});
