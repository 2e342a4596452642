import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Account, accountWithoutRights } from '../server/database/account.ts';
import { openEmbedded } from '../server/database/embedded.ts';
import { standing, startServer } from '../server/database/server-process.ts';

const oldestServer = 15;

export interface PostgreSqlServer {
  /** The address of its database "postgres", as superuser. */
  url: string;
  /** postgres (PostgreSQL) 15.1 */
  version: string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL server for the tests: the oldest on this machine that the portal supports, so that no test leans on
 * what is newer; the portal's own where there is none. */
export async function startPostgreSql(): Promise<PostgreSqlServer> {
  const [oldest] = installed();
  return oldest ? startInstalled(oldest) : startOwn();
}

/** The folder with the server's programs, oldest version first. */
function installed(): { folder: string; version: string }[] {
  const onPath = (process.env.PATH ?? '').split(delimiter);
  return [...onPath, ...globSync('/usr/lib/postgresql/*/bin')]
    .filter((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')))
    .map((folder) => ({ folder, version: versionOf(folder) }))
    .filter(({ version }) => majorOf(version) >= oldestServer)
    .sort((a, b) => majorOf(a.version) - majorOf(b.version));
}

const versionOf = (folder: string) =>
  spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';

const majorOf = (version: string) => Number(/\b(\d+)[.\w]*\s*(\(|$)/.exec(version)?.[1]);

async function startOwn(): Promise<PostgreSqlServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-pg-'));
  const server = await openEmbedded(folder, console.error, fast);
  const stop = async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
  return { url: server.url, version: 'the portal’s own', stop };
}

/** Nothing here outlives the tests, and every file of them has connections. */
const fast = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' };
/** Not known to the oldest. */
const older = { io_method: null };

async function startInstalled({ folder: binaries, version }: { folder: string; version: string }) {
  const account = process.getuid?.() === 0 ? accountWithoutRights() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-pg-'));
  const cluster = join(folder, 'data');
  chmodSync(folder, 0o711);
  mkdirSync(cluster, { mode: 0o700 });
  if (account) chownSync(cluster, account.uid, account.gid);
  initialise(binaries, cluster, account);
  const changes = { ...fast, ...(majorOf(version) < 18 && older) };
  const server = await startServer({ binaries, cluster, account, log: join(folder, 'log'), changes });
  return {
    url: `postgresql://kurabe@localhost/postgres?host=${encodeURIComponent(cluster)}`,
    version,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function initialise(binaries: string, cluster: string, account: Account | undefined): void {
  const parameters = ['-D', standing(cluster, account), '-U', 'kurabe', '-A', 'trust', '--encoding=UTF8', '--no-sync'];
  const run = { ...account, cwd: cluster, env: { PATH: process.env.PATH, LC_ALL: 'C' }, encoding: 'utf8' } as const;
  const made = ['C.UTF-8', 'C'].map(
    (locale) => () => spawnSync(join(binaries, 'initdb'), [...parameters, `--locale=${locale}`], run),
  );
  let report = '';
  for (const make of made) {
    const { status, stderr } = make();
    if (status === 0) return;
    report = stderr;
  }
  throw new Error(`initdb: ${report}`);
}
