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
