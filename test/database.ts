import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../server/database/connection.ts';

export type DatabaseKind = 'embedded' | 'postgres';

export interface TestPlace {
  /** What openDatabase takes: a fresh migrated database that nobody has open. */
  options: { url?: string; folder: string };
  remove(): Promise<void>;
}

/** Makes a fresh migrated database without opening it, for tests whose child processes open it. */
export async function makeTestPlace(kind: DatabaseKind): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-test-'));
  if (kind === 'embedded') {
    await cp(inject('embeddedTemplate'), folder, { recursive: true, filter: (path) => !path.endsWith('.sock') });
    return { options: { folder }, remove: () => rm(folder, { recursive: true }) };
  }
  const server = inject('postgresUrl');
  if (server === null) throw new Error('no PostgreSQL server: guard the test with describeEachDatabase');
  const name = `kurabe_test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `create database ${name} template ${inject('postgresTemplate')}`);
  const url = new URL(server);
  url.pathname = name;
  return {
    options: { url: url.href, folder },
    async remove() {
      await execute(server, `drop database ${name} with (force)`);
      await rm(folder, { recursive: true });
    },
  };
}

/** Opens a fresh migrated database; closing it removes it. */
export async function openTestDatabase(kind: DatabaseKind): Promise<Database> {
  const place = await makeTestPlace(kind);
  const database = await openDatabase(place.options);
  return {
    ...database,
    async close() {
      await database.close();
      await place.remove();
    },
  };
}

/** Describes the same tests for both databases; PostgreSQL is skipped where no server could be had. */
export function describeEachKind(name: string, body: (kind: DatabaseKind) => void): void {
  describe(`${name} (embedded)`, () => body('embedded'));
  describe.skipIf(inject('postgresUrl') === null)(`${name} (postgres)`, () => body('postgres'));
}

/** The same with one fresh database for each, opened before the tests and removed after them. */
export function describeEachDatabase(name: string, body: (database: () => Database, kind: DatabaseKind) => void): void {
  describeEachKind(name, (kind) => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await openTestDatabase(kind);
    });
    afterAll(() => database?.close());
    body(() => {
      if (!database) throw new Error('the database is open only while tests run');
      return database;
    }, kind);
  });
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
