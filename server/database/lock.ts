import { createHash } from 'node:crypto';
import { statSync, unlinkSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { DatabaseRefusal } from './refusal.ts';

/** The kernel's limit on a socket's path, in bytes (sun_path less its closing zero). */
export const socketPathLimit = process.platform === 'darwin' ? 103 : 107;

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes an existing folder for this process alone; a second taker, in this process or another, is refused.
 * Sockets, because the kernel closes them with the process, also after kill -9. Throws DatabaseRefusal.
 *
 * Two of them: a name in Linux's abstract namespace, which leaves nothing behind and so has no moment of takeover in
 * which two processes can both win; and a file, which also stops a process in another container on the same folder.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const { dev, ino } = statSync(folder, { bigint: true });
  const held: net.Server[] = [];
  const release = async () => {
    await Promise.all(held.map((server) => new Promise((done) => server.close(done))));
  };
  try {
    if (process.platform === 'linux') held.push(await listen(`\0kurabe-database-${dev}-${ino}`));
    held.push(await listenOnFile(socketPath(folder)));
  } catch (error) {
    await release();
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw new DatabaseRefusal(
      `データの場所 ${folder} は、すでに動いているくらべが使っています。先に動いているほうを止めるか、KURABE_DATA で別の場所を指定してください。`,
    );
  }
  return { release };
}

function socketPath(folder: string): string {
  const path = join(folder, 'lock.sock');
  if (Buffer.byteLength(path) <= socketPathLimit) return path;
  return join('/tmp', `kurabe-${createHash('sha256').update(path).digest('hex').slice(0, 32)}.sock`);
}

async function listenOnFile(path: string): Promise<net.Server> {
  try {
    return await listen(path);
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE' || (await answers(path))) throw error;
    unlinkSync(path);
    return await listen(path);
  }
}

function listen(path: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => resolve(server.unref()));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);
