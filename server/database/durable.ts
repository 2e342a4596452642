import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { DatabaseRefusal } from './refusal.ts';

/** Emscripten's number for EIO, the only answer PostgreSQL needs: it panics rather than trust its cache. */
const ioError = 29;

interface NodeStream {
  nfd?: number;
  node: unknown;
}

interface EmscriptenNodeFS {
  stream_ops: { fsync?: (stream: NodeStream) => number };
  realPath(node: unknown): string;
}

/** PGlite's folder with the fsync that its NODEFS leaves out; `syncs` counts the calls. */
class DurableNodeFS extends NodeFS {
  syncs = 0;

  override async init(...[pglite, options]: Parameters<NodeFS['init']>) {
    const result = await super.init(pglite, options);
    result.emscriptenOpts.preRun?.push((module) => {
      const nodeFs = module.NODEFS as unknown as EmscriptenNodeFS;
      nodeFs.stream_ops.fsync = (stream) => {
        try {
          sync(stream, nodeFs);
        } catch {
          throw new module.FS.ErrnoError(ioError);
        }
        this.syncs += 1;
        return 0;
      };
    });
    return result;
  }
}

/** A folder has no descriptor in NODEFS; PostgreSQL syncs folders after creating or renaming a file in them. */
function sync(stream: NodeStream, nodeFs: EmscriptenNodeFS): void {
  if (stream.nfd !== undefined) {
    fsyncSync(stream.nfd);
    return;
  }
  const descriptor = openSync(nodeFs.realPath(stream.node), 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const startParams = [
  // -F is "fsync off"
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  // The default on Linux is fdatasync, which Emscripten answers without doing anything.
  ...['-c', 'wal_sync_method=fsync'],
  ...['-c', 'shared_buffers=16MB'],
];

export interface DurablePGlite {
  pglite: PGlite;
  /** fsync calls so far. */
  syncs(): number;
}

/**
 * Opens a PGlite cluster that keeps what it has acknowledged, also when the power is cut; creates it in an empty folder.
 * Leans on Emscripten's internals, so each start proves with a committed write that fsync is really called.
 * Throws DatabaseRefusal where it is not.
 */
export async function openDurable(cluster: string): Promise<DurablePGlite> {
  const fs = new DurableNodeFS(cluster);
  const pglite = await PGlite.create({ fs, startParams });
  const before = fs.syncs;
  await pglite.query("select pg_logical_emit_message(true, 'kurabe', 'fsync')");
  if (fs.syncs === before) {
    await pglite.close();
    throw new DatabaseRefusal(
      '組み込みのデータベースがディスクへ書き込みを確定していないため、起動を中止しました。npm install をやり直すか、DATABASE_URL で PostgreSQL を指定してください。',
    );
  }
  return { pglite, syncs: () => fs.syncs };
}
