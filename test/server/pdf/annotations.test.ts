import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type Picture, readPdf } from '../../../server/pdf/process-pdf.ts';
import { makePdf, stream } from './make-pdf.ts';
import { collectPages, findInk, usePdfFolder } from './pdf-files.ts';

const save = usePdfFolder();

/** What one page has: annotations as they stand in the file, where `LOOK` is the place of the form after it. */
interface Annotation {
  readonly entries: string;
  readonly look?: string;
  readonly says?: string;
  readonly showsNothing?: boolean;
}
const rectangle = '/Type/Annot/Rect[100 600 300 640]/F 4';
const field = (type: string, entries: string) => `${rectangle}/Subtype/Widget/FT/${type}/T(f)${entries}`;
const look = (content: string) =>
  stream('/Type/XObject/Subtype/Form/BBox[0 0 200 40]/Resources<</Font<</F1 3 0 R>>>>', content);
const words = (text: string) => look(`BT /F1 20 Tf 4 10 Td (${text}) Tj ET`);
const square = look('10 10 20 20 re f');
const utf16 = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

const annotations: Readonly<Record<string, Annotation>> = {
  'a text field': { entries: field('Tx', '/V(Hello)/AP<</N LOOK>>'), look: words('Hello'), says: 'Hello' },
  'a text field without a look': { entries: field('Tx', '/V(Hello)/DA(/F1 20 Tf 0 g)'), says: 'Hello' },
  'a list without a look': {
    entries: field('Ch', '/V(Two)/Ff 131072/Opt[(One)(Two)]/DA(/F1 20 Tf 0 g)'),
    says: 'Two',
  },
  'Japanese in a field': { entries: field('Tx', `/V${utf16('予算額')}/DA(/J 20 Tf 0 g)`), says: '予算額' },
  'a signature': { entries: field('Sig', '/AP<</N LOOK>>'), look: words('Signed'), says: 'Signed' },
  'a checked box': { entries: field('Btn', '/V/On/AS/On/AP<</N<</On LOOK>>>>'), look: square },
  'a text box': { entries: `${rectangle}/Subtype/FreeText/AP<</N LOOK>>`, look: words('Note'), says: 'Note' },
  'a text box without a look': {
    entries: `${rectangle}/Subtype/FreeText/Contents(Note)/DA(/F1 20 Tf 0 g)`,
    says: 'Note',
  },
  'a hidden field': {
    entries: field('Tx', '/V(Secret)/AP<</N LOOK>>').replace('/F 4', '/F 2'),
    look: words('Secret'),
    showsNothing: true,
  },
  'an unchecked box': {
    entries: field('Btn', '/V/Off/AS/Off/AP<</N<</On LOOK>>>>'),
    look: square,
    showsNothing: true,
  },
  'a link': { entries: `${rectangle}/Subtype/Link/Border[0 0 0]`, showsNothing: true },
};

const japaneseFont = `<</Type/Font/Subtype/Type0/BaseFont/MS-Mincho/Encoding/UniJIS-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2
/BaseFont/MS-Mincho/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor
/FontName/MS-Mincho/Flags 7/FontBBox[0 -137 1000 859]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 700/StemV 80>>>>]>>`;

/** A page for each. */
function makeAnnotated(all: readonly Annotation[]): Buffer {
  const objects = all.flatMap(({ entries, look: form = 'null' }, at) => [
    `<<${entries.replace('LOOK', `{${2 * at + 1}}`).replace('/T(f)', `/T(${at})`)}>>`,
    form,
  ]);
  const fields = all.flatMap(({ entries }, at) => (entries.includes('/Widget') ? [`{${2 * at}}`] : []));
  const fonts = `/Font<</F1 3 0 R/J {${objects.length}}>>`;
  return makePdf({
    pages: all.map((_, at) => ({ content: '', annotations: [2 * at] })),
    objects: [...objects, japaneseFont],
    catalog: `/AcroForm<</Fields[${fields.join(' ')}]/SigFlags 3/DA(/F1 0 Tf 0 g)/DR<<${fonts}>>>>`,
  });
}

test('fields and annotations are drawn, and what they say is read where it stands', async () => {
  const path = await save('annotated.pdf', makeAnnotated(Object.values(annotations)));
  const pages = await collectPages(path);
  const seen = await Promise.all(
    pages.map(async (page) => ({
      says: page.content.characters.map(({ text }) => text).join(''),
      inPlace: await isInPlace(page),
      small: (await darkest(page.pictures.small)) < 100,
    })),
  );
  const wanted = Object.entries(annotations).map(([name, { says = '', showsNothing = false }]) => [
    name,
    { says, inPlace: showsNothing ? null : true, small: !showsNothing },
  ]);
  expect(Object.fromEntries(Object.keys(annotations).map((name, at) => [name, seen[at]]))).toEqual(
    Object.fromEntries(wanted),
  );
  // the large one is as short
  expect(pages[0]!.pictures.quick).toBeNull();
  // PDFium makes the look of a text box that has none as it draws, so that it is not read where nothing is drawn
  const drawnAlone = Object.keys(annotations).indexOf('a text box without a look');
  const others = <Item>(all: readonly Item[]) => all.filter((_, at) => at !== drawnAlone);
  expect(others((await readPdf(path)).pages)).toEqual(others(pages).map(({ content }) => content));
});

test('a form that only Adobe Reader can make the pages of says so', async () => {
  const pages = [{ content: 'BT /F1 12 Tf 50 700 Td (Please wait...) Tj ET' }];
  const catalog = '/NeedsRendering true/AcroForm<</Fields[]/XFA[(template){0}]>>';
  const path = await save('xfa.pdf', makePdf({ pages, catalog, objects: [stream('', '<template/>')] }));
  await expect(collectPages(path)).rejects.toMatchObject({ code: 'dynamic_form', retryable: false });
});

/** Whether all that is drawn and read lies on the annotation's rectangle; null where nothing is. */
async function isInPlace(page: Parameters<typeof findInk>[0]): Promise<boolean | null> {
  const ink = await findInk(page);
  if (!ink) return null;
  return [ink.box, ...page.content.characters.map(({ box }) => box)].every(
    ([x0, y0, x1, y1]) => x0! > 98 && y0! > 200 && x1! < 302 && y1! < 245,
  );
}

async function darkest({ data }: Picture): Promise<number> {
  const { channels } = await sharp(data).greyscale().stats();
  return channels[0]!.min;
}
