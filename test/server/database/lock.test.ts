import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../server/database/connection.ts';
import { lockFolder } from '../../../server/database/lock.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { startChild } from '../../child.ts';

const holder = new URL('hold-lock.ts', import.meta.url);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kurabe-lock-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the lock of a folder', () => {
  test('refuses a second taker, here and in another process, and is free again after kill -9', async () => {
    const child = startChild(holder, folder);
    await child.line('held');
    await expect(lockFolder(folder)).rejects.toThrow('すでに動いているくらべ');
    await child.kill();
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow('すでに動いているくらべ');
    const second = startChild(holder, folder);
    await second.line('refused');
    await lock.release();
  });

  test('has one winner among many who come at once after a kill', async () => {
    const killed = startChild(holder, folder);
    await killed.line('held');
    await killed.kill();
    const children = Array.from({ length: 6 }, () => startChild(holder, folder));
    const answers = await Promise.all(
      children.map((child) => Promise.any([child.line('held'), child.line('refused')])),
    );
    await Promise.all(children.map((child) => child.kill()));
    expect(answers.sort()).toEqual(['held', ...Array(5).fill('refused')]);
  });

  test('works in a folder deeper than a socket path may be', async () => {
    const deep = join(folder, '深い場所'.repeat(10), 'あおば市'.repeat(10));
    mkdirSync(deep, { recursive: true });
    const lock = await lockFolder(deep);
    await expect(lockFolder(deep)).rejects.toThrow('すでに動いているくらべ');
    await lock.release();
    await (await lockFolder(deep)).release();
  });
});

describe('the embedded folder', () => {
  test('is made where it is missing, and never from a half-made cluster', async () => {
    const fresh = join(folder, 'fresh');
    mkdirSync(join(fresh, 'postgresql-1.new'), { recursive: true });
    writeFileSync(join(fresh, 'postgresql-1.new', 'PG_VERSION'), '18\n');
    const database = await openDatabase({ folder: fresh });
    expect(await migrate(database.db)).toContain('0001-portal');
    await expect(openDatabase({ folder: fresh })).rejects.toThrow('すでに動いているくらべ');
    await database.close();
  });

  test('may lie deeper than a socket path may be', async () => {
    const deep = join(folder, '深い場所'.repeat(10), 'くらべ'.repeat(10));
    const database = await openDatabase({ folder: deep });
    expect(await migrate(database.db)).toContain('0001-portal');
    await database.close();
  });

  test.each([
    ['of another PostgreSQL major', 'postgresql-17', 'PostgreSQL 17 の形式'],
    ['of the embedded database before', 'cluster', 'PGlite'],
  ])('%s is refused with the next step, and left alone', async (_, name, sentence) => {
    const other = join(folder, name, 'database');
    mkdirSync(join(other, name), { recursive: true });
    writeFileSync(join(other, name, 'PG_VERSION'), '18\n');
    await expect(openDatabase({ folder: other })).rejects.toThrow(sentence);
    expect(readdirSync(other)).toEqual([name]);
    expect(readdirSync(join(other, name))).toEqual(['PG_VERSION']);
  });
});
