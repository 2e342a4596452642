/** One page of a PDF that a test makes: its content stream and what it differs in from a plain A4 page. */
export interface MadePage {
  readonly content: string;
  readonly mediaBox?: readonly number[];
  readonly cropBox?: readonly number[];
  readonly rotate?: number;
  /** Names of XObjects and fonts to more objects, by their place in `objects` of MadePdf. */
  readonly xObjects?: Readonly<Record<string, number>>;
  readonly fonts?: Readonly<Record<string, number>>;
  /** Places of its annotations in `objects`. */
  readonly annotations?: readonly number[];
}

export interface MadePdf {
  readonly pages: readonly MadePage[];
  readonly title?: string;
  /** Top-level outline entries and their 1-based pages. */
  readonly outline?: readonly (readonly [title: string, page: number])[];
  /** Further objects, such as fonts and forms, as they stand in the file; `{n}` is the object at place n of this list. */
  readonly objects?: readonly string[];
  /** Entries of the catalog, which may name further objects. */
  readonly catalog?: string;
  /** Entries of the trailer, which may name further objects. */
  readonly trailer?: string;
}

/** Entries of a trailer that say the file opens with a password only, which nobody knows. */
export const unknownPassword = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'4b'.repeat(32)}>/U<${'75'.repeat(32)}>>>/ID[<72><61>]`;

/** Makes a small PDF, whose font F1 is Helvetica. */
export function makePdf({ pages, title, outline = [], objects = [], catalog = '', trailer = '' }: MadePdf): Buffer {
  const written: string[] = [];
  const add = (body: string) => written.push(body);
  const firstObject = 4;
  const firstPage = firstObject + objects.length;
  const firstEntry = firstPage + 2 * pages.length;
  const resolve = (body: string) => body.replace(/\{(\d+)\}/g, (_, place) => `${firstObject + Number(place)} 0 R`);

  add(`<</Type/Catalog/Pages 2 0 R/Outlines ${firstEntry} 0 R${resolve(catalog)}>>`);
  add(`<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${firstPage + 2 * at} 0 R`).join(' ')}]>>`);
  add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  for (const object of objects) add(resolve(object));
  for (const [at, page] of pages.entries()) {
    add(describePage(page, `${firstPage + 2 * at + 1} 0 R`, (place) => `${firstObject + place} 0 R`));
    add(stream('', page.content));
  }
  const last = firstEntry + outline.length;
  add(`<</Type/Outlines/Count ${outline.length}/First ${firstEntry + 1} 0 R/Last ${last} 0 R>>`);
  for (const [at, [name, page]] of outline.entries()) {
    const next = at < outline.length - 1 ? `/Next ${firstEntry + at + 2} 0 R` : '';
    const target = `[${firstPage + 2 * (page - 1)} 0 R/Fit]`;
    add(`<</Title ${textString(name)}/Parent ${firstEntry} 0 R/Dest${target}${next}>>`);
  }
  if (title !== undefined) add(`<</Title ${textString(title)}>>`);
  return assemble(written, (title === undefined ? '' : `/Info ${written.length} 0 R`) + resolve(trailer));
}

/** A stream object with its length. */
export function stream(dictionary: string, content: string): string {
  return `<<${dictionary}/Length ${Buffer.byteLength(content, 'latin1')}>>stream\n${content}\nendstream`;
}

function describePage(page: MadePage, content: string, reference: (place: number) => string): string {
  const { mediaBox = [0, 0, 595, 842], cropBox, rotate = 0, xObjects = {}, fonts = {}, annotations = [] } = page;
  const names = (entries: Readonly<Record<string, number>>) =>
    Object.entries(entries)
      .map(([name, place]) => `/${name} ${reference(place)}`)
      .join('');
  return [
    `<</Type/Page/Parent 2 0 R/MediaBox[${mediaBox.join(' ')}]`,
    cropBox ? `/CropBox[${cropBox.join(' ')}]` : '',
    `/Annots[${annotations.map(reference).join(' ')}]`,
    `/Rotate ${rotate}/Contents ${content}`,
    `/Resources<</Font<</F1 3 0 R${names(fonts)}>>/XObject<<${names(xObjects)}>>>>>>`,
  ].join('');
}

function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function assemble(objects: readonly string[], trailer: string): Buffer {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
