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
  close(): Promise<void>;
}

const script = fileURLToPath(new URL('../demo.ts', import.meta.url));
const firstStart = 180_000;

/** The demonstration city in a process and a folder of its own. */
export async function startDemoPortal(): Promise<DemoPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-bench-'));
  const { PUBLIC_URL: _, DATABASE_URL: __, ...environment } = process.env;
  const child = spawn(process.execPath, [script], {
    env: { ...environment, KURABE_DATA: folder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const close = async () => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true });
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
    close,
  };
}
