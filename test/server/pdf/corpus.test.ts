import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../../domain/pages/lines/lines.ts';
import { readPdf } from '../../../server/pdf/process-pdf.ts';

const corpus = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));

// All of them, drawn and within their memory: `npm run faults`.
describe.skipIf(!existsSync(corpus))('on the corpus beside the project', () => {
  test('names keep their characters', async () => {
    const { pages } = await readPdf(`${corpus}/kinds/memo.pdf`);
    const text = readLines(pages[0]!)
      .map((line) => line.text)
      .join('');
    expect(text).toContain('髙橋、﨑山、渡邉、齋藤、𠮷田、𩸽、葛\u{e0100}城');
  });

  test.each([
    ['bad-truncated', 'damaged'],
    ['bad-random', 'damaged'],
  ])('%s is %s', async (name, code) => {
    await expect(readPdf(`${corpus}/hostile/${name}.pdf`)).rejects.toMatchObject({ name: 'PdfError', code });
  });
});
