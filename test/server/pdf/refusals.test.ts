import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pdfErrorSentences } from '../../../server/features/documents/pdf-sentences.ts';
import { checkPdf } from '../../../server/pdf/check-pdf.ts';
import { PdfError } from '../../../server/pdf/pdf-error.ts';
import { processPdf, readPdf } from '../../../server/pdf/process-pdf.ts';
import { makePdf, stream, unknownPassword } from './make-pdf.ts';
import { collectPages, usePdfFolder } from './pdf-files.ts';

const save = usePdfFolder();
const pages = (count: number) => makePdf({ pages: Array.from({ length: count }, () => ({ content: '' })) });

test.each([
  ['empty', ''],
  ['not_pdf', '<!DOCTYPE html><title>404</title>'],
  ['damaged', `%PDF-1.7\n${'abc '.repeat(5_000)}`],
  ['damaged', makePdf({ pages: [{ content: '' }] }).subarray(0, 200)],
])('is %s', async (code, content) => {
  const path = await save(`${code}.pdf`, content);
  await expect(readPdf(path)).rejects.toMatchObject({ name: 'PdfError', code, retryable: false });
});

test.each([
  ['empty', ''],
  ['not_pdf', '<!DOCTYPE html><title>404</title>'],
  ['password_needed', makePdf({ pages: [{ content: '' }], trailer: unknownPassword })],
  [null, pages(1)],
  // what needs to be read is told once it is read
  [null, makePdf({ pages: [{ content: '' }] }).subarray(0, 200)],
])('at once it is said to be %s', async (code, content) => {
  expect(await checkPdf(await save('checked.pdf', content))).toBe(code);
});

test('a child that is left without processor time is no refusal of its file', async () => {
  const path = await save('starved.pdf', pages(3));
  const delivered: number[] = [];
  await processPdf(path, {
    limits: { secondsPerStep: 1 },
    onDocument: async () => {
      const [child] = findChildren(path);
      process.kill(child!, 'SIGSTOP');
      setTimeout(() => process.kill(child!, 'SIGCONT'), 1_500);
    },
    onPage: async ({ index }) => {
      delivered.push(index);
    },
  });
  expect(delivered).toEqual([1, 2, 3]);
});

const form = (content: string, resources: string) =>
  stream(`/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<${resources}>>`, content);
/** Each form draws the one before it a dozen times. */
const nested = [0, 1, 2, 3, 4, 5, 6, 7].map((depth) => form('/X Do '.repeat(12), `/XObject<</X {${depth}}>>`));
const tile = '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .0005/YStep .0005/Resources<<>>';

test.each([
  ['memory', [form('0 0 400 400 re f', ''), ...nested]],
  ['processor time', [stream(tile, '0 0 1 1 re f'), form('/Pattern cs /P scn 0 0 595 842 re f', '/Pattern<</P {0}>>')]],
])('a page that takes more %s than a page may is left blank, and the others are read', async (_, objects) => {
  const heavy = { content: '/Y Do', xObjects: { Y: objects.length - 1 } };
  const path = await save('heavy.pdf', makePdf({ pages: [{ content: '' }, heavy, { content: '' }], objects }));
  const collected = await collectPages(path, { limits: { secondsPerStep: 1.5 } });
  expect(collected.map(({ index, problem }) => [index, problem])).toEqual([
    [1, null],
    [2, 'too_complex'],
    [3, null],
  ]);
  const alone = await save('alone.pdf', makePdf({ pages: [heavy], objects }));
  const processing = collectPages(alone, { limits: { secondsPerStep: 1 } });
  await expect(processing).rejects.toMatchObject({ code: 'too_complex', page: 1, retryable: false });
});

test('a child reads its own program and its file, and neither the server’s secrets nor its environment', async () => {
  const path = await save('watched.pdf', pages(3));
  await processPdf(path, {
    onDocument: async () => {
      const [child] = findChildren(path);
      const [program, ...parameters] = readFileSync(`/proc/${child}/cmdline`, 'utf8').split('\0');
      const given = parameters.filter((parameter) => parameter.startsWith('--'));
      expect(given).toContain('--permission');
      const environment = readFileSync(`/proc/${child}/environ`, 'utf8').split('\0').filter(Boolean);
      expect(environment.map((line) => line.split('=')[0])).toEqual(['MALLOC_ARENA_MAX', 'MALLOC_MMAP_THRESHOLD_']);
      const tries = [
        ...[path, '/etc/passwd', '/proc/self/environ'].map((file) => `readFileSync(${JSON.stringify(file)})`),
        `writeFileSync(${JSON.stringify(`${path}.written`)}, 'x')`,
      ];
      for (const attempt of tries) {
        const script = `const { readFileSync, writeFileSync } = require('node:fs'); ${attempt}`;
        const tried = spawnSync(program!, [...given, '--eval', script], { encoding: 'utf8' });
        expect([tried.status, tried.stderr], attempt).toEqual([1, expect.stringContaining('ERR_ACCESS_DENIED')]);
      }
      const running = spawnSync(program!, [...given, '--eval', "require('node:child_process').spawnSync('true')"]);
      expect(running.status).toBe(1);
    },
    onPage: async () => {},
  });
});

test('a missing file is no state of a PDF', async () => {
  const failure = await readPdf('/nowhere/at-all.pdf').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(PdfError);
});

test('every state has a sentence that ends with what to do', () => {
  for (const sentence of Object.values(pdfErrorSentences)) expect(sentence).toMatch(/ください。$/);
});

test('a child that is killed from outside is an interruption, which may be tried again', async () => {
  const path = await save('killed.pdf', pages(200));
  const processing = processPdf(path, {
    onDocument: async () => {},
    onPage: async () => {
      for (const child of findChildren(path)) process.kill(child, 'SIGKILL');
    },
  });
  await expect(processing).rejects.toMatchObject({ code: 'interrupted', retryable: true });
});

test('an abort ends the child and rejects with its reason', async () => {
  const path = await save('aborted.pdf', pages(200));
  const abort = new AbortController();
  const reason = new Error('the server stops');
  const processing = processPdf(path, {
    signal: abort.signal,
    onDocument: async () => {},
    onPage: async () => abort.abort(reason),
  });
  await expect(processing).rejects.toBe(reason);
  expect(findChildren(path)).toEqual([]);
});

test('an error of the taker ends the child and comes through', async () => {
  const path = await save('taker.pdf', pages(200));
  const full = new Error('no space left');
  const processing = processPdf(path, { onDocument: async () => {}, onPage: () => Promise.reject(full) });
  await expect(processing).rejects.toBe(full);
  expect(findChildren(path)).toEqual([]);
});

test('a child ends when its parent is gone', async () => {
  const path = await save('orphan.pdf', pages(3_000));
  const parent = await startParent(path);
  while (findChildren(path).length === 0) await wait(20);
  process.kill(parent, 'SIGKILL');
  const deadline = Date.now() + 10_000;
  while (findChildren(path).length > 0 && Date.now() < deadline) await wait(50);
  expect(findChildren(path)).toEqual([]);
});

/** A process that takes the pages of a PDF as slowly as can be. */
async function startParent(path: string): Promise<number> {
  const { spawn } = await import('node:child_process');
  const module = new URL('../../../server/pdf/process-pdf.ts', import.meta.url).href;
  const script = `import { processPdf } from ${JSON.stringify(module)};
    const never = () => new Promise(() => setInterval(() => {}, 1000));
    await processPdf(${JSON.stringify(path)}, { onDocument: never, onPage: never });`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }).pid!;
}

/** The processes of the PDF program at work on the given file. */
function findChildren(path: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return pid > 0 && /pdf\/(?:child\/)?main\.[jt]s/.test(command) && command.includes(path);
      } catch {
        return false;
      }
    });
}

/** A file whose page 2 is no page: its object is empty. */
function withoutSecondPage(): Buffer {
  const sound = pages(3).toString('latin1');
  const [, second] = /Kids\[\d+ 0 R (\d+) 0 R/.exec(sound)!;
  const broken = sound.replace(new RegExp(`(\n${second} 0 obj\n)(<<.*>>)`), (_, start: string, page: string) => {
    return start + 'null'.padEnd(page.length);
  });
  return Buffer.from(broken, 'latin1');
}

test('a page that is not there is left blank, and the others are read', async () => {
  const collected = await collectPages(await save('gap.pdf', withoutSecondPage()));
  expect(collected.map(({ index, problem }) => [index, problem])).toEqual([
    [1, null],
    [2, 'damaged'],
    [3, null],
  ]);
});

test('what of the text is damaged beyond reading is measured, and nothing of what is sound', async () => {
  const packed = (text: string) => {
    const data = deflateSync(text).toString('latin1');
    return `<</Filter/FlateDecode/Length ${data.length}>>stream\n${data}\nendstream`;
  };
  const line = (at: number) => `BT /F1 9 Tf 50 700 Td (${at} ${Math.sin(at)}) Tj ET\n`;
  const text = Array.from({ length: 400 }, (_, at) => line(at)).join('');
  const sound = makePdf({ pages: [{ content: '' }], objects: [packed(text), packed(text)] });
  expect(await measure(sound)).toBe(0);
  const broken = Buffer.from(sound);
  const start = broken.lastIndexOf('FlateDecode');
  for (let at = start + 2_000; at < start + 2_400; at++) broken[at]! ^= (at * at) % 251;
  const part = await measure(broken);
  expect(part).toBeGreaterThan(0.2);
  expect(part).toBeLessThan(0.5);
  expect(await measure(makePdf({ pages: [{ content: '' }] }))).toBe(0);
});

async function measure(pdf: Buffer): Promise<number | null> {
  let part: number | null = null;
  await processPdf(await save('measured.pdf', pdf), {
    onDocument: async ({ unreadablePart }) => {
      part = unreadablePart;
    },
    onPage: async () => {},
  });
  return part;
}
