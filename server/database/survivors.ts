import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, type StatsBase, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const pollMilliseconds = 20;
/** Each signal and the time it gets: fast shutdown, immediate shutdown, and the end. */
const steps = [
  ['SIGINT', 8_000],
  ['SIGQUIT', 3_000],
  ['SIGKILL', 3_000],
] as const;

/**
 * Ends what an earlier portal left at work on this cluster: a server that outlived a kill -9, or its last processes after
 * it was itself killed. The caller holds the folder's lock, so nobody else needs them.
 */
export async function endSurvivors(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const server = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]) : Number.NaN;
  for (const [signal, milliseconds] of steps) {
    for (let waited = 0; waited < milliseconds; waited += pollMilliseconds) {
      const alive = survivors(cluster, server);
      if (alive.length === 0) return removeLocks(cluster, server);
      // The processes of a server end with it; without it they end by themselves, or not at all.
      if (waited === 0) for (const pid of alive.includes(server) ? [server] : alive) kill(pid, signal);
      await wait(pollMilliseconds);
    }
  }
  throw new Error(`PostgreSQL processes of ${cluster} cannot be ended`);
}

/**
 * PostgreSQL looks only at the number in a lock, which may belong to somebody else by now (after the restart of a container,
 * say), or to a process that nobody has buried, and would not start. A lock that names nobody it removes by itself, with the
 * shared memory that it tells of.
 */
function removeLocks(cluster: string, server: number): void {
  if (!isAlive(server)) return;
  for (const lock of ['postmaster.pid', '.s.PGSQL.5432.lock']) rmSync(join(cluster, lock), { force: true });
}

/** PostgreSQL's processes all stand in the cluster's folder; where there is no /proc, by the number it wrote down. */
function survivors(cluster: string, server: number): number[] {
  if (!existsSync('/proc/self/cwd')) {
    const shown = spawnSync('ps', ['-o', 'comm=', '-p', String(server)], { encoding: 'utf8' }).stdout ?? '';
    return shown.includes('postgres') ? [server] : [];
  }
  const place = statSync(cluster, { bigint: true });
  return readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && standsIn(pid, place));
}

function standsIn(pid: number, place: StatsBase<bigint>): boolean {
  try {
    const { dev, ino } = statSync(`/proc/${pid}/cwd`, { bigint: true });
    return dev === place.dev && ino === place.ino;
  } catch {
    // gone, a zombie, or somebody else's
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
