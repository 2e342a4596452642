import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { UnreadableArchive, unpackArchive } from '../../web/features/office/meeting/unpack-archive.ts';

const utf8 = 0x0800;

/** A ZIP of stored entries with names as bytes, as the systems write them; `flags` 0x0800 says that a name is UTF-8. */
function zip(entries: readonly { name: Buffer; flags?: number; content?: string }[]): File {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, flags = 0, content = '%PDF-1.7' } of entries) {
    const data = Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, name);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, data);
    offset += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new File([Buffer.concat([...locals, directory, end])], '資料.zip');
}

test('names are read as Windows, macOS and others write them, in their natural order', async () => {
  const names = [
    { name: iconv.encode('会議/資料10_髙橋委員提出.pdf', 'cp932') },
    { name: iconv.encode('会議/資料２ ソ連表示能力.pdf', 'cp932') },
    { name: Buffer.from('資料3 がん検診.pdf'.normalize('NFD')) },
    { name: Buffer.from('参考１ 𠮷野.pdf'), flags: utf8 },
    { name: Buffer.from('plan.pdf') },
  ];
  expect((await unpackArchive(zip(names))).map(({ name }) => name).sort()).toEqual(
    ['資料10_髙橋委員提出.pdf', '資料２ ソ連表示能力.pdf', '資料3 がん検診.pdf', '参考１ 𠮷野.pdf', 'plan.pdf'].sort(),
  );
  const ordered = await unpackArchive(zip(['資料10.pdf', '資料9.pdf'].map((name) => ({ name: Buffer.from(name) }))));
  expect(ordered.map(({ name }) => name)).toEqual(['資料9.pdf', '資料10.pdf']);
  expect(await ordered[0]!.text()).toBe('%PDF-1.7');
});

test('what systems left is passed over, and an archive without papers or damaged says what to do', async () => {
  const junk = ['__MACOSX/._a.pdf', '.DS_Store', 'a/'].map((name) => ({ name: Buffer.from(name) }));
  await expect(unpackArchive(zip(junk))).rejects.toThrow('ファイルがありません');
  const damaged = new File([Buffer.from('PK\x03\x04 nothing')], '資料.zip');
  await expect(unpackArchive(damaged)).rejects.toThrow(UnreadableArchive);
  const many = Array.from({ length: 201 }, (_, index) => ({ name: Buffer.from(`${index}.pdf`) }));
  await expect(unpackArchive(zip(many))).rejects.toThrow('大きすぎます');
});
