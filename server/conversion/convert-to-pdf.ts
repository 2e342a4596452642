import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants as copying, createReadStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OfficeFormat } from '../../domain/meetings/office-format.ts';
import { ConversionError } from './conversion-error.ts';
import { converterProfile } from './converter-profile.ts';
import { bareEnvironment, type Converter } from './find-converter.ts';

export interface ConversionLimits {
  /** Of processor time. */
  readonly seconds: number;
  /** By the clock. */
  readonly clockSeconds: number;
  /** Of address space, most of which LibreOffice reserves only. */
  readonly mebibytes: number;
  /** Of a file that it writes. */
  readonly writtenMebibytes: number;
}

/** A book of a thousand pages takes a minute. */
const usualConversionLimits: ConversionLimits = {
  ...{ seconds: 240, clockSeconds: 600, mebibytes: 6144, writtenMebibytes: 2000 },
};

export interface Conversion {
  /** The file, which stays as it is. */
  readonly path: string;
  readonly format: OfficeFormat;
  /** Where a folder of its own is made, and removed in the end. */
  readonly folder: string;
  readonly limits?: Partial<ConversionLimits>;
  readonly signal: AbortSignal;
}

const backgroundPriority = 5;
const detailLength = 1_000;
/**
 * Sets the limits, sees to it that the whole group ends in time even where this server has died meanwhile, and becomes the
 * program. $1 seconds, $2 KiB of memory, $3 blocks of 512 bytes that a file may have, $4 seconds by the clock.
 */
const limited = `ulimit -t "$1"; ulimit -v "$2"; ulimit -f "$3"; ulimit -c 0; late="$4"; shift 4
(sleep "$late"; kill -KILL -$$) </dev/null >/dev/null 2>&1 &
exec "$@"`;

/**
 * Has LibreOffice make a PDF, without macros and, where the system allows it, without a network, and gives what `take` makes
 * of it. Everything that it started and wrote is gone in the end. Throws ConversionError, or the signal's reason.
 */
export async function convertToPdf<Result>(
  converter: Converter,
  conversion: Conversion,
  take: (pdf: AsyncIterable<Uint8Array>) => Promise<Result>,
): Promise<Result> {
  const { path, format, signal } = conversion;
  signal.throwIfAborted();
  await mkdir(conversion.folder, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(conversion.folder, 'one-'));
  try {
    const paper = join(folder, `paper.${format}`);
    await copyFile(path, paper, copying.COPYFILE_FICLONE);
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), converterProfile);
    await run(converter, conversion, folder, paper);
    const pdf = join(folder, 'made', 'paper.pdf');
    const made = await stat(pdf).catch(() => null);
    if (!made?.isFile() || made.size === 0) throw new ConversionError('failed', 'nothing was made');
    return await take(createReadStream(pdf));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(
  { program, isolation }: Converter,
  { limits: wanted, signal }: Conversion,
  folder: string,
  paper: string,
): Promise<void> {
  const limits = { ...usualConversionLimits, ...wanted };
  const { seconds, clockSeconds, mebibytes, writtenMebibytes } = limits;
  const bounds = [seconds, mebibytes * 1024, writtenMebibytes * 2048, clockSeconds + 30].map(String);
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const order = [
    ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo', `-env:UserInstallation=${profile}`],
    ...['--convert-to', 'pdf', '--outdir', join(folder, 'made'), paper],
  ];
  const child = spawn('/bin/sh', ['-c', limited, 'sh', ...bounds, ...isolation, program, ...order], {
    // a group of its own, which ends as one
    ...{ cwd: folder, env: bareEnvironment(folder), detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  });
  await endOf(child, AbortSignal.any([signal, AbortSignal.timeout(clockSeconds * 1000)]), signal);
}

/** Resolves where it ended by itself and well. */
async function endOf(child: ChildProcess, limit: AbortSignal, signal: AbortSignal): Promise<void> {
  const { pid } = child;
  if (pid === undefined) throw new ConversionError('failed', 'no process could be started');
  setPriority(pid, backgroundPriority);
  let complaint = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-detailLength);
  });
  try {
    await once(child, 'exit', { signal: limit });
  } catch (error) {
    signal.throwIfAborted();
    throw limit.aborted ? new ConversionError('too_slow', 'past its time by the clock') : error;
  } finally {
    killGroup(pid);
    child.stderr!.destroy();
  }
  const { exitCode, signalCode } = child;
  // a shell between tells of a signal as 128 and its number
  if (signalCode === 'SIGXCPU' || signalCode === 'SIGKILL' || exitCode === 152 || exitCode === 137)
    throw new ConversionError('too_slow', 'past its processor time');
  if (exitCode !== 0) throw new ConversionError('failed', `it ended with ${signalCode ?? exitCode}: ${complaint}`);
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // all of it has ended already
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
