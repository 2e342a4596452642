import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DemoLinks } from '../demo-city/build-city.ts';

export interface DemoPortal {
  readonly links: DemoLinks;
  readonly origin: string;
  /** Seconds from the command until it listens, with the city's data. */
  readonly startSeconds: number;
  /** MiB: the server's largest resident set so far, of which the making of the city is no part. */
  peakMemory(): Promise<number>;
  /** MiB: what the server and its children hold together, the database among them, shared pages once; the largest sum until it is stopped. */
  watchMemory(): { stop(): number };
  /** Seconds of CPU that the server and its children have used so far. */
  cpuSeconds(): Promise<number>;
  close(): Promise<void>;
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const root = at('../../');
const longestStart = 900_000;
const longestWork = 120_000;
/** Of processor time in two seconds. */
const idleSeconds = 0.1;
const ticksPerSecond = 100;
/** Milliseconds. */
const memoryInterval = 250;

/**
 * The portal with the demonstration city in a process and a folder of its own; in the folder BENCH_DATA, which is kept, where
 * that is set, and on the database BENCH_DATABASE_URL, an empty one. `core`: the one core that it may use.
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
  const { PUBLIC_URL: _, DATABASE_URL: __, BENCH_DATABASE_URL, ...inherited } = process.env;
  const database = BENCH_DATABASE_URL === undefined ? {} : { DATABASE_URL: BENCH_DATABASE_URL };
  const environment = { ...inherited, ...database, KURABE_DATA: resolve(folder), LOG_LEVEL: logLevel };
  await end(await start(await commandOf('demo'), environment));
  const links = JSON.parse(await readFile(join(folder, 'demo-links.json'), 'utf8')) as DemoLinks;
  const { origin, port } = new URL(links.member.url);
  const pinned = core === undefined ? [] : ['taskset', '-c', String(core)];
  const command = [...pinned, ...(await commandOf('start'))];
  const startPortal = () => start(command, { ...environment, PORT: port });
  // what of the city was still to be compared is done before anything is measured
  const working = await startPortal();
  await untilIdle(working.pid!);
  await end(working);
  const began = performance.now();
  const portal = await startPortal();
  return {
    ...{ links, origin, startSeconds: (performance.now() - began) / 1000 },
    peakMemory: async () => {
      const status = await readFile(`/proc/${portal.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    watchMemory: () => watchMemory(portal.pid!),
    cpuSeconds: () => cpuSecondsOf(portal.pid!),
    async close() {
      await end(portal);
      if (kept === undefined) await rm(folder, { recursive: true });
    },
  };
}

/** What npm runs under this name, as the process itself rather than a child of npm and a shell. */
async function commandOf(script: 'start' | 'demo'): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return ['/bin/sh', '-c', `exec env ${scripts[script]}`];
}

/** Resolves when the portal listens. */
async function start([command = '', ...parameters]: readonly string[], env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(command, parameters, { env, cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => text.toString().includes('Ctrl-C') && resolve());
    child.once('close', () => reject(new Error('the demonstration did not start')));
    setTimeout(longestStart, undefined, { ref: false }).then(() =>
      reject(new Error('the demonstration took too long')),
    );
  });
  return child;
}

/** Until it and its children take no processor time worth the name, or long enough was waited. */
async function untilIdle(pid: number): Promise<void> {
  const deadline = performance.now() + longestWork;
  let before = 0;
  for (let used = await cpuSecondsOf(pid); used - before > idleSeconds && performance.now() < deadline; ) {
    await setTimeout(2_000);
    [before, used] = [used, await cpuSecondsOf(pid)];
  }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  await ended;
}

/** By Linux's /proc: of the process and of those it started that still run. */
async function cpuSecondsOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const theirs = await Promise.all(childrenOf(pid).map((child) => cpuSecondsOf(child).catch(() => 0)));
  return theirs.reduce((sum, one) => sum + one, (Number(fields[11]) + Number(fields[12])) / ticksPerSecond);
}

function watchMemory(pid: number): { stop(): number } {
  let most = memoryOf(pid);
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, memoryInterval);
  return {
    stop() {
      clearInterval(timer);
      return Math.max(most, memoryOf(pid));
    },
  };
}

/** MiB, by the proportional set sizes of a process and of all it started; of one that has ended meanwhile nothing. */
function memoryOf(pid: number): number {
  try {
    const kibibytes = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
    return childrenOf(pid).reduce((sum, child) => sum + memoryOf(child), kibibytes / 1024);
  } catch {
    return 0;
  }
}

/** Of all its threads. */
function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
  );
}
