import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { openDurable } from './durable.ts';
import { lockFolder } from './lock.ts';
import { DatabaseRefusal } from './refusal.ts';

/** The PostgreSQL inside the pinned PGlite. */
const embeddedMajor = 18;

export interface EmbeddedCluster {
  /** Settings for a pg.Pool of one connection. */
  connection: ReturnType<typeof createPgConfig>;
  /** fsync calls so far. */
  syncs(): number;
  close(): Promise<void>;
}

/**
 * Opens the embedded PostgreSQL in `folder`, created where it is missing, for this process alone.
 * The folder holds cluster/ (PostgreSQL's own), postgresql-major and the lock. Throws DatabaseRefusal.
 */
export async function openEmbedded(folder: string): Promise<EmbeddedCluster> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  try {
    const cluster = join(folder, 'cluster');
    if (existsSync(cluster)) refuseOtherMajor(folder);
    else await createCluster(folder, cluster);
    const { pglite, syncs } = await openDurable(cluster);
    return {
      connection: createPgConfig(pglite),
      syncs,
      async close() {
        await pglite.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function refuseOtherMajor(folder: string): void {
  const path = join(folder, 'postgresql-major');
  const stored = existsSync(path) ? readFileSync(path, 'utf8').trim() : '不明';
  if (stored === String(embeddedMajor)) return;
  throw new DatabaseRefusal(
    `${folder} のデータは PostgreSQL ${stored} の形式で、このくらべ（PostgreSQL ${embeddedMajor}）では開けません。データには手を付けていません。作成したときの版のくらべで書き出してから、この版に読み込んでください。`,
  );
}

/** Made under another name and renamed when it is whole and on the disk, so that a half-made cluster is never opened. */
async function createCluster(folder: string, cluster: string): Promise<void> {
  for (const stale of globSync('cluster-*.new', { cwd: folder })) await rm(join(folder, stale), { recursive: true });
  const fresh = join(folder, `cluster-${process.pid}.new`);
  const { pglite } = await openDurable(fresh);
  const { rows } = await pglite.query<{ major: number }>(
    "select current_setting('server_version_num')::int / 10000 as major",
  );
  await pglite.close();
  const major = rows[0]?.major;
  if (major !== embeddedMajor) throw new Error(`the embedded PostgreSQL is ${major}, expected ${embeddedMajor}`);
  await writeFile(join(folder, 'postgresql-major'), `${major}\n`);
  await syncTree(fresh);
  await rename(fresh, cluster);
  await syncPath(join(folder, 'postgresql-major'));
  await syncPath(folder);
}

async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  for (let start = 0; start < paths.length; start += 64) {
    await Promise.all(paths.slice(start, start + 64).map(syncPath));
  }
  await syncPath(folder);
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
