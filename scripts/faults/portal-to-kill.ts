import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { clusterOf } from '../../server/database/cluster.ts';
import { openEmbedded } from '../../server/database/embedded.ts';
import { freePort, type PortalProcess, spawnPortal } from '../../test/portal.ts';
import { processesIn } from '../../test/server/database/processes.ts';

/** embedded: the portal's own PostgreSQL. postgresql: one of its own, given to the portal by DATABASE_URL. */
export type DatabaseOfPortal = 'embedded' | 'postgresql';
export const databases: readonly DatabaseOfPortal[] = ['embedded', 'postgresql'];

/** Who is killed with -9; a child is one that reads, draws or prints. */
export type Victim = 'portal' | 'database' | 'both' | 'child';

export interface PortalToKill {
  readonly address: string;
  /** The one-time code of the first start. */
  readonly setUpCode: string;
  /** Kills and gives who it was: where there is no child, the portal. */
  kill(victim: Victim, pick: number): Promise<Victim>;
  /** Starts the portal where it is gone, and waits until it says that it is ready. */
  untilReady(): Promise<void>;
  close(): Promise<void>;
}

export async function openPortalToKill(database: DatabaseOfPortal): Promise<PortalToKill> {
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-faults-'));
  const given = database === 'postgresql' ? await openEmbedded(join(folder, 'given'), () => {}) : undefined;
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const cluster = clusterOf(join(folder, given ? 'given' : 'portal/database'));
  const environment = {
    ...{ KURABE_DATA: join(folder, 'portal'), PORT: `${port}`, PUBLIC_URL: address, LOG_LEVEL: 'silent' },
    ...(given && { DATABASE_URL: given.url }),
  };
  const start = async () => {
    const started = spawnPortal(environment);
    await started.printed(/くらべを開始しました/);
    return started;
  };
  let portal: PortalProcess | null = await start();
  const [, setUpCode = ''] = await portal.printed(/入力してください: ([\w-]+)/);

  const killPortal = async () => {
    portal?.process.kill('SIGKILL');
    await portal?.ended;
    portal = null;
  };
  return {
    address,
    setUpCode,
    async kill(victim, pick) {
      const children = portal ? childrenOf(portal.process.pid!) : [];
      if (victim === 'child' && children.length > 0) {
        killProcess(children[Math.floor(pick * children.length)]!);
        return victim;
      }
      if (victim === 'database' || victim === 'both') killDatabase(cluster, pick);
      if (victim !== 'database') await killPortal();
      return victim === 'child' ? 'portal' : victim;
    },
    async untilReady() {
      portal ??= await start();
      for (const deadline = Date.now() + 120_000; ; await wait(50)) {
        const answer = await fetch(`${address}/api/health`).catch(() => null);
        if (answer?.status === 200) return;
        if (Date.now() > deadline) throw new Error('the portal did not become ready in two minutes');
      }
    },
    async close() {
      portal?.process.kill('SIGTERM');
      await portal?.ended;
      await given?.close();
      await rm(folder, { recursive: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** The server itself, or one of its processes, upon which it throws out all of them and recovers. */
function killDatabase(cluster: string, pick: number): void {
  const processes = processesIn(cluster).map((line) => Number.parseInt(line, 10));
  const server = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  const others = processes.filter((pid) => pid !== server);
  killProcess(pick < 0.5 || others.length === 0 ? server : others[Math.floor((pick - 0.5) * 2 * others.length)]!);
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has just ended by itself
  }
}

/** Processes of the portal's own programs for PDFs and letters. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => {
      try {
        const stat = readFileSync(`/proc/${child}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return (
          parent === pid &&
          /(?:child|pdf)\/main\.[jt]s|typst-child/.test(readFileSync(`/proc/${child}/cmdline`, 'utf8'))
        );
      } catch {
        return false;
      }
    });
}
