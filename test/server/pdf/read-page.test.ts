import { expect, test } from 'vitest';
import type { Box } from '../../../domain/pages/sheet/page-content.ts';
import { readPdf } from '../../../server/pdf/process-pdf.ts';
import { type MadePdf, makePdf, stream } from './make-pdf.ts';
import { collectPages, findInk, usePdfFolder } from './pdf-files.ts';

const save = usePdfFolder();
async function readFirst(pdf: MadePdf) {
  const { pages } = await readPdf(await save('page.pdf', makePdf(pdf)));
  return pages[0]!;
}
const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(([x0]) => x0)),
  Math.min(...boxes.map(([, y0]) => y0)),
  Math.max(...boxes.map(([, , x1]) => x1)),
  Math.max(...boxes.map(([, , , y1]) => y1)),
];

test('boxes lie over what is drawn under every /Rotate, with offset boxes', async () => {
  const content = 'BT /F1 40 Tf 160 500 Td (HXH) Tj ET 2 w 150 480 m 350 480 l S';
  const rotations = [0, 90, 180, 270];
  const boxed = { content, mediaBox: [100, 50, 695, 892], cropBox: [120, 90, 660, 850] };
  const pdf = { pages: rotations.map((rotate) => ({ ...boxed, rotate })) };
  const pages = await collectPages(await save('rotated.pdf', makePdf(pdf)));
  for (const [index, rotate] of rotations.entries()) {
    const page = pages[index]!;
    const { content: read } = page;
    const isSideways = rotate % 180 === 90;
    expect([read.width, read.height]).toEqual(isSideways ? [760, 540] : [540, 760]);
    expect(read.characters.map(({ vertical }) => vertical)).toEqual(Array(3).fill(isSideways));

    const ink = await findInk(page);
    const boxes = around([...read.characters.map(({ box }) => box), ...read.rules]);
    // The em square is higher than capitals by 0.16 of the size above, which is one side of the box.
    for (const [side, at] of boxes.entries()) expect(Math.abs(at - ink!.box[side]!), `${rotate}`).toBeLessThan(8);
    expect(read.rules).toHaveLength(1);
  }
});

test('finds strokes, thin filled rectangles and lines inside forms, and joins pieces', async () => {
  const form = stream('/Type/XObject/Subtype/Form/BBox[0 0 400 400]/Matrix[1 0 0 1 0 0]', '0 0 m 100 0 l S');
  const content = [
    '100 742 m 200 742 l S 200 742 m 300 742 l S', // two cells' borders in one line
    '100 642 200 0.5 re f', // a line as a rectangle
    '100 500 50 50 re f', // an area
    '1 1 1 RG 100 400 m 300 400 l S 0 0 0 RG', // white on white
    '100 300 m 300 350 l S', // slanted
    'q 2 0 0 2 100 242 cm /X1 Do Q',
    '400 742 m 400 642 l S',
  ].join('\n');
  const page = await readFirst({ pages: [{ content, xObjects: { X1: 0 } }], objects: [form] });
  expect(page.rules.toSorted((one, other) => one[1] - other[1] || one[0] - other[0])).toEqual([
    [100, 100, 300, 100],
    [400, 100, 400, 200],
    [100, expect.closeTo(199.75, 1), 300, expect.closeTo(199.75, 1)],
    [100, 600, 300, 600],
  ]);
});

test('keeps characters beyond the BMP and variation selectors whole', async () => {
  const toUnicode = stream(
    '',
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00><FF>
endcodespacerange 4 beginbfchar <41> <D842DFB7> <42> <9AD9> <43> <FA11> <44> <845BDB40DD00> endbfchar endcmap end end`,
  );
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode {0}>>';
  const content = 'BT /F2 20 Tf 100 700 Td (ABCD) Tj ET';
  const page = await readFirst({ pages: [{ content, fonts: { F2: 1 } }], objects: [toUnicode, font] });
  expect(page.characters.map(({ text }) => text)).toEqual(['𠮷', '髙', '﨑', '葛\u{e0100}']);
});

test('adds the variation selector that a file gives as replacement text', async () => {
  const content = `BT /F1 20 Tf 100 700 Td (A) Tj
/Span<</ActualText<FEFFDB40DD00>>>BDC 1 0 0 1 113.34 700 Tm ( ) Tj EMC 1 0 0 1 113.34 700 Tm (B) Tj ET`;
  const page = await readFirst({ pages: [{ content }] });
  expect(page.characters.map(({ text }) => text.trim()).filter(Boolean)).toEqual(['A\u{e0100}', 'B']);
});

test('a hyphen at the end of a line stays a hyphen', async () => {
  const page = await readFirst({ pages: [{ content: 'BT /F1 12 Tf 100 40 Td (- 5 -) Tj 0 -14 Td (x) Tj ET' }] });
  expect(page.characters.map(({ text }) => text).join('')).toBe('- 5 -x');
});

const encodings = [
  { name: '90ms-RKSJ-H', codes: '8e8e975e', vertical: false },
  { name: 'UniJIS-UCS2-H', codes: '4e887b97', vertical: false },
  { name: '90ms-RKSJ-V', codes: '8e8e975e', vertical: true },
];
const mincho = [
  '<</Type/FontDescriptor/FontName/MS-Mincho/Flags 5/FontBBox[0 -137 1000 859]/ItalicAngle 0/Ascent 859/Descent -137/CapHeight 709/StemV 80>>',
  '<</Type/Font/Subtype/CIDFontType2/BaseFont/MS-Mincho/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor {0}/DW 1000>>',
  ...encodings.map(
    ({ name }) => `<</Type/Font/Subtype/Type0/BaseFont/MS-Mincho/Encoding/${name}/DescendantFonts[{1}]>>`,
  ),
];

test('draws and reads Japanese in a font that is not embedded, by every encoding', async () => {
  const pages = encodings.map(({ codes }, index) => ({
    content: `BT /F2 60 Tf 200 600 Td <${codes}> Tj ET`,
    fonts: { F2: 2 + index },
  }));
  const read = await collectPages(await save('mincho.pdf', makePdf({ pages, objects: mincho })));
  for (const [index, { name, vertical }] of encodings.entries()) {
    const page = read[index]!;
    const { characters } = page.content;
    expect(characters, name).toHaveLength(2);
    expect(characters.every((character) => character.vertical === vertical)).toBe(true);
    const ink = await findInk(page);
    expect(ink!.pixels, name).toBeGreaterThan(2_000);
    const boxes = around(characters.map(({ box }) => box));
    for (const [side, at] of boxes.entries()) expect(Math.abs(at - ink!.box[side]!), name).toBeLessThan(10);
  }
});

test('reads Latin, Greek and Cyrillic in a font that is not embedded, by what the file says its glyphs mean', async () => {
  const words = 'AΩЖ';
  const glyphs = [36, 521, 570];
  const hex = (code: number) => code.toString(16).padStart(4, '0');
  const meaning = glyphs.map((glyph, at) => `<${hex(glyph)}> <${hex(words.charCodeAt(at))}>`).join('\n');
  const map = `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 3 beginbfchar\n${meaning}\nendbfchar endcmap`;
  const objects = [
    '<</Type/FontDescriptor/FontName/Arial/Flags 32/FontBBox[-665 -325 2000 1006]/ItalicAngle 0/Ascent 905/Descent -212/CapHeight 716/StemV 80>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Arial/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {0}/DW 1000>>',
    '<</Type/Font/Subtype/Type0/BaseFont/Arial/Encoding/Identity-H/DescendantFonts[{1}]/ToUnicode {3}>>',
    stream('', map),
  ];
  const content = `BT /F2 30 Tf 100 600 Td <${glyphs.map(hex).join('')}> Tj ET`;
  const page = await readFirst({ pages: [{ content, fonts: { F2: 2 } }], objects });
  expect(page.characters.map(({ text }) => text).join('')).toBe(words);
});

test('a page that is a picture is scanned, one with text is not, a blank one is neither', async () => {
  const image = stream('/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8', 'x');
  const scan = 'q 595 0 0 842 0 0 cm /X1 Do Q';
  const made = makePdf({
    pages: [
      { content: scan, xObjects: { X1: 0 } },
      { content: `${scan} BT /F1 20 Tf 100 700 Td (A) Tj ET`, xObjects: { X1: 0 } },
      { content: '' },
    ],
    objects: [image],
  });
  const { pages } = await readPdf(await save('scan.pdf', made));
  expect(pages.map(({ scanned }) => scanned)).toEqual([true, false, false]);
});

test('a page of type drawn as outlines is a picture, one of empty rulings or of a few round corners is not', async () => {
  const curve = (at: number) =>
    `${at} 100 m ${at} 110 ${at + 5} 120 ${at + 8} 120 c ${at + 12} 120 ${at + 12} 100 ${at} 100 c f`;
  const type = Array.from({ length: 100 }, (_, index) => curve(50 + 4 * index)).join(' ');
  const rulings = Array.from({ length: 300 }, (_, index) => `50 ${100 + 2 * index} m 500 ${100 + 2 * index} l S`).join(
    ' ',
  );
  const pdf = { pages: [{ content: type }, { content: rulings }, { content: curve(50) }] };
  const { pages } = await readPdf(await save('outlines.pdf', makePdf(pdf)));
  expect(pages.map(({ scanned }) => scanned)).toEqual([true, false, false]);
});
