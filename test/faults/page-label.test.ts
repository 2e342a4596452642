import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPageLabels } from '../../domain/pages/page-labels/read-page-labels.ts';
import { readPdf } from '../../server/pdf/process-pdf.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

describe.skipIf(!existsSync(corpus))('on the corpus beside the project', () => {
  test.each(['gesui', 'kokuho', 'kouki', 'teian'])('%s has the page labels a careful reader found', async (name) => {
    const labels = JSON.parse(readFileSync(`${corpus}/labels/${name}.json`, 'utf8'));
    for (const side of ['old', 'new']) {
      const { pages } = await readPdf(`${corpus}/pairs/${labels[side]}`);
      const wanted = pages.map(({ index }) => labels.printedPage[side][index] ?? null);
      expect(readPageLabels(pages), side).toEqual(wanted);
    }
  });
});
