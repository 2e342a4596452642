import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PdfError } from '../../server/pdf/pdf-error.ts';
import { processPdf, readPdf } from '../../server/pdf/process-pdf.ts';
import { collectPages, findInk } from '../server/pdf/pdf-files.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const maximumKibibytes = 700 * 1024;

/** A code of PdfError, or how many pages come. */
const states: Record<string, string | number> = {
  'hostile/bomb-tiling.pdf': 'too_complex',
  'hostile/bad-bitflip.pdf': 40,
  'hostile/bad-empty.pdf': 'empty',
  'hostile/bad-notpdf.pdf': 'not_pdf',
  'hostile/bad-random.pdf': 'damaged',
  'hostile/bad-truncated.pdf': 'damaged',
  'hostile/bad-xref.pdf': 40,
  'hostile/bomb-deflate4g.pdf': 'too_complex',
  'hostile/bomb-hugepage.pdf': 1,
  'hostile/bomb-image.pdf': 1,
  'hostile/bomb-laughs.pdf': 'too_complex',
  'hostile/bomb-nestdict-content.pdf': 1,
  'hostile/bomb-nested.pdf': 1,
  'hostile/bomb-ops512m.pdf': 'too_complex',
  'hostile/bomb-pagetree.pdf': 1,
  'hostile/bomb-textlaughs.pdf': 'too_complex',
  'hostile/js-action.pdf': 1,
  'kinds/devref-ja.pdf': 130,
  'kinds/enc-owner-aes128.pdf': 40,
  'kinds/enc-owner-rc4.pdf': 40,
  'kinds/enc-user-aes256.pdf': 'password_needed',
  'kinds/memo.pdf': 1,
  'kinds/nonembedded-sjisname.pdf': 1,
  'kinds/nonembedded.pdf': 7,
  'kinds/rotate90-offset.pdf': 1,
  'kinds/scan-g4-20.pdf': 20,
  'kinds/tables40.pdf': 40,
};
/** Of longer files some pages are drawn, and all are read. */
const drawnPages = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe.skipIf(!existsSync(corpus))('on the corpus beside the project', () => {
  test('every file comes to its state, in memory', { timeout: 240_000 }, async () => {
    const names = Object.keys(states);
    const found: Record<string, unknown> = {};
    const takeNext = async (): Promise<void> => {
      const name = names.shift();
      if (name === undefined) return;
      found[name] = await measure(`${corpus}/${name}`);
      return takeNext();
    };
    await Promise.all([takeNext(), takeNext()]);
    expect(found).toEqual(states);
  });

  test('every file of it is in the table above', () => {
    const files = ['hostile', 'kinds'].flatMap((folder) =>
      readdirSync(`${corpus}/${folder}`).map((name) => `${folder}/${name}`),
    );
    expect(files.toSorted()).toEqual(Object.keys(states).toSorted());
  });

  test.each(['nonembedded.pdf', 'nonembedded-sjisname.pdf'])('every page of %s shows its text', async (name) => {
    for (const page of await collectPages(`${corpus}/kinds/${name}`)) {
      const ink = await findInk(page);
      expect(ink!.pixels, `page ${page.content.index}`).toBeGreaterThan(10_000);
    }
  });
});

/** The file's state, or what it took too much of. */
async function measure(path: string): Promise<string | number> {
  const memory = watchMemory(path);
  try {
    const drawn: number[] = [];
    let count = 0;
    await processPdf(path, {
      only: drawnPages,
      onDocument: async ({ pageCount }) => {
        count = pageCount;
      },
      onPage: async ({ index }) => {
        drawn.push(index);
      },
    });
    expect(drawn).toEqual(drawnPages.slice(0, count));
    return count > drawn.length ? (await readPdf(path)).pages.length : count;
  } catch (error) {
    if (error instanceof PdfError) return error.code;
    throw error;
  } finally {
    expect(memory.stop()).toBeLessThan(maximumKibibytes);
  }
}

/** Follows the largest memory of the children at work on a file, in KiB. */
function watchMemory(path: string): { stop: () => number } {
  let most = 0;
  const timer = setInterval(() => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path)) continue;
        most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
      } catch {
        // Gone in between.
      }
    }
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}
