import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { processPdf } from '../../../server/pdf/process-pdf.ts';
import { dismissChild, prepareChild } from '../../../server/pdf/start-child.ts';
import { makePdf, stream } from './make-pdf.ts';
import { collectPages, usePdfFolder } from './pdf-files.ts';

const save = usePdfFolder();
afterAll(dismissChild);
const textPage = (text: string) => ({ content: `BT /F1 24 Tf 100 700 Td (${text}) Tj ET` });
const paper = (...texts: string[]) => makePdf({ pages: texts.map(textPage) });

test('a child that was ready reads the one file it is given, and nothing else; the next file has another', async () => {
  prepareChild();
  const [ready] = waitingChildren();
  const path = await save('first.pdf', paper('one', 'two'));
  expect(whatMayBeRead(ready!, [path, '/etc/passwd', '/proc/self/environ'])).toEqual([]);
  let atWork = '';
  const texts: string[] = [];
  await processPdf(path, {
    onDocument: async () => {
      atWork = commandOf(ready!);
    },
    onPage: async ({ text }) => {
      texts.push(text);
    },
  });
  expect(texts).toEqual(['one', 'two']);
  expect(atWork).toContain(path);
  expect(waitingChildren()).toEqual([]);

  prepareChild();
  const [next] = waitingChildren();
  expect(next).not.toBe(ready);
  const [page] = await collectPages(await save('second.pdf', paper('three')));
  expect(page!.text).toBe('three');
});

test('asked twice there is one child that is ready, and none reads what is no whole paper', async () => {
  prepareChild();
  prepareChild();
  const waiting = waitingChildren();
  expect(waiting).toHaveLength(1);
  const path = await save('part.pdf', paper('one', 'two'));
  const [page] = await collectPages(path, { only: [2] });
  expect(page!.text).toBe('two');
  expect(waitingChildren()).toEqual(waiting);
});

test('the limits of its request are those of a child that was ready', async () => {
  prepareChild();
  const tile = '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.01/YStep 0.01/Resources<<>>';
  const form = '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Pattern<</P {0}>>>>';
  const objects = [stream(tile, '0 0 1 1 re f'), stream(form, '/Pattern cs /P scn 0 0 595 842 re f')];
  const pages = [{ content: '/Y Do', xObjects: { Y: 1 } }];
  const processing = collectPages(await save('slow.pdf', makePdf({ pages, objects })), {
    limits: { secondsPerStep: 1 },
  });
  await expect(processing).rejects.toMatchObject({ code: 'too_complex', page: 1 });
});

test('a child that was killed while it waited makes way for another', async () => {
  prepareChild();
  const [killed] = waitingChildren();
  process.kill(killed!, 'SIGKILL');
  await expect.poll(waitingChildren).toEqual([]);
  const [page] = await collectPages(await save('after.pdf', paper('one')));
  expect(page!.text).toBe('one');
});

/** Which of the files a program with the rights of a child can read. */
function whatMayBeRead(child: number, files: readonly string[]): string[] {
  const [program, ...parameters] = commandOf(child).split('\0');
  const rights = parameters.filter((parameter) => parameter.startsWith('--'));
  expect(rights).toContain('--permission');
  return files.filter((file) => {
    const script = `require('node:fs').readFileSync(${JSON.stringify(file)})`;
    return spawnSync(program!, [...rights, '--eval', script]).status === 0;
  });
}

/** The processes of this one that were started before there was a file. */
function waitingChildren(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && commandOf(pid).includes('{"place":') && parentOf(pid) === process.pid);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function parentOf(pid: number): number {
  return Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
