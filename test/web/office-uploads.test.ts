import { expect, test } from 'vitest';
import type { DocumentSummary } from '../../contract/documents.ts';
import { documentName } from '../../domain/meetings/document.ts';
import { readMillimetres, windowErrors } from '../../web/features/office/city/window-errors.ts';
import { acceptedNames, refuseFile } from '../../web/features/office/meeting/file-check.ts';
import { documentOfSameMark } from '../../web/features/office/meeting/same-mark.ts';
import { seriesChoices } from '../../web/features/office/meeting/series-choices.ts';
import { moved, movedTo } from '../../web/features/office/moved.ts';

const file = (name: string, text: string) => new File([text], name);
const document = (kind: DocumentSummary['kind'], number: string, title: string): DocumentSummary => ({
  id: 1,
  kind,
  number,
  title,
  openness: 'open',
  edition: 1,
  agendaItemId: null,
  seriesId: 1,
  fiscalYear: 2023,
  fiscalYearSource: null,
  nameSource: null,
  otherName: null,
  news: null,
  noteCount: 0,
  counterpart: null,
  revision: {
    id: 1,
    number: 1,
    state: 'ready',
    pageCount: 1,
    pagesDone: 1,
    failure: null,
    published: false,
    fileName: 'a.pdf',
    byteSize: 1,
    uploadedAt: '2024-01-01T00:00:00Z',
    cover: null,
    conversion: null,
    loss: null,
  },
});

const rules = { maxBytes: 2_000_000, convertsOffice: false };
const converting = { ...rules, convertsOffice: true };

test('a file is a PDF by what it holds, not by its name', async () => {
  expect(await refuseFile(file('資料１.PDF', '%PDF-1.7 …'), rules)).toBe(null);
  expect(await refuseFile(file('資料１', `${' '.repeat(500)}%PDF-1.4`), rules)).toBe(null);
  expect(await refuseFile(file('資料１.pdf', ''), rules)).toContain('中身が空');
  expect(await refuseFile(file('資料１.pdf', 'PK\u0003\u0004'), rules)).toContain('PDFではない');
  expect(await refuseFile(file('資料１.pdf', `%PDF-1.7${' '.repeat(2_000_000)}`), rules)).toContain('1MBまで');
});

test('Word, Excel and PowerPoint are taken where they are converted, and told the next step where not', async () => {
  const table = file('名簿.xlsx', 'PK\u0003\u0004');
  expect(await refuseFile(table, rules)).toMatch(/^Excelの表です。.*LibreOffice.*PDFにして/);
  expect(await refuseFile(table, converting)).toBe(null);
  // not known yet: the portal will say
  expect(await refuseFile(table, null)).toBe(null);
  expect(await refuseFile(file('名簿.xlsx', 'name,age'), converting)).toContain('中身が違います');
  expect(await refuseFile(file('名簿.xlsm', 'PK\u0003\u0004'), converting)).toContain('マクロ');
  expect(acceptedNames(rules)).toBe('.pdf,application/pdf');
  expect(acceptedNames(converting)).toContain('.docx');
});

test('a file of the same mark is known by its name, however it is written', () => {
  const documents = [document('agenda', '', '次第'), document('material', '1', '進行管理シート')];
  expect(documentOfSameMark('資料1_進行管理シート（差替え）.pdf', documents)).toBe(documents[1]);
  expect(documentOfSameMark('01_次第.pdf', documents)).toBe(documents[0]);
  expect(documentOfSameMark('資料１１.pdf', documents)).toBe(null);
  expect(documentOfSameMark('進行管理シート.pdf', documents)).toBe(null);
  expect(documents.map(documentName)).toEqual(['次第', '資料１　進行管理シート']);
});

test('a document can go on the chains that no other has taken, each by its earlier paper’s own title', () => {
  const documents = [
    { id: 1, seriesId: 10 },
    { id: 2, seriesId: 20 },
  ];
  const paper = (documentId: number, title: string, fiscalYear: number) => ({ documentId, title, fiscalYear });
  const series = [
    { id: 10, papers: [paper(1, '議案一覧表（446回）', 2025), paper(8, '議案一覧表', 2021)] },
    { id: 20, papers: [paper(2, '新しい資料', 2025)] },
    { id: 30, papers: [paper(6, '取組実績', 2022), paper(5, '実績', 2021)] },
  ];
  const choices = (index: number) => seriesChoices(documents[index]!, documents, series).map(({ value }) => value);
  expect(choices(0)).toEqual(['new', '10', '30']);
  expect(choices(1)).toEqual(['20', '30']);
  const labels = seriesChoices(documents[0]!, documents, series).map(({ label }) => label);
  expect(labels.slice(1)).toEqual(['議案一覧表（令和３年度）', '取組実績（令和４年度、令和３年度）']);
});

test('an item moves one place and stays at the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});

test('an item stands at another place, wherever it came from', () => {
  const list = ['a', 'b', 'c', 'd'];
  expect(movedTo(list, 0, 3)).toEqual(['b', 'c', 'd', 'a']);
  expect(movedTo(list, 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  expect(movedTo(list, 1, 2)).toEqual(['a', 'c', 'b', 'd']);
  expect(movedTo(list, 2, 2)).toEqual(list);
});

test("the envelope's window lies on the letter and holds an address", () => {
  const wrong = (window: Parameters<typeof windowErrors>[0]) =>
    Object.entries(windowErrors(window)).flatMap(([side, sentence]) => (sentence ? [side] : []));
  expect(wrong({ left: 20, top: 12, width: 90, height: 45 })).toEqual([]);
  expect(wrong({ left: 130, top: 60, width: 90, height: 45 })).toEqual(['left', 'top']);
  expect(wrong({ left: 0, top: 0, width: 79.9, height: 44 })).toEqual(['width', 'height']);
  expect(['45.5', '４５．５', '-1', 'a', ''].map(readMillimetres)).toEqual([45.5, 45.5, null, null, null]);
});
