import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { type ConversionLimits, convertToPdf } from '../../../server/conversion/convert-to-pdf.ts';
import { type Converter, findConverter } from '../../../server/conversion/find-converter.ts';
import { makePaper } from '../../pdf.ts';
import { wordDocument } from './office-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'kurabe-conversion-'));
afterAll(() => rm(folder, { recursive: true }));

const pdf = makePaper(1, 'made');
writeFileSync(join(folder, 'ready.pdf'), pdf);
const paper = join(folder, '元の文書');
writeFileSync(paper, wordDocument('地域包括支援センター'));

let count = 0;
/** A program that is called and answers like soffice; `body` is what it does with $out, the folder, and $paper. */
async function program(body: string): Promise<Converter> {
  count += 1;
  const place = join(folder, `program-${count}`);
  mkdirSync(place);
  const path = join(place, 'soffice');
  const text = `#!/bin/sh
case "$*" in *--version*) echo "LibreOffice 0.1.2 of the test"; exit 0;; esac
while [ $# -gt 1 ]; do case "$1" in --outdir) out="$2";; -env:UserInstallation=*) profile="\${1#*file://}";; esac; shift; done
paper="$1"
${body}
`;
  writeFileSync(path, text, { mode: 0o755 });
  const found = await findConverter(path);
  expect(found?.version).toBe('LibreOffice 0.1.2 of the test');
  return found!;
}

const work = join(folder, 'work');
const convert = (converter: Converter, limits: Partial<ConversionLimits> = {}, signal = new AbortController().signal) =>
  convertToPdf(converter, { path: paper, format: 'docx', folder: work, limits, signal }, (content) =>
    buffer(content as AsyncIterable<Buffer>),
  );
const makes = `mkdir -p "$out" && cp "${join(folder, 'ready.pdf')}" "$out/paper.pdf"`;
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const noted = (name: string) => Number(readFileSync(join(folder, name), 'utf8'));

test('the PDF is given, and nothing is left of its making', async () => {
  const converter = await program(`
    cp "$profile/user/registrymodifications.xcu" "${folder}/profile.xcu"; env > "${folder}/environment"
    cp "$paper" "${folder}/seen"; sleep 100 & echo $! > "${folder}/left"; ${makes}`);
  process.env.KURABE_SECRET_OF_TEST = 'secret';
  expect(await convert(converter)).toEqual(pdf);
  delete process.env.KURABE_SECRET_OF_TEST;
  expect(readFileSync(join(folder, 'seen'))).toEqual(readFileSync(paper));
  expect(readFileSync(join(folder, 'profile.xcu'), 'utf8')).toContain(
    '"DisableMacrosExecution" oor:op="fuse"><value>true<',
  );
  expect(readFileSync(join(folder, 'environment'), 'utf8')).not.toContain('SECRET');
  expect(readdirSync(work)).toEqual([]);
  await expect.poll(() => isAlive(noted('left'))).toBe(false);
});

test('what it refers to in the network is out of its reach where the system allows that', async () => {
  const converter = await program(`cat /proc/net/dev > "${folder}/devices"; ${makes}`);
  if (converter.isolation.length === 0 || !existsSync('/proc/net/dev')) return;
  await convert(converter);
  const devices = readFileSync(join(folder, 'devices'), 'utf8').match(/^\s*\w+:/gm) ?? [];
  expect(devices.map((name) => name.trim())).toEqual(['lo:']);
});

test('one that hangs is ended with all that it started, by the clock', async () => {
  const converter = await program(`sleep 100 & echo $! > "${folder}/hanging"; wait`);
  await expect(convert(converter, { clockSeconds: 1 })).rejects.toMatchObject({ code: 'too_slow' });
  await expect.poll(() => isAlive(noted('hanging'))).toBe(false);
  expect(readdirSync(work)).toEqual([]);
});

test('one that works without an end is ended by its processor time', async () => {
  const converter = await program('while :; do :; done');
  await expect(convert(converter, { seconds: 1 })).rejects.toMatchObject({ code: 'too_slow' });
});

test('one that fails, makes nothing, or writes without an end is told', async () => {
  const failing = await program('echo "source file could not be loaded" >&2; exit 77');
  await expect(convert(failing)).rejects.toMatchObject({
    code: 'failed',
    message: expect.stringContaining('not be loaded'),
  });
  await expect(convert(await program('exit 0'))).rejects.toMatchObject({ code: 'failed' });
  const writing = await program('mkdir -p "$out"; exec cat /dev/zero > "$out/paper.pdf"');
  await expect(convert(writing, { writtenMebibytes: 1 })).rejects.toMatchObject({ code: 'failed' });
  expect(readdirSync(work)).toEqual([]);
});

test('a portal that stops ends it and begins it anew later', async () => {
  const converter = await program(`echo $$ > "${folder}/stopped"; sleep 100`);
  const stop = new AbortController();
  const converting = convert(converter, {}, stop.signal);
  await expect.poll(() => existsSync(join(folder, 'stopped')) && noted('stopped') > 0).toBe(true);
  stop.abort(new Error('the portal stops'));
  await expect(converting).rejects.toThrow('the portal stops');
  await expect.poll(() => isAlive(noted('stopped'))).toBe(false);
});

test('what does not answer like LibreOffice is none', async () => {
  const path = join(folder, 'other');
  writeFileSync(path, '#!/bin/sh\necho something else\n', { mode: 0o755 });
  expect(await findConverter(path)).toBe(null);
  expect(await findConverter(join(folder, 'nothing'))).toBe(null);
});

const installed = await findConverter(undefined);

test.skipIf(installed === null)('LibreOffice itself makes a PDF', { timeout: 300_000 }, async () => {
  const made = await convert(installed!);
  expect(made.subarray(0, 5).toString()).toBe('%PDF-');
});
