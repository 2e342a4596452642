import { createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeKey, linkKeyLength, typedCodeLength } from '../../domain/meetings/key.ts';

/** Makes keys, and the hashes the database keeps: keyed, because the 40 bits of a typed code could be searched through otherwise. */
export interface Keys {
  newLinkKey(): { key: string; hash: string };
  newTypedCode(): { code: string; hash: string };
  hash(key: string): string;
  /** What the database may hold of a key: by the secret of today, and by the one before while that is still given. */
  hashes(key: string): string[];
  /** 128 bits over a text that says what it is for, in 22 characters of a cookie or an address. */
  sign(text: string): string;
}

export function keysOf(secret: string, oldSecret?: string): Keys {
  const hashBy = (by: string, key: string) => createHmac('sha256', by).update(key).digest('hex');
  const hash = (key: string) => hashBy(secret, key);
  return {
    hash,
    hashes: (key) => [hash(key), ...(oldSecret === undefined ? [] : [hashBy(oldSecret, key)])],
    sign: (text) => createHmac('sha256', secret).update(text).digest().subarray(0, 16).toString('base64url'),
    newLinkKey() {
      const key = encodeKey(randomBytes((linkKeyLength * 5) / 8));
      return { key, hash: hash(key) };
    },
    newTypedCode() {
      const code = newTypedCode();
      return { code, hash: hash(code) };
    },
  };
}

export function newTypedCode(): string {
  return encodeKey(randomBytes((typedCodeLength * 5) / 8));
}

/** Whole or not at all, also where two processes start together or one is killed: linked under its name once it is written. */
async function makeSecretFile(path: string): Promise<void> {
  const temporary = `${path}.${process.pid}`;
  const file = await open(temporary, 'w', 0o600);
  await file.writeFile(randomBytes(32).toString('hex'));
  await file.sync();
  await file.close();
  try {
    await link(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(temporary);
  }
}

/** The secret of this data folder, made at the first start; whoever moves the folder moves it too. */
export async function readSecretFile(folder: string): Promise<string> {
  const path = join(folder, 'secret');
  await mkdir(folder, { recursive: true });
  if (!existsSync(path)) await makeSecretFile(path);
  return readWhole(path);
}

/** The secret that was changed on purpose: whoever changed it renamed its file. Undefined where there is none. */
export async function readOldSecretFile(folder: string): Promise<string | undefined> {
  const path = join(folder, 'old-secret');
  return existsSync(path) ? readWhole(path) : undefined;
}

async function readWhole(path: string): Promise<string> {
  const secret = (await readFile(path, 'utf8')).trim();
  if (secret.length < 32) throw new Error(`${path} is damaged: restore it from the backup`);
  return secret;
}
