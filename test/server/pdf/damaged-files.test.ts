import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkPdf } from '../../../server/pdf/check-pdf.ts';
import { readPdf } from '../../../server/pdf/process-pdf.ts';
import { makePdf } from './make-pdf.ts';
import { usePdfFolder } from './pdf-files.ts';

const save = usePdfFolder();
const says = (text: string) => ({ content: `BT /F1 24 Tf 100 700 Td (${text}) Tj ET` });
const sound = makePdf({ pages: [says('one'), says('two')] });
const change = (search: RegExp, put: string) => Buffer.from(sound.toString('latin1').replace(search, put), 'latin1');

test.each([
  [
    'words before its header',
    Buffer.concat([Buffer.from(`From: post\n${'line\n'.repeat(2_000)}`), sound]),
    ['one', 'two'],
  ],
  ['its header lost', change(/^%PDF-1.7\n/, ''), ['one', 'two']],
  ['a wrong place of its table', change(/startxref\n\d+/, 'startxref\n17'), ['one', 'two']],
  ['wrong places in its table', change(/\d{10} 00000 n/g, '0000000017 00000 n'), ['one', 'two']],
  ['no table', change(/xref\n0 [\s\S]*/, ''), ['one', 'two']],
  ['its catalog lost', change(/1 0 obj\n[\s\S]*?endobj\n/, ''), ['one', 'two']],
  ['its end lost in the second page', sound.subarray(0, sound.indexOf('(two)')), ['one', '']],
])('a file with %s opens', async (name, content, texts) => {
  const path = await save(`${name}.pdf`, content);
  expect(await checkPdf(path)).toBeNull();
  const { pages } = await readPdf(path);
  expect(pages.map(({ characters }) => characters.map(({ text }) => text).join(''))).toEqual(texts);
});

/** RC4 with 128 bits and an empty password (revision 3 of the standard handler), as old printers' drivers protect papers. */
function encrypted(text: string): Buffer {
  const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const repeated = (start: Buffer) => Array.from({ length: 50 }).reduce<Buffer>((hash) => md5(hash), start);
  const chain = (key: Buffer, start: Buffer) =>
    Array.from({ length: 20 }, (_, turn) => turn).reduce(
      (data, turn) =>
        rc4(
          key.map((byte) => byte ^ turn),
          data,
        ),
      start,
    );
  const id = Buffer.from('0123456789abcdef');
  const owner = chain(repeated(md5(padding)), padding);
  const key = repeated(md5(padding, owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), id));
  const user = Buffer.concat([chain(key, md5(padding, id)), Buffer.alloc(16)]);
  const content = `BT /F1 24 Tf 100 700 Td (${text}) Tj ET`;
  const trailer = `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${owner.toString('hex')}>/U<${user.toString('hex')}>>>/ID[<${id.toString('hex')}><${id.toString('hex')}>]`;
  const open = makePdf({ pages: [{ content }], trailer });
  const at = open.indexOf(content);
  const [, number] = [
    ...open
      .subarray(0, at)
      .toString('latin1')
      .matchAll(/(\d+) 0 obj/g),
  ].at(-1)!;
  const own = md5(key, Buffer.from([Number(number), 0, 0, 0, 0]));
  rc4(own, Buffer.from(content)).copy(open, at);
  return open;
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number) => ([state[one], state[other]] = [state[other]!, state[one]!]);
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + state[at]! + key[at % key.length]!) & 255;
    swap(at, other);
  }
  let [one, other] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      one = (one + 1) & 255;
      other = (other + state[one]!) & 255;
      swap(one, other);
      return byte ^ state[(state[one]! + state[other]!) & 255]!;
    }),
  );
}

test('a file that is protected by RC4 and opens without a password is read', async () => {
  const path = await save('rc4.pdf', encrypted('protected'));
  expect(await checkPdf(path)).toBeNull();
  const { pages } = await readPdf(path);
  expect(pages[0]!.characters.map(({ text }) => text).join('')).toBe('protected');
});
