import { strToU8, zipSync } from 'fflate';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
};

const zip = (parts: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));

/** An Office Open XML file with that main part, and what else is given. */
export const openXml = (kind: keyof typeof types, parts: Record<string, string> = {}): Buffer =>
  zip({
    '[Content_Types].xml': `<Types><Override PartName="/main.xml" ContentType="${types[kind]}"/></Types>`,
    'main.xml': '<document/>',
    ...parts,
  });

/** A Word document with one paragraph that a word processor opens. */
export const wordDocument = (text: string): Buffer => {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
  return zip({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types.docx}"/></Types>`,
    '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${packageTypes}/relationships"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${main}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
  });
};

export const openDocument = (kind: string, parts: Record<string, string> = {}): Buffer =>
  zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>', ...parts });

export const plainZip = (): Buffer => zip({ 'readme.txt': 'hello' });

/** A Compound File: streams of 4,096 bytes and storages (without content), after a header and one sector of the directory. */
export function compoundFile(streams: Record<string, Buffer>, storages: readonly string[] = []): Buffer {
  const sector = 512;
  const header = Buffer.alloc(sector);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(9, 30);
  const names = [...Object.keys(streams), ...storages];
  const directory = Buffer.alloc(Math.ceil((names.length + 1) / 4) * sector);
  const entry = (place: number, name: string, type: number, start: number, size: number) => {
    const at = place * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at + 64);
    directory[at + 66] = type;
    directory.writeUInt32LE(start, at + 116);
    directory.writeUInt32LE(size, at + 120);
  };
  entry(0, 'Root Entry', 5, 0, 0);
  names.forEach((name, index) => {
    const start = directory.length / sector + index * 8;
    entry(index + 1, name, name in streams ? 2 : 1, start, name in streams ? 4096 : 0);
  });
  const bodies = Object.values(streams).map((body) => Buffer.concat([body, Buffer.alloc(4096 - body.length)]));
  return Buffer.concat([header, directory, ...bodies]);
}
