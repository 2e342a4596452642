import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinPdfs } from '../../../server/pdf/join-pdfs.ts';
import { processPdf } from '../../../server/pdf/process-pdf.ts';
import { makePaper } from '../../pdf.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kurabe-join-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function keep(name: string, content: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('papers become one PDF in their order, with a bookmark each at its first page; a broken one is left out', async () => {
  const papers = [
    { title: '次第', path: await keep('a.pdf', makePaper(1)) },
    { title: '資料１　壊れた資料', path: await keep('b.pdf', Buffer.from('%PDF-1.7\nbroken')) },
    { title: '資料２　𠮷田（案）', path: await keep('c.pdf', makePaper(3)) },
    { title: '参考１', path: await keep('d.pdf', makePaper(2)) },
  ];
  const path = await keep('joined.pdf', await joinPdfs(papers));
  const documents: unknown[] = [];
  let pages = 0;
  await processPdf(path, {
    onDocument: async ({ pageCount, outline }) => void documents.push(pageCount, outline),
    onPage: async () => {
      pages += 1;
    },
  });
  expect(documents).toEqual([
    6,
    [
      { title: '次第', page: 1, depth: 0 },
      { title: '資料２　𠮷田（案）', page: 2, depth: 0 },
      { title: '参考１', page: 5, depth: 0 },
    ],
  ]);
  expect(pages).toBe(6);
});
