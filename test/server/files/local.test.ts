import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Files, FileTooLarge } from '../../../server/files/files.ts';
import { openLocalFiles } from '../../../server/files/local.ts';
import { startChild } from '../../child.ts';

let folder = '';
let files: Files;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kurabe-files-'));
  files = await openLocalFiles(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const arriving = () => readdirSync(join(folder, 'incoming'));
const stored = () => readdirSync(join(folder, 'blobs'), { recursive: true }).filter((name) => String(name).length > 60);
const text = Buffer.from('資料１　集中改革プラン進行管理シート');

describe('local files', () => {
  test('are stored by their content, once', async () => {
    const first = await files.put(text);
    const again = await files.put(Readable.from([text.subarray(0, 7), text.subarray(7)]));
    expect(first).toEqual({ sha256: hash(text), size: text.length });
    expect(again).toEqual(first);
    expect(stored()).toHaveLength(1);
    expect(arriving()).toEqual([]);
    expect(await buffer(files.open(first.sha256))).toEqual(text);
    expect(await buffer(files.open(first.sha256, { start: 3, end: 5 }))).toEqual(text.subarray(3, 6));
    expect(await readFile(await files.path(first.sha256))).toEqual(text);
    expect(await files.size(first.sha256)).toBe(text.length);
  });

  test('that are stored several times at once end as one', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => files.put(text)));
    expect(new Set(results.map((result) => result.sha256))).toEqual(new Set([hash(text)]));
    expect(stored()).toHaveLength(1);
  });

  test('that are not there have no size and no stream', async () => {
    const missing = hash(Buffer.from('missing'));
    expect(await files.size(missing)).toBeNull();
    await expect(buffer(files.open(missing))).rejects.toThrow('ENOENT');
  });

  test('have no name but a SHA-256', async () => {
    await expect(files.size('../../etc/passwd')).rejects.toThrow(RangeError);
    expect(() => files.open('../../etc/passwd')).toThrow(RangeError);
  });

  test('over the limit are refused and leave nothing', async () => {
    const stream = Readable.from([Buffer.alloc(600), Buffer.alloc(600)]);
    await expect(files.put(stream, { limit: 1000 })).rejects.toThrow(FileTooLarge);
    expect(stream.destroyed).toBe(true);
    expect(await files.put(Buffer.alloc(1000), { limit: 1000 })).toMatchObject({ size: 1000 });
    expect(arriving()).toEqual([]);
    expect(stored()).toHaveLength(1);
  });

  test('whose stream breaks leave nothing', async () => {
    async function* broken() {
      yield text;
      throw new Error('the connection was lost');
    }
    await expect(files.put(broken())).rejects.toThrow('the connection was lost');
    expect([...arriving(), ...stored()]).toEqual([]);
  });

  test('are whole after kill -9, and what was arriving is swept once it is stale', async () => {
    const child = startChild(new URL('write-file.ts', import.meta.url), folder);
    await expect.poll(() => child.lines.length, { interval: 1 }).toBeGreaterThan(20);
    await child.kill();
    for (const line of child.lines) {
      const sha256 = line.replace('stored ', '');
      expect(hash(await buffer(files.open(sha256)))).toBe(sha256);
    }
    writeFileSync(join(folder, 'incoming', 'left'), text);
    expect(await files.sweep()).toBe(0);
    const longAgo = new Date(Date.now() - 60 * 60_000);
    for (const name of arriving()) utimesSync(join(folder, 'incoming', name), longAgo, longAgo);
    await openLocalFiles(folder);
    expect(arriving()).toEqual([]);
  });
});
