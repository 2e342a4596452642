import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DemoLinks } from '../demo-city/build-city.ts';

export interface DemoPortal {
  readonly links: DemoLinks;
  readonly origin: string;
  /** MiB: the server's largest resident set so far. */
  peakMemory(): Promise<number>;
  /** Seconds of CPU that the server and its children have used so far. */
  cpuSeconds(): Promise<number>;
  close(): Promise<void>;
}

const script = fileURLToPath(new URL('../demo.ts', import.meta.url));
const firstStart = 900_000;
const ticksPerSecond = 100;

/**
 * The demonstration city in a process and a folder of its own; in the folder BENCH_DATA, which is kept, where that is set.
 * `core`: the one core that it may use.
 */
export async function startDemoPortal({
  core,
  logLevel = 'error',
}: {
  core?: number;
  logLevel?: string;
} = {}): Promise<DemoPortal> {
  const kept = process.env.BENCH_DATA;
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'kurabe-bench-')));
  const { PUBLIC_URL: _, DATABASE_URL: __, ...environment } = process.env;
  const pinned = core === undefined ? [] : ['taskset', '-c', String(core)];
  const [program = '', ...parameters] = [...pinned, process.execPath, script];
  const child = spawn(program, parameters, {
    env: { ...environment, KURABE_DATA: folder, LOG_LEVEL: logLevel },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const close = async () => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
    if (kept === undefined) await rm(folder, { recursive: true });
  };
  const started = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => text.toString().includes('Ctrl-C') && resolve());
    child.once('close', () => reject(new Error('the demonstration did not start')));
    setTimeout(() => reject(new Error('the demonstration took too long')), firstStart).unref();
  });
  await started;
  const links = JSON.parse(await readFile(join(folder, 'demo-links.json'), 'utf8')) as DemoLinks;
  return {
    links,
    origin: new URL(links.member.url).origin,
    peakMemory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    cpuSeconds: () => cpuSecondsOf(child.pid!),
    close,
  };
}

/** By Linux's /proc: of the process and of those it started that still run. */
async function cpuSecondsOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').filter(Boolean);
  const theirs = await Promise.all(children.map((child) => cpuSecondsOf(Number(child)).catch(() => 0)));
  return theirs.reduce((sum, one) => sum + one, (Number(fields[11]) + Number(fields[12])) / ticksPerSecond);
}
