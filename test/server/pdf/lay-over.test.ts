import { expect, test } from 'vitest';
import type { NoteContent } from '../../../domain/notes/note.ts';
import { layOver } from '../../../server/pdf/lay-over.ts';
import { printNotes } from '../../../server/print/print-notes.ts';
import { makePdf } from './make-pdf.ts';
import { collectPages, usePdfFolder } from './pdf-files.ts';

const keep = usePdfFolder();

const rotations = [0, 90, 180, 270];
const memo = (words: string): NoteContent => ({ kind: 'text', x: 0.25, y: 0.25, words });
const textOf = ({ characters }: { characters: readonly { text: string }[] }) =>
  characters.map(({ text }) => text).join('');

test('what was written lies on its place of pages that are turned and cropped, as type, and what was printed stays', async () => {
  // in the middle of the visible part of the page
  const content = 'BT /F1 12 Tf 350 460 Td (Printed) Tj ET';
  const boxed = { content, mediaBox: [100, 50, 695, 892], cropBox: [120, 90, 660, 850] };
  const base = await keep(
    'turned.pdf',
    makePdf({ pages: rotations.map((rotate) => ({ ...boxed, rotate })), outline: [['章', 2]] }),
  );
  const before = await collectPages(base);
  const sheets = before.map(({ width, height }, index) => ({
    ...{ name: `${index + 1}ページ`, width, height, remark: '', contents: [memo(`𠮷田さんへ${index}`)] },
  }));
  const overlay = await keep('overlay.pdf', await printNotes('資料１', sheets));
  const after = await collectPages(
    await keep('over.pdf', await layOver({ base, overlay, further: [], onto: [1, 2, 3, 4] })),
  );
  for (const [index, page] of after.entries()) {
    expect([page.width, page.height]).toEqual([before[index]!.width, before[index]!.height]);
    const text = textOf(page.content);
    expect(text).toContain('Printed');
    expect(text).toContain(`田さんへ${index}`);
    const first = page.content.characters.find((character) => character.text === '田')!;
    expect(Math.abs(first.box[0]! - page.width * 0.25), `${rotations[index]}`).toBeLessThan(30);
    expect(Math.abs(first.box[1]! - page.height * 0.25), `${rotations[index]}`).toBeLessThan(15);
  }
});

test('a page of another version follows the paper, and words too long for their page stand whole at the end', async () => {
  const page = (words: string) => ({ content: `BT /F1 12 Tf 72 700 Td (${words}) Tj ET` });
  const base = await keep('new.pdf', makePdf({ pages: [page('New one'), page('New two')] }));
  const old = await keep('old.pdf', makePdf({ pages: [page('Old one'), page('Old two')] }));
  const long = 'ながいことば。'.repeat(40);
  const a4 = { width: 595, height: 842 };
  const overlay = await keep(
    'list.pdf',
    await printNotes('資料１', [
      { ...a4, name: '2ページ', remark: '', contents: [memo(long)] },
      { ...a4, name: '前の版の2ページ', remark: '前の版のページです。', contents: [memo('残る')] },
    ]),
  );
  const further = [{ path: old, page: 2 }];
  const pages = await collectPages(await keep('all.pdf', await layOver({ base, overlay, further, onto: [2, 3] })));
  const texts = pages.map(({ content }) => textOf(content));
  expect(texts).toHaveLength(4);
  expect(texts[0]).toBe('New one');
  expect(texts[1]).toMatch(/New two.*…/s);
  expect(texts[2]).toMatch(/Old two/);
  expect(texts[2]).toContain('前の版のページです。');
  expect(texts[3]).toContain(long);
});
