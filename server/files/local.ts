import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { eraseFiles } from './erase-files.ts';
import { type FileContent, type Files, FileTooLarge, type StoredFile } from './files.ts';

/** An upload that has not written for so long is no longer running, in whichever process it was. */
const staleMinutes = 10;
/** For so long whoever was cut off can go on where they were: over a weekend. */
const partHours = 72;

/**
 * Files in a folder: blobs/ab/cd/abcd…, incoming/ for what is still arriving, parts/ for what arrives piece by piece. Sweeps
 * stale uploads as it starts. Nobody else on the machine enters the folder; its group may, for a proxy that sends files itself.
 */
export async function openLocalFiles(folder: string): Promise<Files> {
  const incoming = join(folder, 'incoming');
  const parts = join(folder, 'parts');
  await mkdir(folder, { recursive: true, mode: 0o750 });
  await mkdir(incoming, { recursive: true });
  await mkdir(parts, { recursive: true });
  await mkdir(join(folder, 'blobs'), { recursive: true });
  await syncPath(folder);
  const blob = (sha256: string) => join(folder, placeOf(sha256));
  const files: Files = {
    async put(content, { limit = Number.POSITIVE_INFINITY, inspect } = {}) {
      const temporary = join(incoming, randomUUID());
      try {
        const stored = await receive(temporary, content, limit);
        await inspect?.(temporary);
        await settle(temporary, blob(stored.sha256));
        return stored;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    open: (sha256, range) => createReadStream(blob(sha256), range),
    read: (sha256) => readFile(blob(sha256)),
    place: placeOf,
    path: async (sha256) => blob(sha256),
    async size(sha256) {
      try {
        return (await stat(blob(sha256))).size;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    erase: (before, listNeeded) => eraseFiles(folder, before, listNeeded),
    parts: new FileStore({ directory: parts }),
    async room() {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    sweep: async () => (await sweep(incoming, staleMinutes)) + (await sweep(parts, partHours * 60)),
  };
  await files.sweep();
  return files;
}

/** A mark of this folder, made at the first time it is asked for; whoever moves the files moves it too. */
export async function filesIdentity(folder: string): Promise<string> {
  const path = join(folder, 'identity');
  try {
    await writeFile(path, `${randomUUID()}\n`, { flag: 'wx', mode: 0o600, flush: true });
    await syncPath(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return (await readFile(path, 'utf8')).trim();
}

function placeOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256 in hexadecimal');
  return `blobs/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

async function receive(path: string, content: FileContent, limit: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  // the umask decides whether a proxy of the portal's group may read it (X-Accel-Redirect)
  const handle = await open(path, 'wx', 0o640);
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      size += chunk.byteLength;
      if (size > limit) throw new FileTooLarge(limit);
      hash.update(chunk);
      await writeAll(handle, chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), size };
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.byteLength; ) {
    const { bytesWritten } = await handle.write(chunk, written);
    written += bytesWritten;
  }
}

/** A name is on the disk only when its folder is, and that only when its parents are, whoever has just made them. */
async function settle(temporary: string, path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await rename(temporary, path);
  for (const changed of [folder, dirname(folder), dirname(dirname(folder))]) await syncPath(changed);
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sweep(folder: string, minutes: number): Promise<number> {
  const oldest = Date.now() - minutes * 60_000;
  let removed = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    try {
      if ((await stat(path)).mtimeMs >= oldest) continue;
      await rm(path);
      removed += 1;
    } catch (error) {
      // Another process finished it, or swept it first.
      if (!isMissing(error)) throw error;
    }
  }
  return removed;
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
