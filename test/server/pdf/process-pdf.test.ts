import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type PdfDocument, processPdf, readPdf } from '../../../server/pdf/process-pdf.ts';
import { makePdf } from './make-pdf.ts';
import { collectPages, contentOf, findInk, usePdfFolder } from './pdf-files.ts';

const save = usePdfFolder();
const textPage = (text: string) => ({ content: `BT /F1 24 Tf 100 700 Td (${text}) Tj ET` });
const fivePages = makePdf({
  pages: ['one', 'two', 'three', 'four', 'five'].map(textPage),
  title: '資料１　𠮷田町の予算',
  outline: [
    ['第１章', 1],
    ['第２章', 4],
  ],
});
const textOf = (page: { characters: readonly { text: string }[] }) => page.characters.map(({ text }) => text).join('');

test('says what the document is before its first page, and then each page in order', async () => {
  const events: string[] = [];
  let document: PdfDocument | undefined;
  await processPdf(await save('five.pdf', fivePages), {
    onDocument: async (said) => {
      document = said;
      events.push('document');
    },
    onPage: async (page) => {
      events.push(`${page.index} ${textOf(contentOf(page))}`);
    },
  });
  expect(events).toEqual(['document', '1 one', '2 two', '3 three', '4 four', '5 five']);
  expect(document).toMatchObject({
    pageCount: 5,
    title: '資料１　𠮷田町の予算',
    outline: [
      { title: '第１章', page: 1, depth: 0 },
      { title: '第２章', page: 4, depth: 0 },
    ],
  });
});

test.each([
  [{ first: 4 }, [4, 1, 2, 3, 5]],
  [{ only: [2, 5] }, [2, 5]],
  [{ skip: new Set([1, 3]) }, [2, 4, 5]],
  [{ only: [1], skip: new Set([1]) }, []],
])('with %o delivers the pages %o', async (options, wanted) => {
  const pages = await collectPages(await save('order.pdf', fivePages), options);
  expect(pages.map(({ content }) => content.index)).toEqual(wanted);
});

test('draws two sizes as PNG, which show what the text says', async () => {
  const [page] = await collectPages(await save('sizes.pdf', makePdf({ pages: [textPage('Kurabe')] })));
  for (const [picture, width] of [
    [page!.pictures.large, 1500],
    [page!.pictures.small, 300],
  ] as const) {
    const { format, ...size } = await sharp(picture.data).metadata();
    expect({ format, width: size.width, height: size.height }).toEqual({
      format: 'png',
      width,
      height: picture.height,
    });
    expect(picture.height / picture.width).toBeCloseTo(842 / 595, 1);
  }
  const ink = await findInk(page!);
  expect(ink!.box[0]).toBeGreaterThan(99);
  expect(ink!.box[1]).toBeGreaterThan(115);
  expect(ink!.box[3]).toBeLessThan(152);
});

test('of a first page full of print there is a picture of few bytes that shows its words', async () => {
  let seed = 7;
  const letter = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return String.fromCharCode(97 + (seed % 26));
  };
  const line = () => `(${Array.from({ length: 70 }, letter).join('')}) Tj 0 -15 Td`;
  const content = `BT /F1 9 Tf 40 800 Td ${Array.from({ length: 36 }, line).join(' ')} ET`;
  const [page] = await collectPages(await save('full.pdf', makePdf({ pages: [{ content }] })));
  const { large, quick } = page!.pictures;
  expect(large.data.length).toBeGreaterThan(80 * 1024);
  expect(quick!.data.length).toBeLessThanOrEqual(40 * 1024);
  expect(quick!.width).toBe(750);
  const shown = await sharp(quick!.data).greyscale().stats();
  expect(shown.channels[0]!.min).toBeLessThan(60);
});

test.each([
  ['very long', [0, 0, 200, 14_000]],
  ['very wide', [0, 0, 14_000, 20]],
])('a %s page gets a picture of bounded size', async (_, mediaBox) => {
  const [page] = await collectPages(await save('long.pdf', makePdf({ pages: [{ content: '', mediaBox }] })));
  const { width, height } = page!.pictures.large;
  expect(width).toBeLessThanOrEqual(1500);
  expect(height).toBeLessThanOrEqual(4500);
  expect(Math.min(width, height)).toBeGreaterThan(0);
});

test('the child waits while a page is taken', async () => {
  let [running, most] = [0, 0];
  await processPdf(await save('wait.pdf', fivePages), {
    onDocument: async () => {},
    onPage: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running -= 1;
    },
  });
  expect(most).toBe(1);
});

test('reads without drawing', async () => {
  const { pages, outline, title } = await readPdf(await save('read.pdf', fivePages));
  expect(pages.map(textOf)).toEqual(['one', 'two', 'three', 'four', 'five']);
  expect(outline).toHaveLength(2);
  expect(title).toBe('資料１　𠮷田町の予算');
});
