import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface Erased {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Erases the files of a folder as openLocalFiles lays them out that were stored before a moment and are not needed. A file
 * that is stored again meanwhile stays: it is put aside first, and back where it turns out to be new.
 */
export async function eraseFiles(
  folder: string,
  before: Date,
  listNeeded: () => Promise<ReadonlySet<string>>,
): Promise<Erased> {
  const aside = join(folder, 'erasing');
  await mkdir(aside, { recursive: true });
  const old = await listOld(join(folder, 'blobs'), before);
  const left = await readdir(aside);
  const needed = await listNeeded();
  for (const name of left) await decide(join(aside, name), placeIn(folder, name), needed.has(name));
  let [files, bytes] = [0, 0];
  for (const [name, size] of old) {
    if (needed.has(name)) continue;
    const place = placeIn(folder, name);
    await rename(place, join(aside, name));
    const isNew = (await stat(join(aside, name))).mtime >= before;
    await decide(join(aside, name), place, isNew);
    if (isNew) continue;
    files += 1;
    bytes += size;
  }
  return { files, bytes };
}

const placeIn = (folder: string, sha256: string) =>
  join(folder, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256);

async function decide(aside: string, place: string, stays: boolean): Promise<void> {
  if (stays) await rename(aside, place);
  else await rm(aside);
}

/** Name and size of each file that was stored before the moment. */
async function listOld(blobs: string, before: Date): Promise<Map<string, number>> {
  const old = new Map<string, number>();
  for (const entry of await readdir(blobs, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { mtime, size } = await stat(join(entry.parentPath, entry.name));
    if (mtime < before) old.set(entry.name, size);
  }
  return old;
}
