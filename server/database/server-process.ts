import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from './account.ts';
import { DatabaseRefusal } from './refusal.ts';

/** Longer than any replay of the 256 MB that are written between two checkpoints. */
const startMilliseconds = 120_000;
const pollMilliseconds = 10;
/** Fast shutdown, then immediate, after which the next start replays the log. */
const stopMilliseconds = { fast: 6_000, immediate: 2_000 };

/** For an office's own database beside the portal, in a container too: little memory, no network, everything on the disk. */
const settings: Record<string, string> = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  max_connections: '40',
  shared_buffers: '64MB',
  // pages reserved in advance, and /dev/shm, are not to be had everywhere
  huge_pages: 'off',
  dynamic_shared_memory_type: 'mmap',
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  jit: 'off',
  // nobody copies its log
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // no values of anybody's rows
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
};

/** Ends the server when whoever started it is gone, however it went: its end closes the pipe. */
const watch = `trap '' INT TERM HUP; read -r _; kill -INT "$1" || exit 0
for second in 1 2 3 4 5 6 7 8 9 10; do sleep 1; kill -0 "$1" || exit 0; done 2>/dev/null; kill -QUIT "$1"`;

export interface ServerOptions {
  /** The folder of the postgres program. */
  binaries: string;
  cluster: string;
  account: Account | undefined;
  /** What it reports goes to this file; the report before is kept beside it. */
  log: string;
  /** Besides or instead of those for an office; null leaves one out. */
  changes?: Record<string, string | null>;
}

export interface ServerProcess {
  /** Resolves when it has ended, by itself or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL with its socket in the cluster's folder, and waits until it takes connections. Throws DatabaseRefusal. */
export async function startServer({ binaries, cluster, account, log, changes }: ServerOptions): Promise<ServerProcess> {
  const output = openLog(log);
  const parameters = Object.entries({ ...settings, ...changes })
    .filter(([, value]) => value !== null)
    .flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(binaries, 'postgres'), ['-D', standing(cluster, account), '-k', '.', ...parameters], {
    ...account,
    cwd: cluster,
    env: { LC_ALL: 'C' },
    // Ctrl-C in a terminal is the portal's to answer
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  server.unref();
  const ended = new Promise<void>((resolve) => {
    server.once('error', () => resolve());
    server.once('exit', () => resolve());
  });
  const watcher = server.pid === undefined ? undefined : startWatcher(server.pid, account);
  ended.then(() => watcher?.kill('SIGKILL'));
  const stop = () => stopServer(server, ended);
  try {
    await untilReady(server, join(cluster, 'postmaster.pid'), log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ended, stop };
}

/** How the folder is named to a process that stands in it: as where it stands, if a folder above is closed to the account. */
export function standing(folder: string, account: Account | undefined): string {
  if (!account) return folder;
  for (let above = dirname(folder); ; above = dirname(above)) {
    const open = (statSync(above).mode & 0o001) !== 0;
    if (!open && process.platform === 'linux') return '/proc/self/cwd';
    if (above === dirname(above)) return folder;
  }
}

function openLog(path: string): number {
  try {
    renameSync(path, `${path}.1`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return openSync(path, 'a', 0o600);
}

function startWatcher(pid: number, account: Account | undefined): ChildProcess {
  const watcher = spawn('/bin/sh', ['-c', watch, 'sh', String(pid)], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => {});
  watcher.unref();
  (watcher.stdin as { unref?(): void } | null)?.unref?.();
  return watcher;
}

async function untilReady(server: ChildProcess, pidFile: string, log: string): Promise<void> {
  for (let waited = 0; waited < startMilliseconds; waited += pollMilliseconds) {
    if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) break;
    if (isReady(pidFile, server.pid)) return;
    await wait(pollMilliseconds);
  }
  const reported = readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' / ');
  throw new DatabaseRefusal(
    `組み込みのデータベースを始められません（${reported || 'PostgreSQL が応答しません'}）。ディスクの空きと、データの場所に書き込めることを確かめてください。記録は ${log} にあります。`,
  );
}

/** The eighth line of postmaster.pid says so. */
function isReady(pidFile: string, pid: number): boolean {
  try {
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function stopServer(server: ChildProcess, ended: Promise<void>): Promise<void> {
  const gone = ended.then(() => true);
  server.kill('SIGINT');
  if (await Promise.race([gone, wait(stopMilliseconds.fast, false)])) return;
  server.kill('SIGQUIT');
  if (await Promise.race([gone, wait(stopMilliseconds.immediate, false)])) return;
  server.kill('SIGKILL');
  await ended;
}
