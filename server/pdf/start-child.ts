import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, symlink } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { setPriority, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { childProgram, readableByChild } from './child-program.ts';
import type { ChildRequest, WaitingChild } from './frames.ts';

/**
 * No programs, no writing, and nothing to read but this program and what it is made of (the file is its standard input): a
 * PDF that took the child over could only make wrong pages.
 */
const readable = readableByChild.map((path) => `--allow-fs-read=${path}`);
const permissions = ['--permission', ...readable, '--allow-addons', '--allow-worker'];
const quiet = ['ExperimentalWarning', 'SecurityWarning'].map((warning) => `--disable-warning=${warning}`);
const nodeOptions = [...permissions, ...quiet, '--max-old-space-size=192'];
/** glibc would keep what the encoder frees for later: a fifth more memory. */
const allocator = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '1000000' };
const backgroundPriority = 5;
/** Milliseconds: a file that is on its way for longer finds no child ready. */
const longestWait = 60_000;

export interface StartedChild {
  readonly child: ChildProcess;
  /** Resolves when it has ended and all that it said is here. */
  readonly ended: Promise<unknown>;
}

interface ReadyChild extends StartedChild {
  /** The one path it may read beside its program: there its file is laid. */
  readonly place: string;
  readonly timer: NodeJS.Timeout;
}

let ready: ReadyChild | undefined;

/** Keeps one child ready for the next whole paper, as its file begins to arrive; it has never read another file. */
export function prepareChild(): void {
  if (ready) {
    ready.timer.refresh();
    return;
  }
  const folder = makeFolder();
  // one is started when the file is there
  if (folder === null) return;
  const place = join(folder, 'paper.pdf');
  const started = spawnChild({ place }, 'pipe', [`--allow-fs-read=${place}`]);
  const { child } = started;
  child.stdin!.on('error', () => {});
  const timer = setTimeout(() => child.kill('SIGKILL'), longestWait);
  const mine = { ...started, place, timer };
  ready = mine;
  child.once('exit', () => {
    clearTimeout(timer);
    if (ready === mine) ready = undefined;
    rmSync(folder, { recursive: true, force: true });
  });
  keepAlive(mine, false);
}

/** No file is awaited any more. */
export function dismissChild(): void {
  ready?.child.kill('SIGKILL');
}

/** Starts the child of a request, or gives the request to the one that is ready. Rejects where the file cannot be opened. */
export async function startChild(request: ChildRequest): Promise<StartedChild> {
  const file = await open(request.path, 'r');
  try {
    const waiting = isWhole(request) ? takeReady() : undefined;
    if (!waiting) return spawnChild(request, file.fd, []);
    const { child, place } = waiting;
    await symlink(resolve(request.path), place);
    child.stdin!.end(JSON.stringify(request));
    return waiting;
  } finally {
    await file.close();
  }
}

const isWhole = ({ pictures, only }: ChildRequest) => pictures && only === null;

function takeReady(): ReadyChild | undefined {
  const taken = ready;
  ready = undefined;
  if (taken) {
    clearTimeout(taken.timer);
    keepAlive(taken, true);
  }
  return taken;
}

function spawnChild(given: ChildRequest | WaitingChild, input: number | 'pipe', options: string[]): StartedChild {
  const child = spawn(process.execPath, [...nodeOptions, ...options, childProgram('main'), JSON.stringify(given)], {
    stdio: [input, 'ignore', 'pipe', 'pipe'],
    // Nothing of the server's environment, where its secrets are.
    env: allocator,
  });
  // Drawing a whole document gives way to the server, and to first pages.
  const isBackground = 'place' in given || isWhole(given);
  if (isBackground && child.pid !== undefined) setPriority(child.pid, backgroundPriority);
  const ended = once(child, 'close');
  // whoever waits for it is told
  ended.catch(() => {});
  return { child, ended };
}

/** Whether the server goes on for the sake of a child. */
function keepAlive({ child, timer }: ReadyChild, isWanted: boolean): void {
  const handles = [child, timer, ...(child.stdio as (Socket | null)[])];
  for (const handle of handles) isWanted ? handle?.ref() : handle?.unref();
}

/** Null where nothing can be written. */
function makeFolder(): string | null {
  try {
    return mkdtempSync(join(tmpdir(), 'kurabe-child-'));
  } catch {
    return null;
  }
}
