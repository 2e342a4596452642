import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serverAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { clusterOf, createCluster, refuseForeignData, refuseForeignOwner, superuser } from './cluster.ts';
import { lockFolder, socketPathLimit } from './lock.ts';
import { DatabaseRefusal } from './refusal.ts';
import { type ServerOptions, type ServerProcess, startServer } from './server-process.ts';
import { endSurvivors } from './survivors.ts';

/** Between attempts to start a server that ended by itself, growing. */
const retryMilliseconds = { first: 100, longest: 5_000 };

export interface EmbeddedServer {
  /** As a PostgreSQL client takes it: postgresql://…, through a socket in the cluster's folder. */
  url: string;
  close(): Promise<void>;
}

/**
 * Starts the portal's own PostgreSQL on `folder`, created where it is missing, for this process alone; starts it again
 * where it ends by itself, and ends it with this process, also when that is killed. The folder holds postgresql-18/
 * (PostgreSQL's own), postgresql.log and the lock. Throws DatabaseRefusal.
 */
export async function openEmbedded(
  folder: string,
  onError: (error: unknown) => void,
  changes: ServerOptions['changes'] = {},
): Promise<EmbeddedServer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const opened: (() => unknown)[] = [];
  const close = async () => {
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  try {
    const lock = await lockFolder(folder);
    opened.push(lock.release);
    refuseForeignData(folder);
    const cluster = clusterOf(folder);
    refuseForeignOwner(cluster);
    const account = serverAccount(cluster);
    const binaries = findBinaries(account, join(folder, 'programs'));
    opened.push(binaries.release);
    if (!existsSync(cluster)) await createCluster(folder, binaries.folder, account);
    const address = socketFolder(cluster);
    opened.push(address.release);
    const options = { binaries: binaries.folder, cluster, account, log: join(folder, 'postgresql.log'), changes };
    opened.push(await keepRunning(options, onError));
    return { url: urlOf(address.path), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Resolves once it runs, with the function that ends it. */
async function keepRunning(options: ServerOptions, onError: (error: unknown) => void): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const start = async () => {
    await endSurvivors(options.cluster);
    return startServer(options);
  };
  let running = await start();
  const follow = async () => {
    for (;;) {
      await running.ended;
      if (signal.aborted) return;
      onError(new Error('the embedded PostgreSQL ended by itself and is started again'));
      running = (await untilStarted(start, signal, onError)) ?? running;
    }
  };
  const followed = follow();
  return async () => {
    stopping.abort();
    await running.stop();
    await followed;
    // one that was about to start as it was stopped
    await running.stop();
  };
}

/** Tries until it runs; null where that is no longer wanted. */
async function untilStarted(
  start: () => Promise<ServerProcess>,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<ServerProcess | null> {
  for (let pause = retryMilliseconds.first; !signal.aborted; pause = Math.min(pause * 2, retryMilliseconds.longest)) {
    try {
      return await start();
    } catch (error) {
      onError(error);
      await wait(pause, undefined, { signal }).catch(() => {});
    }
  }
  return null;
}

/** The address of a portal's server that runs in `folder` already, to be used beside it; undefined where none does. */
export function runningServer(folder: string): string | undefined {
  const cluster = clusterOf(folder);
  return existsSync(join(cluster, 'postmaster.pid')) ? urlOf(socketFolder(cluster).path) : undefined;
}

const urlOf = (path: string) => `postgresql://${superuser}@localhost/postgres?host=${encodeURIComponent(path)}`;

/** The folder of the socket under a name that a socket's path may have, however deep it lies. */
function socketFolder(cluster: string): { path: string; release(): void } {
  if (Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= socketPathLimit) return { path: cluster, release: () => {} };
  if (process.platform !== 'linux')
    throw new DatabaseRefusal(
      `データの場所 ${cluster} は深すぎて、データベースを始められません。KURABE_DATA に、より短い場所を指定してください。`,
    );
  const descriptor = openSync(cluster, 'r');
  return { path: `/proc/self/fd/${descriptor}`, release: () => closeSync(descriptor) };
}
