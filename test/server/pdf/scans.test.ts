import sharp from 'sharp';
import { expect, test } from 'vitest';
import { processPdf } from '../../../server/pdf/process-pdf.ts';
import { makePdf, stream } from './make-pdf.ts';
import { collectPages, usePdfFolder } from './pdf-files.ts';

const save = usePdfFolder();
/** Pixels; a TIFF file of more rows is written in several strips. */
const [width, height] = [2480, 256];

/** Fine grain all over a strip of paper, black or white, as a copier scans it: compressed with CCITT Group 4. */
async function scanOfGrain(): Promise<string> {
  let seed = 7;
  const pixels = new Uint8Array(width * height).map(() => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % 3 === 0 ? 0 : 255;
  });
  const tiff = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();
  return tiffStrip(tiff).toString('latin1');
}

/** The data of a TIFF file of one strip. */
function tiffStrip(tiff: Buffer): Buffer {
  const directory = tiff.readUInt32LE(4);
  const entry = (tag: number) => {
    for (let at = directory + 2; at < directory + 2 + 12 * tiff.readUInt16LE(directory); at += 12)
      if (tiff.readUInt16LE(at) === tag) return at;
    throw new Error(`no tag ${tag}`);
  };
  const [offsets, lengths] = [273, 279].map(entry);
  const start = tiff.readUInt32LE(offsets! + 8);
  return tiff.subarray(start, start + tiff.readUInt32LE(lengths! + 8));
}

const scanPage = (content: string) => ({
  content: `q 595 0 0 61 0 0 cm /Scan Do Q ${content}`,
  mediaBox: [0, 0, 595, 61],
  xObjects: { Scan: 0 },
});

const parameters = `/DecodeParms<</K -1/Columns ${width}/Rows ${height}>>`;
const image = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 1`;
const imageObject = async () => stream(`${image}/Filter/CCITTFaxDecode${parameters}`, await scanOfGrain());

test('a scan in black and white is kept as PNG of greys, with words behind it or not; beside it red stays red', async () => {
  const objects = [await imageObject()];
  const pages = ['', 'BT 3 Tr /F1 24 Tf 100 20 Td (words) Tj ET', '1 0 0 rg 100 0 100 61 re f'].map(scanPage);
  const [plain, searchable, stamped] = await collectPages(await save('scan.pdf', makePdf({ pages, objects })));
  for (const page of [plain!, searchable!]) {
    const { format, channels } = await sharp(page.pictures.large.data).metadata();
    expect([format, channels]).toEqual(['png', 1]);
  }
  expect([plain!.scanned, searchable!.scanned]).toEqual([true, false]);
  const inRed = { left: 400, top: 80, width: 1, height: 1 };
  const colour = await sharp(stamped!.pictures.large.data).extract(inRed).toColourspace('srgb').raw().toBuffer();
  expect([...colour.subarray(0, 3)]).toEqual([255, 0, 0]);
});

test('a scan of a dozen pages is read from both its ends, each page once', async () => {
  const pageCount = 12;
  const pages = Array.from({ length: pageCount }, () => scanPage(''));
  const path = await save('dozen.pdf', makePdf({ pages, objects: [await imageObject()] }));
  const order: number[] = [];
  await processPdf(path, {
    onDocument: async () => {},
    onPage: async ({ index }) => {
      order.push(index);
      // the other end's turn
      if (index === 2) await expect.poll(() => order, { timeout: 30_000 }).toContain(pageCount);
    },
  });
  expect(order.indexOf(pageCount)).toBeLessThan(order.indexOf(3));
  expect(order.toSorted((a, b) => a - b)).toEqual(pages.map((_, at) => at + 1));
});
