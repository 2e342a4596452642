import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readOfficeFile } from '../../../server/conversion/read-office-file.ts';
import { compoundFile, openDocument, openXml, plainZip, wordDocument } from './office-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'kurabe-office-'));
afterAll(() => rm(folder, { recursive: true }));

async function read(content: Buffer) {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return readOfficeFile(path);
}

const word = (encrypted: boolean) => {
  const head = Buffer.alloc(32);
  head.writeUInt16LE(0xa5ec, 0);
  head[11] = encrypted ? 1 : 0;
  return head;
};
/** BOF, then a record of that number. */
const book = (record: number) => Buffer.from([0x09, 0x08, 4, 0, 0, 6, 5, 0, record, 0, 2, 0, 1, 0]);

test('what a file is stands in its content', async () => {
  expect(await read(wordDocument('あ'))).toEqual({ format: 'docx', closed: null });
  expect(await read(openXml('xlsx'))).toEqual({ format: 'xlsx', closed: null });
  expect(await read(openXml('pptx'))).toEqual({ format: 'pptx', closed: null });
  expect(await read(openDocument('spreadsheet'))).toEqual({ format: 'ods', closed: null });
  expect(await read(Buffer.from('{\\rtf1 a}'))).toEqual({ format: 'rtf', closed: null });
  expect(await read(compoundFile({ WordDocument: word(false) }))).toEqual({ format: 'doc', closed: null });
  expect(await read(compoundFile({ Workbook: book(0x42) }))).toEqual({ format: 'xls', closed: null });
  // a table that stands within a presentation
  const slides = compoundFile({ 'PowerPoint Document': Buffer.alloc(8), Workbook: book(0x42) });
  expect(await read(slides)).toEqual({ format: 'ppt', closed: null });
});

test('what opens with a password, or holds macros, is known', async () => {
  expect((await read(compoundFile({ EncryptedPackage: Buffer.alloc(8) })))?.closed).toBe('encrypted');
  expect((await read(compoundFile({ WordDocument: word(true) })))?.closed).toBe('encrypted');
  expect((await read(compoundFile({ Workbook: book(0x2f) })))?.closed).toBe('encrypted');
  const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
  expect((await read(openDocument('text', { 'META-INF/manifest.xml': manifest })))?.closed).toBe('encrypted');
  expect((await read(openXml('docm')))?.closed).toBe('macros');
  expect((await read(openXml('xlsx', { 'xl/vbaProject.bin': 'x' })))?.closed).toBe('macros');
  expect((await read(openDocument('text', { 'Basic/Standard/Module1.xml': 'x' })))?.closed).toBe('macros');
  expect((await read(compoundFile({ Workbook: book(0x42) }, ['_VBA_PROJECT_CUR'])))?.closed).toBe('macros');
});

test('anything else is none, damaged files of Office among it', async () => {
  const whole = wordDocument('あ');
  for (const content of [
    plainZip(),
    whole.subarray(0, whole.length - 100),
    Buffer.from('PK\u0003\u0004'),
    compoundFile({ Message: Buffer.alloc(8) }),
    compoundFile({}).subarray(0, 20),
    Buffer.from('plain text'),
    Buffer.alloc(0),
  ])
    expect(await read(content)).toBe(null);
});
